// Do the groups of a county file agree with themselves: who stands in for whom, who may form what?

import { findAll, findEntries } from './county-references.ts';
import type { Fault, Path, Say } from './finding.ts';

export function checkGroups(tree: unknown): readonly Fault[] {
  return [...checkSeats(tree), ...checkForming(tree), ...checkNames(tree)];
}

/** A group's conversation and a person's own lie side by side in the web room, under these ids. */
function checkNames(tree: unknown): readonly Fault[] {
  const people = findAll(tree, 'people.*.id').map(({ value }) => value);
  return findAll(tree, 'groups.*.id')
    .filter(({ value }) => typeof value === 'string' && people.includes(value))
    .map(({ path, value }) => ({ path, say: (words) => words.idOfPerson(String(value)) }));
}

function checkSeats(tree: unknown): readonly Fault[] {
  const people = findAll(tree, 'people.*.id').map(({ value }) => value);
  return findEntries(tree, 'groups.*').flatMap(({ path: group, entry }) => {
    const members = findEntries(entry, 'members.*').map((member) => ({ ...member, path: [...group, ...member.path] }));
    const seats = members.map(({ entry: { person, role, from } }) => JSON.stringify([person, role, from]));
    const seated = members.map(({ entry: { person } }) => person);
    return members.flatMap(({ path, entry: { person, role, substituteFor } }, index) => [
      ...(seats.indexOf(seats[index] ?? '') === index ? [] : [{ path, say: sayTwice }]),
      ...checkSubstitute(
        { path, person, isSubstitute: role === 'substitute', substituteFor },
        (other) =>
          // A person who is not in the file at all is told of as such.
          seated.includes(other) || !people.includes(other),
      ),
    ]);
  });
}

const sayTwice: Say = (words) => words.seatTwice;

interface Seat {
  readonly path: Path;
  readonly person: unknown;
  readonly isSubstitute: boolean;
  readonly substituteFor: unknown;
}

function checkSubstitute(seat: Seat, isSeated: (person: unknown) => boolean): readonly Fault[] {
  const { path, person, isSubstitute, substituteFor } = seat;
  if (substituteFor === undefined) return isSubstitute ? [{ path, say: (words) => words.standsInForNobody }] : [];
  const tell = (say: Say) => [{ path: [...path, 'substituteFor'], say }];
  if (!isSubstitute) return tell((words) => words.noSubstitute);
  if (substituteFor === person) return tell((words) => words.standsInForSelf);
  if (isSeated(substituteFor)) return [];
  return tell((words) => words.noSeat(String(substituteFor)));
}

function checkForming(tree: unknown): readonly Fault[] {
  const groups = findEntries(tree, 'groups.*');
  return groups.flatMap(({ path, entry: { kind, formedBy } }) => {
    const former = groups.find(({ entry: { id } }) => id !== undefined && id === formedBy);
    const mayForm = former?.entry.mayForm;
    if (!Array.isArray(mayForm) || mayForm.includes(kind)) return [];
    return [{ path: [...path, 'formedBy'], say: (words) => words.mayNotForm(String(formedBy), String(kind)) }];
  });
}
