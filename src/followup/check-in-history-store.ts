// What was asked about the activities of a plan in each of its rounds, and what was answered, with all its versions.
import { z } from 'zod';
import type { Db } from '../database/open.ts';
import { type CountyId, PersonId, type SubjectId } from '../ids.ts';
import { Answers, Form, type Light } from '../message/form.ts';
import type { Activity } from '../topics/plans/activity.ts';
import type { CheckInAnswers } from '../topics/plans/check-in.ts';
import { findAnswersAbout, listAskedAbout } from '../topics/plans/check-in-form.ts';

/** The answer that counts; the lights are those of all its versions, the first one first. */
export interface KeptAnswer {
  readonly answers: CheckInAnswers;
  readonly lights: readonly Light[];
  readonly personId: PersonId;
  readonly organisationId: string;
  readonly insteadOfId?: PersonId;
  readonly isLate: boolean;
  readonly isCopy: boolean;
  readonly receipt: string;
  readonly repliedAt: Date;
}

export interface AskedCheckIn {
  readonly activityId: SubjectId;
  /** The slug of the round. */
  readonly round: string;
  readonly answerBy: Date;
  readonly kept?: KeptAnswer;
}

export interface CheckInQuery {
  readonly countyId: CountyId;
  readonly activities: readonly Activity[];
  /** The slugs of the plan's rounds. */
  readonly rounds: readonly string[];
}

const PromptRow = z.object({
  id: z.string(),
  round: z.string(),
  answerBy: z.date(),
  form: Form,
});
type PromptRow = z.infer<typeof PromptRow>;

const ReplyRow = z.object({
  promptId: z.string(),
  isCurrent: z.boolean(),
  answers: Answers,
  personId: PersonId,
  organisationId: z.string(),
  insteadOfId: PersonId.nullable(),
  isLate: z.boolean(),
  isCopy: z.boolean(),
  receipt: z.string(),
  repliedAt: z.date(),
});
type ReplyRow = z.infer<typeof ReplyRow>;

/**
 * As much as the plan has activities and rounds, however much was answered about anything else. A question that nobody
 * has to answer any more, and nobody has answered, was put to nobody.
 */
export async function listCheckIns(db: Db, query: CheckInQuery): Promise<readonly AskedCheckIn[]> {
  const { countyId, activities, rounds } = query;
  const prompts = await db.$queryRaw<unknown[]>`
    select p.id, p.question as round, p.answer_by as "answerBy", p.form
    from prompt p
    where p.county_id = ${countyId} and p.topic = 'plan' and p.question = any(${rounds})
      and (exists (select 1 from asked a where a.prompt_id = p.id and a.released_at is null)
        or exists (select 1 from reply r where r.prompt_id = p.id))
    order by p.answer_by, p.id`;
  const asked = prompts.map((row) => PromptRow.parse(row));
  const rows = await db.reply.findMany({
    where: { countyId, promptId: { in: asked.map(({ id }) => id) } },
    select: {
      ...{ promptId: true, isCurrent: true, answers: true, personId: true, organisationId: true, insteadOfId: true },
      ...{ isLate: true, isCopy: true, receipt: true, repliedAt: true },
    },
    orderBy: [{ unit: 'asc' }, { version: 'asc' }],
  });
  const replies = new Map<string, ReplyRow[]>(asked.map(({ id }) => [id, []]));
  for (const row of rows) replies.get(row.promptId)?.push(ReplyRow.parse(row));
  const known = new Map<string, Activity>(activities.map((activity) => [activity.id, activity]));
  return asked.flatMap((prompt) =>
    listAskedAbout(prompt.form)
      .flatMap((slug) => known.get(`${countyId}/${slug}`) ?? [])
      .map((activity) => toCheckIn(activity, prompt, replies.get(prompt.id) ?? [])),
  );
}

function toCheckIn(activity: Activity, prompt: PromptRow, replies: readonly ReplyRow[]): AskedCheckIn {
  const { round, answerBy } = prompt;
  const asked = { activityId: activity.id, round, answerBy };
  const slug = activity.id.slice(activity.countyId.length + 1);
  const current = replies.find(({ isCurrent }) => isCurrent);
  const answers = current && findAnswersAbout(slug, current.answers);
  if (!current || !answers) return asked;
  const { personId, organisationId, insteadOfId, isCopy, receipt, repliedAt } = current;
  const lights = replies.flatMap((reply) => findAnswersAbout(slug, reply.answers)?.light ?? []);
  const isLate = replies[0]?.isLate ?? false;
  const by = { personId, organisationId, ...(insteadOfId !== null && { insteadOfId }) };
  return { ...asked, kept: { answers, lights, ...by, isLate, isCopy, receipt, repliedAt } };
}
