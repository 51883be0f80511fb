// Which group is meant by a name, or by its id in the county's file, however it is typed?
import type { Group } from '../directory/group.ts';
import { findNearest } from '../text/nearest.ts';
import { foldWords } from '../text/spelling.ts';

export type Meant =
  | { readonly kind: 'one'; readonly group: Group }
  | { readonly kind: 'several'; readonly groups: readonly Group[] }
  | { readonly kind: 'none'; readonly nearest?: string };

export function findGroupByName(text: string, groups: readonly Group[]): Meant {
  const wanted = foldWords(text);
  const exact = groups.filter(({ id }) => id === text.toLowerCase());
  const meant = exact.length > 0 ? exact : groups.filter((group) => listNames(group).includes(wanted));
  const [first, second] = meant;
  if (first && second) return { kind: 'several', groups: meant };
  return first ? { kind: 'one', group: first } : suggest(wanted, groups);
}

function suggest(wanted: string, groups: readonly Group[]): Meant {
  const names = groups.flatMap((group) => listNames(group).map((name) => ({ name, group })));
  const near = findNearest(
    wanted,
    names.map(({ name }) => name),
  );
  const isPart = ({ name }: { name: string }) => wanted.length > 2 && name.includes(wanted);
  const found = names.find(({ name }) => name === near) ?? names.find(isPart);
  return { kind: 'none', ...(found && { nearest: found.group.name }) };
}

function listNames({ id, name }: Group): readonly string[] {
  return [foldWords(name), foldWords(id.slice(id.indexOf('/') + 1))];
}
