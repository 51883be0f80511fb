// What was answered to the questions of the yearly follow-up, each in the words in which it was put.
import type { Db } from '../database/open.ts';
import { PersonId } from '../ids.ts';
import { Answers, type Field, Form } from '../message/form.ts';
import type { YearOfCounty } from './reply-rate-store.ts';

export interface FollowUpReply {
  /** The prompt's title. */
  readonly title: string;
  readonly questions: readonly Field[];
  readonly answers: Answers;
  readonly personId: PersonId;
  readonly organisationId: string;
  readonly isLate: boolean;
  readonly receipt: string;
  readonly repliedAt: Date;
}

/** The forms are those that were sent: a county's questions may have changed since. */
export async function listFollowUpReplies(db: Db, { countyId, year }: YearOfCounty): Promise<readonly FollowUpReply[]> {
  const prompts = await db.prompt.findMany({
    where: { countyId, topic: 'followup', period: `${year}` },
    select: { id: true, title: true, form: true },
    orderBy: [{ subjectId: 'asc' }, { id: 'asc' }],
  });
  const replies = await db.reply.findMany({
    where: { countyId, promptId: { in: prompts.map(({ id }) => id) }, isCurrent: true },
    select: {
      ...{ promptId: true, answers: true, personId: true, organisationId: true },
      ...{ isLate: true, receipt: true, repliedAt: true },
    },
    orderBy: [{ organisationId: 'asc' }, { unit: 'asc' }],
  });
  return prompts.flatMap(({ id, title, form }) => {
    const { fields: questions } = Form.parse(form);
    return replies
      .filter(({ promptId }) => promptId === id)
      .map(({ answers, personId, promptId: _, ...reply }) => ({
        ...{ ...reply, title, questions },
        answers: Answers.parse(answers),
        personId: PersonId.parse(personId),
      }));
  });
}
