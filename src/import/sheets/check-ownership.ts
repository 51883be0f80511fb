// An address and an id belong to one of the county's people alone.

import type { Say } from '../finding.ts';
import type { Draft, SheetFault } from './draft.ts';
import { type Entry, type Section, textOf } from './known-county.ts';

export function checkOwnership(
  drafts: readonly Draft[],
  sections: Readonly<Record<Section, readonly Entry[]>>,
): readonly SheetFault[] {
  const groups = new Set(sections.groups.map((entry) => textOf(entry, 'id')));
  const owners = new Map<string, Entry>();
  for (const entry of sections.people) {
    const address = textOf(entry, 'email').toLowerCase();
    if (!owners.has(address)) owners.set(address, entry);
  }
  return drafts
    .filter(({ kind }) => kind === 'people')
    .flatMap(({ entry, locate }) => {
      const [id, email] = [textOf(entry, 'id'), textOf(entry, 'email')];
      const owner = owners.get(email.toLowerCase());
      const isTaken = owner !== undefined && owner !== entry && email !== '';
      const taken: Say = (words) => words.sheet.addressTaken(email, owner ? textOf(owner, 'id') : '');
      const ofGroup: Say = (words) => words.sheet.idOfGroup(id);
      return [
        ...(isTaken ? [{ path: locate('email'), say: taken }] : []),
        ...(groups.has(id) ? [{ path: locate('id'), say: ofGroup }] : []),
      ];
    });
}
