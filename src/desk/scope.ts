// One of a series, or all that are still to come?
import type { Answers, Field } from '../message/form.ts';
import type { Texts } from '../text/texts.ts';

/** Nothing is asked where there is one alone. */
export function createScopeField({ desk }: Texts, count: number): readonly Field[] {
  if (count < 2) return [];
  const options = [
    { value: 'one', label: desk.scope.one },
    { value: 'all', label: desk.scope.all(count) },
  ];
  return [{ kind: 'choice', key: 'scope', label: desk.fields.scope, required: true, options }];
}

export function isForAll({ scope }: Answers): boolean {
  return scope === 'all';
}
