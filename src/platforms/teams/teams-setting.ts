// What Teams is given, and where Microsoft is found: passed to every part of it.
import type { Clock } from '../../clock.ts';
import type { TeamsConfig } from '../../config.ts';
import type { Db } from '../../database/open.ts';
import type { Log } from '../../log.ts';
import { type Journal, openJournal } from '../../outer/journal-store.ts';

/** Where Microsoft is found. Others only in tests. */
export interface TeamsEndpoints {
  /** Gives out tokens: "https://login.microsoftonline.com". */
  readonly login: string;
  /** Ends with "/openidconfiguration"; beside it, at "/keys", are the keys that Microsoft signs its requests with. */
  readonly openIdMetadata: string;
  /** Who signs them. */
  readonly issuer: string;
  /** "https://graph.microsoft.com/v1.0". */
  readonly graph: string;
}

export interface TeamsDeps {
  readonly config: TeamsConfig;
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether some county lists the tenant. Nobody else is served. */
  readonly isTenantAllowed: (tenant: string) => Promise<boolean>;
  readonly endpoints?: Partial<TeamsEndpoints> | undefined;
  /** Sends a second to one tenant: Microsoft's pages say 30, some 50. */
  readonly tenantPerSecond?: number | undefined;
}

export interface TeamsSetting extends Omit<TeamsDeps, 'endpoints' | 'db'> {
  readonly journal: Journal;
  readonly endpoints: TeamsEndpoints;
}

/** Where main.ts mounts it. */
export const TEAMS = '/api/messages';

const MICROSOFT: TeamsEndpoints = {
  login: 'https://login.microsoftonline.com',
  openIdMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  issuer: 'https://api.botframework.com',
  graph: 'https://graph.microsoft.com/v1.0',
};

export function createSetting(deps: TeamsDeps): TeamsSetting {
  return { ...deps, journal: openJournal(deps.db, 'teams'), endpoints: { ...MICROSOFT, ...deps.endpoints } };
}
