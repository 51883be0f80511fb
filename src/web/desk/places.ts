// The places at the desk in the order of the menu, and what one must be allowed to see to go there.
import type { Deed } from '../../directory/may.ts';
import type { Texts } from '../../text/texts.ts';
import { DESK } from './desk-setting.ts';

export interface DeskPlace {
  readonly name: Exclude<keyof Texts['deskPages']['nav'], 'label'>;
  readonly url: string;
  /** Without it everybody comes in who is signed in. */
  readonly deed?: Deed;
  /** Where else one is as long as one is there. */
  readonly also?: readonly string[];
}

export const places: readonly DeskPlace[] = [
  { name: 'start', url: DESK },
  { name: 'plan', url: `${DESK}/plan`, deed: 'schedule', also: [`${DESK}/acts`, `${DESK}/surveys`, `${DESK}/memos`] },
  { name: 'year', url: `${DESK}/year`, deed: 'see-year' },
  { name: 'deliveries', url: `${DESK}/deliveries`, deed: 'see-deliveries' },
  { name: 'groups', url: `${DESK}/groups`, deed: 'see-groups' },
  { name: 'meetings', url: `${DESK}/meetings`, deed: 'see-meetings' },
  { name: 'calls', url: `${DESK}/calls`, deed: 'see-calls' },
  { name: 'rounds', url: `${DESK}/rounds`, deed: 'see-rounds' },
  { name: 'plans', url: `${DESK}/plans`, deed: 'see-plan', also: [`${DESK}/activities`] },
  { name: 'reports', url: `${DESK}/reports`, deed: 'see-report' },
  { name: 'contacts', url: `${DESK}/contacts`, deed: 'see-contacts' },
  { name: 'needs', url: `${DESK}/needs`, deed: 'see-needs' },
  { name: 'events', url: `${DESK}/events`, deed: 'see-events' },
];
