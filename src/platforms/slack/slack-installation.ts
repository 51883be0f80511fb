// In which workspaces is the app installed, and with which token does it speak there?
import type { Instant } from '../../calendar/zone.ts';

export interface Installation {
  readonly teamId: string;
  readonly teamName: string;
  readonly botToken: string;
  readonly botUserId: string;
  /** Absent where the token stands in the environment. */
  readonly installedAt?: Instant | undefined;
}

export interface Installations {
  find(teamId: string): Promise<Installation | undefined>;
  forget(teamId: string): Promise<void>;
}
