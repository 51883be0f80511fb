// What a search by name comes to: the one that is meant, a choice, or nothing.

export type Found<T> =
  /** `isSpelled`: with capitals, marks and endings aside, just as it is written; otherwise one slip away. */
  | { readonly kind: 'one'; readonly value: T; readonly isSpelled: boolean }
  | { readonly kind: 'choice'; readonly among: readonly T[]; readonly isSpelled: boolean }
  | { readonly kind: 'none' };

export function toFound<T>(values: readonly T[], isSpelled: boolean): Found<T> {
  const [first, second] = values;
  if (first === undefined) return { kind: 'none' };
  return second === undefined ? { kind: 'one', value: first, isSpelled } : { kind: 'choice', among: values, isSpelled };
}
