// The environment, read once, with everything that is wrong in it said at once. The only reader of process.env.
import { z } from 'zod';
import { isLoopback } from './environment/loopback.ts';
import { findMailFaults, mailVariables } from './environment/mail-environment.ts';
import { findSlackFaults, slackVariables } from './environment/slack-environment.ts';
import { findTeamsFaults, teamsVariables } from './environment/teams-environment.ts';
import { filled, type Variables } from './environment/variables.ts';
import { type Finding, InvalidInput } from './errors.ts';
import { LOG_LEVELS, type LogLevel } from './log.ts';
import type { MailSetting } from './mail.ts';

const port = z
  .string()
  .trim()
  .regex(/^\d+$/, { error: 'must be a number from 0 to 65535' })
  .transform(Number)
  .pipe(z.int().max(65_535));

const Environment = z.object({
  HOST: filled.default('127.0.0.1'),
  PORT: port.prefault('3978'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be a web address, as https://samverk.example.org' })
    .optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a PostgreSQL address, as postgresql://user@host:5432/samverk' })
    .optional(),
  DATA_DIR: filled.default('./data'),
  SAMVERK_SECRET: z
    .string()
    .min(32, { error: 'must have at least 32 characters; `openssl rand -hex 32` makes one' })
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  ...teamsVariables,
  ...slackVariables,
  ...mailVariables,
});

/** How the app proves to Microsoft that it is itself. */
export type TeamsCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  /** A PEM file with the key and the certificate; read anew for each token, so that it can be renewed in place. */
  | { readonly kind: 'certificate'; readonly path: string }
  /** "system", or the client id of a user-assigned identity: only on a machine in Azure. */
  | { readonly kind: 'managed-identity'; readonly identity: string };

export type TeamsConfig =
  | {
      readonly kind: 'microsoft';
      readonly clientId: string;
      /** Where the app is registered; "botframework.com" for a multi-tenant app. */
      readonly tenantId: string;
      readonly credential: TeamsCredential;
    }
  /** To try with Microsoft's local client: nobody shows who they are, so only this machine may reach it. */
  | { readonly kind: 'local-client'; readonly connectorUrl: string };

export type SlackConfig = {
  /** "https://slack.com/api/" unless SLACK_API_URL says otherwise. Ends with a slash. */
  readonly apiUrl: string;
  readonly receive:
    | { readonly kind: 'http'; readonly signingSecret: string }
    | { readonly kind: 'socket'; readonly appToken: string };
  readonly install:
    | { readonly kind: 'token'; readonly botToken: string }
    | {
        readonly kind: 'oauth';
        readonly clientId: string;
        readonly clientSecret: string;
        /** Of 32 bytes each, in hexadecimal digits. The first encrypts the workspaces' tokens, all decrypt them. */
        readonly keys: readonly string[];
      };
};

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where people reach the service, without a slash at the end. */
  readonly publicUrl: string;
  readonly databaseUrl?: string;
  readonly dataDir: string;
  /** Signs links. In local mode one is made and kept in the data directory. */
  readonly secret?: string;
  readonly logLevel: LogLevel;
  /** Without it, Teams is off. */
  readonly teams?: TeamsConfig;
  /** Without it, Slack is off. */
  readonly slack?: SlackConfig;
  /** Without it, nobody is written to by e-mail. */
  readonly mail?: MailSetting;
  /** Nothing is configured and only this machine can reach it: anyone may be any member, to try it. */
  readonly isLocal: boolean;
}

/**
 * @throws InvalidInput with every fault of the environment
 */
export function readConfig(env: Variables): Config {
  // An empty line in .env means "not set".
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(set);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => toFault(issue));
  const crossFaults = findCrossFaults(set);
  if (!parsed.success || crossFaults.length > 0) {
    throw new InvalidInput('The environment is not right. Mend these and start again:', [...faults, ...crossFaults]);
  }
  return Object.freeze(toConfig(parsed.data));
}

type Environment = z.infer<typeof Environment>;

