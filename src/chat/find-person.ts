// Which person of the county is meant by a name, an address or an id in the county's file, however it is typed?
import type { Person } from '../directory/person.ts';
import { findNearest } from '../text/nearest.ts';

export type MeantPerson =
  | { readonly kind: 'one'; readonly person: Person }
  | { readonly kind: 'several'; readonly people: readonly Person[] }
  | { readonly kind: 'none'; readonly nearest?: string };

/** An id or an address goes before a name, and a whole name before a part of one. */
export function findPersonByName(text: string, people: readonly Person[]): MeantPerson {
  const typed = text.trim().toLowerCase();
  const wanted = fold(text);
  const tries = [
    people.filter(({ id, email }) => [id, id.slice(id.indexOf('/') + 1), email.toLowerCase()].includes(typed)),
    people.filter(({ name }) => fold(name) === wanted),
    people.filter(({ name }) => wanted !== '' && ` ${fold(name)} `.includes(` ${wanted} `)),
  ];
  const meant = tries.find(({ length }) => length > 0) ?? [];
  const [first, second] = meant;
  if (first && second) return { kind: 'several', people: meant };
  if (first) return { kind: 'one', person: first };
  const near = findNearest(
    wanted,
    people.map(({ name }) => fold(name)),
  );
  const nearest = people.find(({ name }) => fold(name) === near)?.name;
  return { kind: 'none', ...(nearest !== undefined && { nearest }) };
}

/** Without capitals, marks and dots. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
