// The replies, every version of them.
import { randomUUID } from 'node:crypto';
import type { Prisma } from '../database/generated/client.ts';
import type { Db, Tx } from '../database/open.ts';
import { type CountyId, OrganisationId, PersonId, PromptId } from '../ids.ts';
import { Answers } from '../message/form.ts';
import type { Asked, Standing } from '../topic.ts';
import type { AskedPerson, Prompt } from './prompt.ts';
import { type Reply, toReceipt } from './reply.ts';

/** The answer that counts for a unit, if there is one. */
export async function findCurrentReply(db: Db, prompt: Prompt, unit: string): Promise<Reply | undefined> {
  const row = await db.reply.findFirst({
    where: { countyId: prompt.countyId, promptId: prompt.id, unit, isCurrent: true },
    select: replyColumns,
  });
  return row ? toReply(row) : undefined;
}

/**
 * What the same unit answered about the same topic's subject under an earlier question, "last time": as far as the prompt
 * asks for it again.
 */
export async function findLastTime(db: Db, prompt: Prompt, unit: string): Promise<Answers | undefined> {
  const row = await db.reply.findFirst({
    where: {
      countyId: prompt.countyId,
      topic: prompt.topic,
      subjectId: prompt.subjectId,
      unit,
      isCurrent: true,
      promptId: { not: prompt.id },
    },
    orderBy: { repliedAt: 'desc' },
    select: replyColumns,
  });
  if (!row) return undefined;
  const keys = prompt.form.fields.map(({ key }) => key);
  return Object.fromEntries(Object.entries(toReply(row).answers).filter(([key]) => keys.includes(key)));
}

/** Holds everybody else who answers for the same unit until this transaction ends. */
export async function lockUnit(tx: Tx, prompt: Prompt, unit: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${prompt.id}/${unit}`}, 0))`;
}

export interface NewReply extends Omit<Reply, 'receipt' | 'promptId' | 'insteadOfId'> {
  readonly asked: AskedPerson;
  readonly incomingId: string;
  readonly reason?: string;
}

/** Stores the next version and makes it the one that counts. */
export async function addReply(tx: Tx, prompt: Prompt, reply: NewReply): Promise<Reply> {
  const { asked, unit, version } = reply;
  const receipt = await findFreeReceipt(tx, prompt, unit, version);
  if (version > 1) {
    await tx.reply.updateMany({
      where: { countyId: prompt.countyId, promptId: prompt.id, unit, isCurrent: true },
      data: { isCurrent: false },
    });
  }
  const row = await tx.reply.create({
    data: {
      id: randomUUID(),
      countyId: prompt.countyId,
      promptId: prompt.id,
      unit,
      version,
      isCurrent: true,
      topic: prompt.topic,
      subjectId: prompt.subjectId,
      period: prompt.period,
      personId: reply.personId,
      organisationId: reply.organisationId,
      municipalityCode: asked.municipalityCode ?? null,
      groupId: asked.groupId ?? null,
      insteadOfId: asked.insteadOfId ?? null,
      answers: reply.answers,
      isLate: reply.isLate,
      isCopy: reply.isCopy,
      reason: reply.reason ?? null,
      receipt,
      incomingId: reply.incomingId,
      repliedAt: reply.repliedAt,
    },
    select: replyColumns,
  });
  return toReply(row);
}

/** Everybody asked and every answer that counts, each once. */
export async function readStanding(db: Db, prompt: Pick<Prompt, 'id' | 'countyId'>): Promise<Standing> {
  const where = { promptId: prompt.id, countyId: prompt.countyId };
  const rows = await db.asked.findMany({ where, orderBy: { personId: 'asc' } });
  const replies = await listCurrentReplies(db, prompt.countyId, [prompt.id]);
  return {
    asked: rows.filter(({ releasedAt }) => releasedAt === null).map(toAsked),
    released: rows.filter(({ releasedAt }) => releasedAt !== null).map(toAsked),
    replies: replies.map((reply) => ({ ...reply, at: reply.repliedAt })),
  };
}

function toAsked(row: Prisma.AskedGetPayload<object>): Asked {
  return {
    personId: PersonId.parse(row.personId),
    organisationId: OrganisationId.parse(row.organisationId),
    unit: row.unit,
    ...(row.insteadOfId === null ? {} : { insteadOfId: PersonId.parse(row.insteadOfId) }),
  };
}

/** The answers that count, of all these prompts. */
export async function listCurrentReplies(
  db: Db,
  countyId: CountyId,
  promptIds: readonly PromptId[],
): Promise<readonly Reply[]> {
  const rows = await db.reply.findMany({
    where: { countyId, promptId: { in: [...promptIds] }, isCurrent: true },
    orderBy: { repliedAt: 'asc' },
    select: replyColumns,
  });
  return rows.map(toReply);
}

/** Which units answered these subjects under another prompt, as "<subject> <unit>". */
export async function listUnitsAnsweredBefore(
  db: Db,
  countyId: CountyId,
  prompts: readonly Prompt[],
): Promise<ReadonlySet<string>> {
  const rows = await db.reply.groupBy({
    by: ['subjectId', 'unit', 'promptId'],
    where: { countyId, isCurrent: true, subjectId: { in: prompts.map(({ subjectId }) => subjectId) } },
  });
  const isOther = (row: { readonly subjectId: string; readonly promptId: string }) =>
    prompts.some(({ subjectId, id }) => subjectId === row.subjectId && id !== row.promptId);
  return new Set(rows.filter(isOther).map(({ subjectId, unit }) => `${subjectId} ${unit}`));
}

async function findFreeReceipt(tx: Tx, prompt: Prompt, unit: string, version: number): Promise<string> {
  for (let salt = 0; ; salt++) {
    const receipt = toReceipt(prompt.id, unit, version, salt);
    const taken = await tx.reply.count({ where: { countyId: prompt.countyId, receipt } });
    if (taken === 0) return receipt;
  }
}

const replyColumns = {
  promptId: true,
  unit: true,
  version: true,
  personId: true,
  organisationId: true,
  insteadOfId: true,
  answers: true,
  isLate: true,
  isCopy: true,
  receipt: true,
  repliedAt: true,
} as const satisfies Prisma.ReplySelect;

function toReply(row: Prisma.ReplyGetPayload<{ select: typeof replyColumns }>): Reply {
  return {
    promptId: PromptId.parse(row.promptId),
    unit: row.unit,
    version: row.version,
    personId: PersonId.parse(row.personId),
    organisationId: OrganisationId.parse(row.organisationId),
    ...(row.insteadOfId === null ? {} : { insteadOfId: PersonId.parse(row.insteadOfId) }),
    answers: Answers.parse(row.answers),
    isLate: row.isLate,
    isCopy: row.isCopy,
    receipt: row.receipt,
    repliedAt: row.repliedAt,
  };
}