function toConfig(env: Environment): Config {
  const teams = toTeamsConfig(env);
  const slack = toSlackConfig(env);
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl: (env.PUBLIC_URL ?? `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`).replace(
      /\/+$/,
      '',
    ),
    dataDir: env.DATA_DIR,
    logLevel: env.LOG_LEVEL,
    isLocal: isLocal(env),
    ...(env.DATABASE_URL === undefined ? {} : { databaseUrl: env.DATABASE_URL }),
    ...(env.SAMVERK_SECRET === undefined ? {} : { secret: env.SAMVERK_SECRET }),
    ...(teams === undefined ? {} : { teams }),
    ...(slack === undefined ? {} : { slack }),
    ...(env.SMTP_URL && env.MAIL_FROM ? { mail: { url: env.SMTP_URL, from: env.MAIL_FROM } } : {}),
  };
}

function toTeamsConfig(env: Environment): TeamsConfig | undefined {
  const { TEAMS_CLIENT_ID: clientId, TEAMS_TENANT_ID: tenantId } = env;
  if (env.TEAMS_LOCAL_CLIENT !== undefined) return { kind: 'local-client', connectorUrl: env.TEAMS_LOCAL_CLIENT };
  if (clientId === undefined || tenantId === undefined) return undefined;
  return { kind: 'microsoft', clientId, tenantId, credential: toTeamsCredential(env) };
}

/** Exactly one of them is set. */
function toTeamsCredential(env: Environment): TeamsCredential {
  const { TEAMS_CLIENT_SECRET: secret, TEAMS_CERTIFICATE: path, TEAMS_MANAGED_IDENTITY: identity = 'system' } = env;
  if (secret !== undefined) return { kind: 'secret', secret };
  return path === undefined ? { kind: 'managed-identity', identity } : { kind: 'certificate', path };
}

function toSlackConfig(env: Environment): SlackConfig | undefined {
  const receive = toSlackReceive(env);
  const install = toSlackInstall(env);
  return receive && install && { apiUrl: env.SLACK_API_URL, receive, install };
}

function toSlackReceive(env: Environment): SlackConfig['receive'] | undefined {
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = env;
  if (appToken !== undefined) return { kind: 'socket', appToken };
  return signingSecret === undefined ? undefined : { kind: 'http', signingSecret };
}

function toSlackInstall(env: Environment): SlackConfig['install'] | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = env;
  if (botToken !== undefined) return { kind: 'token', botToken };
  if (clientId === undefined || clientSecret === undefined) return undefined;
  return { kind: 'oauth', clientId, clientSecret, keys: env.SLACK_TOKEN_KEY ?? [] };
}

/** Whoever sets one of these means it to be used by others. */
const MARKS = [
  'PUBLIC_URL',
  'DATABASE_URL',
  'SAMVERK_SECRET',
  'TEAMS_CLIENT_ID',
  'SLACK_BOT_TOKEN',
  'SLACK_CLIENT_ID',
  'SMTP_URL',
] as const;

function isLocal(env: { readonly [Name in (typeof MARKS)[number] | 'HOST']?: string | undefined }): boolean {
  const isConfigured = MARKS.some((name) => env[name] !== undefined);
  return !isConfigured && isLoopback(env.HOST ?? '127.0.0.1');
}

function toFault({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }): Finding {
  return { path: path.map(String).join('.'), message };
}

function findCrossFaults(set: Variables): readonly Finding[] {
  const local = isLocal(set);
  const faults: Finding[] = [];
  if (!local && set.SAMVERK_SECRET === undefined) {
    faults.push({
      path: 'SAMVERK_SECRET',
      message: 'is missing. It signs the links that people answer by. Make one with `openssl rand -hex 32`',
    });
  }
  if (!local && set.PUBLIC_URL === undefined && !isLoopback(set.HOST ?? '127.0.0.1')) {
    faults.push({
      path: 'PUBLIC_URL',
      message: 'is missing. Links lead there. Set it to where people reach the service',
    });
  }
  return [...faults, ...findTeamsFaults(set), ...findSlackFaults(set), ...findMailFaults(set)];
}
