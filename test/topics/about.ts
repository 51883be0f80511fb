// Answers about one activity, by the keys that a check-in's form gives them.
import { toFieldKey } from '../../src/message/field-key.ts';
import type { Answers } from '../../src/message/form.ts';

export function about<Value extends Answers[string]>(
  slug: string,
  answers: Readonly<Record<string, Value>>,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(answers).map(([question, value]) => [toFieldKey(question, slug), value]));
}
