// What Slack is given: passed to every part of it.
import type { Clock } from '../../clock.ts';
import type { SlackConfig } from '../../config.ts';
import type { Db } from '../../database/open.ts';
import type { Log } from '../../log.ts';
import { type Journal, openJournal } from '../../outer/journal-store.ts';

export interface SlackDeps {
  readonly config: Pick<SlackConfig, 'apiUrl' | 'receive'>;
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether some county lists the workspace. Nobody else is served. */
  readonly isTenantAllowed: (teamId: string) => Promise<boolean>;
  /** Posts a minute in one workspace: Slack says "several hundred". */
  readonly postsPerMinute?: number | undefined;
  /** For how long a person's own request is held before something is shown in its place; others only in tests. */
  readonly patience?: Patience | undefined;
  /** Milliseconds that never go back, by which the pace is kept; others only in tests. */
  readonly now?: (() => number) | undefined;
}

export interface Patience {
  /** Then a modal that says "wait" is opened: what opens it is good for three seconds. */
  readonly openMs: number;
  /** Then it is acknowledged, whatever else: Slack waits for three seconds. */
  readonly ackMs: number;
}

/** Where main.ts mounts it. */
export const SLACK = '/slack/events';

export interface SlackSetting extends Omit<SlackDeps, 'patience'> {
  readonly journal: Journal;
  readonly patience: Patience;
}

export function createSetting({ patience = { openMs: 1_200, ackMs: 2_200 }, ...deps }: SlackDeps): SlackSetting {
  return { ...deps, journal: openJournal(deps.db, 'slack'), patience };
}
