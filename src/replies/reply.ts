// One stored answer. A changed answer is a new version; the old ones stay.
import { createHash } from 'node:crypto';
import type { Instant } from '../calendar/zone.ts';
import type { OrganisationId, PersonId, PromptId } from '../ids.ts';
import type { Answers } from '../message/form.ts';

export interface Reply {
  readonly promptId: PromptId;
  readonly unit: string;
  readonly version: number;
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly answers: Answers;
  readonly isLate: boolean;
  /** Repeated from last time by "ingen förändring". */
  readonly isCopy: boolean;
  readonly receipt: string;
  readonly repliedAt: Instant;
}

// No I, L, O, U, 0 or 1: a receipt is read aloud over the telephone.
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A receipt that a person can read out, "7F3A-2K": the same for the same version of a reply, so that a repeated act gets
 * the same one. Six signs of thirty are some 7 × 10⁸; `salt` gives the next when a county has used one already.
 */
export function toReceipt(promptId: PromptId, unit: string, version: number, salt: number): string {
  const digest = createHash('sha256').update(`${promptId}/${unit}/${version}/${salt}`).digest();
  const signs = Array.from(digest.subarray(0, 6), (byte) => SIGNS[byte % SIGNS.length]).join('');
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** The same answers, whatever the order of their fields. */
export function isSameAnswer(a: Answers, b: Answers): boolean {
  return JSON.stringify(sortKeys(a)) === JSON.stringify(sortKeys(b));
}

function sortKeys(answers: Answers): readonly (readonly [string, unknown])[] {
  return Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
