// One bot token is one workspace. Which one it is, Slack is asked when somebody first needs to know.
import { z } from 'zod';
import { PlatformError } from '../../errors.ts';
import { toRefusal } from './slack-errors.ts';
import type { Installation, Installations } from './slack-installation.ts';
import { openClient } from './slack-sdk.ts';

const Tested = z.object({ team_id: z.string().min(1), team: z.string().default(''), user_id: z.string().min(1) });

export interface SingleToken {
  readonly apiUrl: string;
  readonly botToken: string;
}

/** Asked again only where it was not answered: the service starts while Slack cannot be reached. */
export function createSingleInstallation({ apiUrl, botToken }: SingleToken): Installations {
  let asking: Promise<Installation | undefined> | undefined;

  async function ask(): Promise<Installation | undefined> {
    const call = await openClient(apiUrl, botToken);
    const outcome = await call('auth.test', {});
    if (outcome.kind !== 'done') return orNowhere(toRefusal(outcome, 'auth.test'));
    const { team_id: teamId, team: teamName, user_id: botUserId } = Tested.parse(outcome.data);
    return { teamId, teamName, botToken, botUserId };
  }

  return {
    async find(teamId) {
      asking ??= ask();
      const fresh = asking;
      fresh.catch(() => {
        asking = undefined;
      });
      const installation = await fresh;
      return installation?.teamId === teamId ? installation : undefined;
    },
    async forget() {
      asking = undefined;
    },
  };
}

/** A token that was revoked belongs to no workspace any more; one that nobody has tested yet may. */
function orNowhere(refusal: PlatformError): undefined {
  if (refusal instanceof PlatformError && refusal.verdict === 'permanent') return undefined;
  throw refusal;
}
