// One stored answer. A changed answer is a new version; the old ones stay.
import type { Instant } from '../calendar/zone.ts';
import type { OrganisationId, PersonId, PromptId } from '../ids.ts';
import type { Answers } from '../message/form.ts';
import { toReceiptCode } from './receipt.ts';

export interface Reply {
  readonly promptId: PromptId;
  readonly unit: string;
  readonly version: number;
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  /** Who is away or has left, where somebody answered instead. */
  readonly insteadOfId?: PersonId;
  readonly answers: Answers;
  readonly isLate: boolean;
  /** Repeated from last time by "ingen förändring". */
  readonly isCopy: boolean;
  readonly receipt: string;
  readonly repliedAt: Instant;
}

/** The same for the same version of a reply; `salt` gives the next when a county has used one already. */
export function toReceipt(promptId: PromptId, unit: string, version: number, salt: number): string {
  return toReceiptCode(`${promptId}/${unit}/${version}/${salt}`);
}

/** The same answers, whatever the order of their fields. */
export function isSameAnswer(a: Answers, b: Answers): boolean {
  return JSON.stringify(sortKeys(a)) === JSON.stringify(sortKeys(b));
}

function sortKeys(answers: Answers): readonly (readonly [string, unknown])[] {
  return Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
