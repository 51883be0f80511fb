// Do the groups of a county file agree with themselves: who stands in for whom, who may form what?

import { findAll, findEntries } from './county-references.ts';
import type { Fault, Path } from './finding.ts';

export function checkGroups(tree: unknown): readonly Fault[] {
  return [...checkSeats(tree), ...checkForming(tree), ...checkNames(tree)];
}

/** A group's conversation and a person's own lie side by side in the web room, under these ids. */
function checkNames(tree: unknown): readonly Fault[] {
  const people = findAll(tree, 'people.*.id').map(({ value }) => value);
  return findAll(tree, 'groups.*.id')
    .filter(({ value }) => typeof value === 'string' && people.includes(value))
    .map(({ path, value }) => ({ path, message: `"${value}" is already the id of a person. Choose another.` }));
}

function checkSeats(tree: unknown): readonly Fault[] {
  const people = findAll(tree, 'people.*.id').map(({ value }) => value);
  return findEntries(tree, 'groups.*').flatMap(({ path: group, entry }) => {
    const members = findEntries(entry, 'members.*').map((member) => ({ ...member, path: [...group, ...member.path] }));
    const seats = members.map(({ entry: { person, role, from } }) => JSON.stringify([person, role, from]));
    const seated = members.map(({ entry: { person } }) => person);
    return members.flatMap(({ path, entry: { person, role, substituteFor } }, index) => [
      ...(seats.indexOf(seats[index] ?? '') === index ? [] : [{ path, message: SEAT_TWICE }]),
      ...checkSubstitute(
        { path, person, isSubstitute: role === 'substitute', substituteFor },
        (other) =>
          // A person who is not in the file at all is told of as such.
          seated.includes(other) || !people.includes(other),
      ),
    ]);
  });
}

const SEAT_TWICE = 'This person already has this seat from this day. Take one of the lines out.';

interface Seat {
  readonly path: Path;
  readonly person: unknown;
  readonly isSubstitute: boolean;
  readonly substituteFor: unknown;
}

function checkSubstitute(seat: Seat, isSeated: (person: unknown) => boolean): readonly Fault[] {
  const { path, person, isSubstitute, substituteFor } = seat;
  if (substituteFor === undefined)
    return isSubstitute ? [{ path, message: 'A substitute stands in for somebody. Add substituteFor.' }] : [];
  const tell = (message: string) => [{ path: [...path, 'substituteFor'], message }];
  if (!isSubstitute) return tell('Only a substitute has substituteFor. Correct the role, or take it out.');
  if (substituteFor === person) return tell('Nobody stands in for themselves. Name the ordinary member.');
  if (isSeated(substituteFor)) return [];
  return tell(`"${substituteFor}" has no seat in this group. Add them, or correct the id.`);
}

function checkForming(tree: unknown): readonly Fault[] {
  const groups = findEntries(tree, 'groups.*');
  return groups.flatMap(({ path, entry: { kind, formedBy } }) => {
    const former = groups.find(({ entry: { id } }) => id !== undefined && id === formedBy);
    const mayForm = former?.entry.mayForm;
    if (!Array.isArray(mayForm) || mayForm.includes(kind)) return [];
    const message = `"${formedBy}" forms no groups of the kind ${kind}. Correct one, or add the kind to its mayForm.`;
    return [{ path: [...path, 'formedBy'], message }];
  });
}
