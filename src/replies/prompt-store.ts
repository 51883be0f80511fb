// The prompts, and whom each asks.
import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../calendar/zone.ts';
import type { Prisma } from '../database/generated/client.ts';
import type { Db, Tx } from '../database/open.ts';
import { CountyId, GroupId, OrganisationId, PersonId, PromptId, SubjectId, toStableUuid } from '../ids.ts';
import { Form } from '../message/form.ts';
import { Language } from '../text/language.ts';
import { type Asks, type Subject, TopicKind } from '../topic.ts';
import { type AskedPerson, type Prompt, toPromptId, toPromptKey, toUnit } from './prompt.ts';

export interface Asking extends Subject {
  readonly topic: TopicKind;
  readonly question: string;
}

/** The prompt of a question, opened with what the topic asks if it is the first time. */
export async function openPrompt(tx: Tx, asking: Asking, asks: Asks, language: Language): Promise<Prompt> {
  const key = toPromptKey(asking.topic, asking.id, asking.question);
  const isSteered = (await tx.prompt.count({ where: { key, isSteered: true } })) > 0;
  const row = await tx.prompt.upsert({
    where: { key },
    update: isSteered ? {} : toEnds(asks),
    create: {
      id: toStableUuid(key),
      key,
      countyId: asking.countyId,
      topic: asking.topic,
      subjectId: asking.id,
      question: asking.question,
      period: asks.period,
      title: asks.title,
      language,
      form: asks.form,
      answerPer: asks.answerPer,
      groupId: asks.groupId ?? null,
      partOfIds: (asks.partOf ?? []).map((whole) => toPromptId(asking.topic, whole.subjectId, whole.question)),
      opensAt: asks.opensAt,
      answerBy: asks.answerBy,
      closesAt: asks.closesAt,
    },
    select: promptColumns,
  });
  return toPrompt(row);
}

/** A deadline that moved takes its prompt along, opened again if need be; the form stays as it was sent. */
export async function movePrompt(tx: Tx, prompt: Prompt, asks: Asks, now: Instant): Promise<void> {
  const isOpenAgain = prompt.closedAt !== undefined && asks.closesAt > now;
  if (!isOpenAgain && isDeepStrictEqual(toEnds(asks), toEnds(prompt))) return;
  await tx.prompt.updateMany({
    where: { id: prompt.id, isSteered: false },
    data: { ...toEnds(asks), ...(isOpenAgain ? { closedAt: null, isStale: true } : {}) },
  });
}

/** What is not asked any more closes at the next tick, and takes no answer from now on. */
export async function endPrompt(tx: Tx, { id, closesAt }: Prompt, now: Instant): Promise<void> {
  if (closesAt > now) await tx.prompt.update({ where: { id }, data: { closesAt: now } });
}

/** What the county says has changed: the cards of what is open are to say it too. */
export async function markStale(tx: Tx, countyId: CountyId, now: Instant): Promise<void> {
  await tx.prompt.updateMany({
    where: { countyId, closedAt: null, closesAt: { gt: now } },
    data: { isStale: true },
  });
}

/** The prompts whose cards are to be looked through. Each is told once. */
export async function takeStalePrompts(tx: Tx): Promise<readonly PromptId[]> {
  const rows = await tx.prompt.updateManyAndReturn({
    where: { isStale: true },
    data: { isStale: false },
    select: { id: true },
  });
  return rows.map(({ id }) => PromptId.parse(id));
}

function toEnds({ answerBy, closesAt, title }: Pick<Asks, 'answerBy' | 'closesAt' | 'title'>) {
  return { answerBy, closesAt, title };
}

/** Every prompt about a subject. */
export async function listPromptsAbout(db: Db, topic: TopicKind, subject: Subject): Promise<readonly Prompt[]> {
  const rows = await db.prompt.findMany({
    where: { countyId: subject.countyId, topic, subjectId: subject.id },
    select: promptColumns,
  });
  return rows.map(toPrompt);
}

/**
 * Writes down whom a prompt asks; somebody asked already stays as first asked, unless released meanwhile.
 * @returns how many were not asked before
 */
export async function addAsked(tx: Tx, prompt: Prompt, people: readonly AskedPerson[]): Promise<number> {
  if (people.length === 0) return 0;
  const personIds = people.map(({ personId }) => personId);
  await tx.asked.deleteMany({ where: { promptId: prompt.id, personId: { in: personIds }, releasedAt: { not: null } } });
  const { count } = await tx.asked.createMany({
    data: people.map((person) => ({
      promptId: prompt.id,
      personId: person.personId,
      countyId: prompt.countyId,
      unit: toUnit(prompt.answerPer, person),
      organisationId: person.organisationId,
      municipalityCode: person.municipalityCode ?? null,
      groupId: person.groupId ?? prompt.groupId ?? null,
      insteadOfId: person.insteadOfId ?? null,
    })),
    skipDuplicates: true,
  });
  return count;
}

