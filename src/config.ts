// The environment, read once, with everything that is wrong in it said at once. The only reader of process.env.
import { z } from 'zod';
import { readCertificate } from './certificate.ts';
import { InvalidInput } from './errors.ts';
import { LOG_LEVELS, type LogLevel } from './log.ts';

const port = z
  .string()
  .trim()
  .regex(/^\d+$/, { error: 'must be a number from 0 to 65535' })
  .transform(Number)
  .pipe(z.int().max(65_535));
const filled = z.string().trim().min(1);

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
  TEAMS_CLIENT_ID: z.uuid({ error: "must be the app's client id, as 00000000-0000-0000-0000-000000000000" }).optional(),
  TEAMS_CLIENT_SECRET: filled.optional(),
  TEAMS_CERTIFICATE: filled.optional(),
  TEAMS_MANAGED_IDENTITY: filled.optional(),
  TEAMS_TENANT_ID: filled
    .regex(/^[\w.-]+$/, { error: 'must be a directory (tenant) id, or botframework.com for a multi-tenant app' })
    .optional(),
  TEAMS_LOCAL_CLIENT: z
    .url({ protocol: /^https?$/, error: 'must be a web address, as http://127.0.0.1:56150/_connector' })
    .optional(),
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
  /** "https://slack.com/api/" unless SLACK_API_URL says otherwise */
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
  /** Nothing is configured and only this machine can reach it: anyone may be any member, to try it. */
  readonly isLocal: boolean;
}

/**
 * @throws InvalidInput with every fault of the environment
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
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

type Marks = 'HOST' | 'PUBLIC_URL' | 'DATABASE_URL' | 'SAMVERK_SECRET' | 'TEAMS_CLIENT_ID';

function isLocal(env: Partial<Pick<Environment, Marks>>): boolean {
  const marks = [env.PUBLIC_URL, env.DATABASE_URL, env.SAMVERK_SECRET, env.TEAMS_CLIENT_ID];
  const isConfigured = marks.some((value) => value !== undefined);
  return !isConfigured && isLoopback(env.HOST ?? '127.0.0.1');
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

interface Fault {
  readonly path: string;
  readonly message: string;
}

function toFault({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }): Fault {
  return { path: path.map(String).join('.'), message };
}

function findCrossFaults(set: Readonly<Record<string, string | undefined>>): readonly Fault[] {
  const local = isLocal(set);
  const faults: Fault[] = [];
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
  return [...faults, ...findTeamsFaults(set), ...findLocalClientFaults(set)];
}

const TEAMS_CREDENTIALS = ['TEAMS_CLIENT_SECRET', 'TEAMS_CERTIFICATE', 'TEAMS_MANAGED_IDENTITY'];

function findTeamsFaults(set: Readonly<Record<string, string | undefined>>): readonly Fault[] {
  const { TEAMS_CLIENT_ID: id, TEAMS_TENANT_ID: tenant } = set;
  if (id === undefined) {
    const orphans = [...TEAMS_CREDENTIALS, 'TEAMS_TENANT_ID'].filter((name) => set[name]);
    const message =
      'is set but TEAMS_CLIENT_ID is missing. Copy it from the app registration, or unset this to run without Teams';
    return orphans.map((path) => ({ path, message }));
  }
  const faults = [...findCredentialFaults(set)];
  if (tenant === undefined) {
    faults.push({
      path: 'TEAMS_TENANT_ID',
      message:
        'is missing while TEAMS_CLIENT_ID is set. Copy Directory (tenant) ID from the app registration; for a multi-tenant app write botframework.com',
    });
  }
  return faults;
}

function findCredentialFaults(set: Readonly<Record<string, string | undefined>>): readonly Fault[] {
  const [first, ...others] = TEAMS_CREDENTIALS.filter((name) => set[name] !== undefined);
  if (first === undefined) {
    const message =
      'is missing while TEAMS_CLIENT_ID is set. Make one under Certificates & secrets in the app registration, or set TEAMS_CERTIFICATE, or TEAMS_MANAGED_IDENTITY on a machine in Azure, or unset the client id to run without Teams';
    return [{ path: 'TEAMS_CLIENT_SECRET', message }];
  }
  const together = others.map((path) => ({
    path,
    message: `is set together with ${first}. Unset the one that is not to be used`,
  }));
  return [...together, ...findCertificateFaults(set.TEAMS_CERTIFICATE)];
}

function findCertificateFaults(path: string | undefined): readonly Fault[] {
  if (path === undefined) return [];
  try {
    readCertificate(path);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return [{ path: 'TEAMS_CERTIFICATE', message: error.message }];
  }
}

function findLocalClientFaults(set: Readonly<Record<string, string | undefined>>): readonly Fault[] {
  const path = 'TEAMS_LOCAL_CLIENT';
  const url = set[path];
  if (url === undefined) return [];
  const faults: Fault[] = [];
  if (set.TEAMS_CLIENT_ID !== undefined) {
    faults.push({
      path,
      message:
        'is set together with TEAMS_CLIENT_ID. It lets in whoever asks, which an app with credentials never does. Unset one of them',
    });
  }
  if (!isLoopback(set.HOST ?? '127.0.0.1')) {
    faults.push({
      path,
      message: 'lets in whoever asks, so it works on this machine alone. Set HOST=127.0.0.1, or unset it',
    });
  }
  if (URL.canParse(url) && !isLoopback(new URL(url).hostname.replace(/^\[(.*)\]$/, '$1'))) {
    faults.push({ path, message: 'must lead to this machine, as http://127.0.0.1:56150/_connector' });
  }
  return faults;
}
