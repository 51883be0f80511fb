// Who has said, in one round, that the details are wrong?
import type { Db } from '../../database/open.ts';
import { PersonId } from '../../ids.ts';
import type { Subject } from '../../topic.ts';
import { DetailsAnswers, type Objection } from './objection.ts';

/** Every version of an answer that says no, in order. */
export async function listObjections(db: Db, { countyId, id }: Subject): Promise<readonly Objection[]> {
  const rows = await db.reply.findMany({
    where: { countyId, topic: 'contact', subjectId: id },
    select: { unit: true, version: true, personId: true, answers: true, repliedAt: true },
    orderBy: [{ repliedAt: 'asc' }, { unit: 'asc' }, { version: 'asc' }],
  });
  return rows.flatMap(({ unit, version, personId, answers, repliedAt: at }) => {
    const { isRight, comment = '' } = DetailsAnswers.parse(answers);
    return isRight === 'no' ? [{ unit, version, personId: PersonId.parse(personId), comment, at }] : [];
  });
}