/** Nobody waits for their answers any more. */
export async function releaseAsked(tx: Tx, prompt: Prompt, personIds: readonly PersonId[], at: Instant): Promise<void> {
  await tx.asked.updateMany({
    where: { promptId: prompt.id, personId: { in: [...personIds] }, releasedAt: null },
    data: { releasedAt: at },
  });
}

export async function findPrompt(db: Db, id: PromptId): Promise<Prompt | undefined> {
  const row = await db.prompt.findUnique({ where: { id }, select: promptColumns });
  return row ? toPrompt(row) : undefined;
}

/** Those of these that the county has. */
export async function findPrompts(db: Db, countyId: CountyId, ids: readonly PromptId[]): Promise<readonly Prompt[]> {
  const rows = await db.prompt.findMany({ where: { countyId, id: { in: [...ids] } }, select: promptColumns });
  return rows.map(toPrompt);
}

export async function findPromptByKey(db: Db, key: string): Promise<Prompt | undefined> {
  const row = await db.prompt.findUnique({ where: { key }, select: promptColumns });
  return row ? toPrompt(row) : undefined;
}

/** The prompts that are a part of this one. */
export async function listPartsOf(db: Db, { countyId, id }: Prompt): Promise<readonly Prompt[]> {
  const where = { countyId, partOfIds: { has: id } };
  const rows = await db.prompt.findMany({ where, select: promptColumns, orderBy: { key: 'asc' } });
  return rows.map(toPrompt);
}

/** Is this person asked, and for whom? */
export async function findAsked(db: Db, promptId: PromptId, personId: PersonId): Promise<AskedPerson | undefined> {
  const row = await db.asked.findUnique({ where: { promptId_personId: { promptId, personId } } });
  return row ? toAsked(row) : undefined;
}

/** Somebody else who is asked for the same organisation: their colleague may answer too. */
export async function findAskedFor(
  db: Db,
  promptId: PromptId,
  organisationId: OrganisationId,
): Promise<AskedPerson | undefined> {
  const row = await db.asked.findFirst({
    where: { promptId, organisationId, releasedAt: null },
    orderBy: { personId: 'asc' },
  });
  return row ? toAsked(row) : undefined;
}

/** The prompts that ask this person and are not closed, most urgent first. */
export async function listOpenPromptIds(
  db: Db,
  person: { readonly countyId: CountyId; readonly id: PersonId },
  now: Instant,
): Promise<readonly PromptId[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select p.id from prompt p join asked a on a.prompt_id = p.id
    where a.county_id = ${person.countyId} and a.person_id = ${person.id} and p.county_id = a.county_id
      and a.released_at is null and p.closed_at is null and p.closes_at > ${now}
    order by p.answer_by, p.title`;
  return rows.map(({ id }) => PromptId.parse(id));
}

/** Closes every prompt whose time is out. Returns those closed now. */
export async function closeDuePrompts(tx: Tx, now: Instant): Promise<readonly Prompt[]> {
  const rows = await tx.prompt.updateManyAndReturn({
    where: { closedAt: null, closesAt: { lte: now } },
    data: { closedAt: now },
    select: promptColumns,
  });
  return rows.map(toPrompt);
}

const promptColumns = {
  id: true,
  countyId: true,
  topic: true,
  subjectId: true,
  question: true,
  period: true,
  title: true,
  language: true,
  form: true,
  answerPer: true,
  groupId: true,
  partOfIds: true,
  answerBy: true,
  closesAt: true,
  closedAt: true,
} as const satisfies Prisma.PromptSelect;

type PromptRow = Prisma.PromptGetPayload<{ select: typeof promptColumns }>;

function toPrompt(row: PromptRow): Prompt {
  return {
    id: PromptId.parse(row.id),
    countyId: CountyId.parse(row.countyId),
    topic: TopicKind.parse(row.topic),
    subjectId: SubjectId.parse(row.subjectId),
    question: row.question,
    period: row.period,
    title: row.title,
    language: Language.parse(row.language),
    form: Form.parse(row.form),
    answerPer: row.answerPer === 'organisation' ? 'organisation' : 'person',
    ...(row.groupId === null ? {} : { groupId: GroupId.parse(row.groupId) }),
    partOfIds: row.partOfIds.map((id) => PromptId.parse(id)),
    answerBy: row.answerBy,
    closesAt: row.closesAt,
    ...(row.closedAt === null ? {} : { closedAt: row.closedAt }),
  };
}

type AskedRow = Prisma.AskedGetPayload<object>;

function toAsked(row: AskedRow): AskedPerson {
  return {
    personId: PersonId.parse(row.personId),
    organisationId: OrganisationId.parse(row.organisationId),
    ...(row.municipalityCode === null ? {} : { municipalityCode: row.municipalityCode }),
    ...(row.groupId === null ? {} : { groupId: GroupId.parse(row.groupId) }),
    ...(row.insteadOfId === null ? {} : { insteadOfId: PersonId.parse(row.insteadOfId) }),
    ...(row.releasedAt === null ? {} : { isReleased: true }),
  };
}
