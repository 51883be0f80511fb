// What the environment may say about Slack, and what belongs together in it.
import { z } from 'zod';
import type { Finding } from '../errors.ts';
import { isLoopback, leadsToLoopback } from './loopback.ts';
import { filled, type Variables } from './variables.ts';

const SLACK_COM = 'https://slack.com/api/';

export const slackVariables = {
  SLACK_BOT_TOKEN: filled
    .regex(/^xoxb-\S+$/, {
      error:
        "must be a bot token that does not run out, as xoxb-…. Copy Bot User OAuth Token from OAuth & Permissions in the app's settings",
    })
    .optional(),
  SLACK_SIGNING_SECRET: filled.optional(),
  SLACK_APP_TOKEN: filled
    .regex(/^xapp-\S+$/, {
      error:
        "must be an app-level token, as xapp-…. Generate one with the scope connections:write under Basic Information in the app's settings",
    })
    .optional(),
  SLACK_API_URL: z
    .string()
    .refine((url) => leadsToSlack(url) || leadsToLoopback(url), {
      error: `must be the address of slack.com with https, or one on this machine: tokens are sent there. Unset it for ${SLACK_COM}`,
    })
    .transform((url) => url.replace(/\/*$/, '/'))
    .default(SLACK_COM),
  SLACK_CLIENT_ID: filled
    .regex(/^\d+\.\d+$/, {
      error: "must be two numbers with a dot. Copy Client ID from Basic Information in the app's settings",
    })
    .optional(),
  SLACK_CLIENT_SECRET: filled.optional(),
  SLACK_TOKEN_KEY: z
    .string()
    .transform((keys) => keys.split(',').map((key) => key.trim().toLowerCase()))
    .refine((keys) => keys.every((key) => /^[0-9a-f]{64}$/.test(key)), {
      error:
        'must be 64 hexadecimal digits, or several such with commas between. `openssl rand -hex 32` makes one; the first encrypts, and all decrypt',
    })
    .optional(),
};

export function findSlackFaults(set: Variables): readonly Finding[] {
  if (set.SLACK_BOT_TOKEN === undefined && set.SLACK_CLIENT_ID === undefined) {
    const told = ['SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN', 'SLACK_CLIENT_SECRET', 'SLACK_TOKEN_KEY', 'SLACK_API_URL'];
    const message = `is set but neither SLACK_BOT_TOKEN (one workspace) nor SLACK_CLIENT_ID (several) is. Copy one from the app's settings, or unset this to run without Slack`;
    return told.filter((name) => set[name] !== undefined).map((path) => ({ path, message }));
  }
  return [...findReceiveFaults(set), ...findInstallFaults(set)];
}

/** Slack either reaches us, or we reach Slack. */
function findReceiveFaults(set: Variables): readonly Finding[] {
  const { SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: appToken } = set;
  if (secret === undefined && appToken === undefined) {
    const cause = set.SLACK_BOT_TOKEN === undefined ? 'SLACK_CLIENT_ID' : 'SLACK_BOT_TOKEN';
    const message = `is missing while ${cause} is set. Copy it from Basic Information in the app's settings, or set SLACK_APP_TOKEN for Socket Mode, or unset ${cause} to run without Slack`;
    return [{ path: 'SLACK_SIGNING_SECRET', message }];
  }
  if (secret === undefined || appToken === undefined) return [];
  const message =
    'is set together with SLACK_SIGNING_SECRET. With it Slack is reached through Socket Mode, without it Slack reaches this service. Unset the one that is not to be used';
  return [{ path: 'SLACK_APP_TOKEN', message }];
}

/** One workspace by its token, or several by installing. */
function findInstallFaults(set: Variables): readonly Finding[] {
  const byInstalling = ['SLACK_CLIENT_SECRET', 'SLACK_TOKEN_KEY'];
  if (set.SLACK_CLIENT_ID === undefined) {
    const message = 'is set but SLACK_CLIENT_ID is missing. Set it to serve several workspaces, or unset this';
    return byInstalling.filter((name) => set[name] !== undefined).map((path) => ({ path, message }));
  }
  const faults: Finding[] = [];
  if (set.SLACK_BOT_TOKEN !== undefined) {
    faults.push({
      path: 'SLACK_BOT_TOKEN',
      message:
        'is set together with SLACK_CLIENT_ID. A token serves one workspace, a client id all that install the app. Unset the one that is not to be used',
    });
  }
  if (set.SLACK_CLIENT_SECRET === undefined) {
    faults.push({
      path: 'SLACK_CLIENT_SECRET',
      message: "is missing while SLACK_CLIENT_ID is set. Copy it from Basic Information in the app's settings",
    });
  }
  if (set.SLACK_TOKEN_KEY === undefined) {
    faults.push({
      path: 'SLACK_TOKEN_KEY',
      message:
        'is missing while SLACK_CLIENT_ID is set. It encrypts the tokens of the workspaces in the database. Make one with `openssl rand -hex 32`, and keep it apart from the database and its backups',
    });
  }
  return [...faults, ...findReturnFaults(set)];
}

/** Whoever installs comes back from Slack in their browser, with a code that is worth a token. */
function findReturnFaults({ PUBLIC_URL: publicUrl, HOST: host = '127.0.0.1' }: Variables): readonly Finding[] {
  const path = 'PUBLIC_URL';
  if (publicUrl === undefined) {
    // Where others reach the service, that it is missing is said already.
    if (!isLoopback(host)) return [];
    const message = 'is missing while SLACK_CLIENT_ID is set. Slack leads whoever installs the app back there';
    return [{ path, message }];
  }
  const isSafe = !URL.canParse(publicUrl) || publicUrl.startsWith('https:') || leadsToLoopback(publicUrl);
  if (isSafe) return [];
  return [{ path, message: 'must begin with https while SLACK_CLIENT_ID is set: Slack leads back to nothing else' }];
}

function leadsToSlack(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'));
}
