// The subject of an act that is about one.
import { NotFound } from '../errors.ts';
import { SubjectId } from '../ids.ts';
import type { Subject } from '../topic.ts';
import type { DeskAsking } from './desk-act.ts';
import type { DeskSubject } from './desk-subject.ts';

/** The desk finds it before it opens the act. */
export function subjectOf({ subject }: DeskAsking): DeskSubject {
  if (!subject) throw new NotFound('An act about a subject was asked for without one.');
  return subject;
}

/** As its topic knows it, where the desk and the topic call it the same. */
export function topicSubjectOf(asking: DeskAsking): Subject {
  const { countyId, id } = subjectOf(asking);
  return { countyId, id: SubjectId.parse(id) };
}
