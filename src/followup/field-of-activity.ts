// Which activities is a form about, and what of its answers is about which?
import type { CountyId, SubjectId } from '../ids.ts';
import type { Answers, AnswerValue } from '../message/form.ts';

export const LIGHT = 'light';

/** What is asked of several at once has the id of each in its keys, "lightYsprakstodXarbetsplats": X is a hyphen. */
const PARTS = 'Y';
const HYPHEN = 'X';

interface Question {
  readonly countyId: CountyId;
  readonly subjectId: SubjectId;
  /** Of its form. */
  readonly keys: readonly string[];
}

/** The ids of the activities: of the question's own subject, or of those in its keys. */
export function listAskedAbout({ countyId, subjectId, keys }: Question): readonly string[] {
  return keys.flatMap((key) => {
    if (key === LIGHT) return [subjectId];
    const [question, slug] = key.split(PARTS);
    return question === LIGHT && slug !== undefined ? [`${countyId}/${slug.replaceAll(HYPHEN, '-')}`] : [];
  });
}

/** Under the names of the questions alone: light, comment … */
export function findAnswersAbout(activityId: string, answers: Answers): Readonly<Record<string, AnswerValue>> {
  const ending = `${PARTS}${activityId.slice(activityId.indexOf('/') + 1).replaceAll('-', HYPHEN)}`;
  const own = Object.entries(answers).flatMap(([key, value]) => {
    if (key.endsWith(ending)) return [[key.slice(0, -ending.length), value] as const];
    return key.includes(PARTS) ? [] : [[key, value] as const];
  });
  return Object.fromEntries(own);
}
