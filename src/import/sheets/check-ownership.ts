// An address and an id belong to one of the county's people alone.

import type { Finding } from '../../errors.ts';
import type { Draft } from './draft.ts';
import { type Entry, type Section, textOf } from './known-county.ts';

export function checkOwnership(
  drafts: readonly Draft[],
  sections: Readonly<Record<Section, readonly Entry[]>>,
): readonly Finding[] {
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
      const taken = `"${email}" is already the e-mail address of ${owner ? textOf(owner, 'id') : ''}. One person, one address: correct it.`;
      return [
        ...(isTaken ? [{ path: locate('email'), message: taken }] : []),
        ...(groups.has(id)
          ? [{ path: locate('id'), message: `"${id}" is already the id of a group. Choose another.` }]
          : []),
      ];
    });
}
