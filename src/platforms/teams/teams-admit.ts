// Who may come in? Only what Teams has signed, about a conversation in a tenant that some county lists.
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { isTooDeep, readTenant, TeamsActivity } from './teams-activity.ts';
import { createSigningKeys } from './teams-keys.ts';
import { openProof, type Prove } from './teams-sdk.ts';
import type { TeamsSetting } from './teams-setting.ts';

/** Why not, for the log; whoever asks is told a number and nothing else. */
export interface Refused {
  readonly status: number;
  readonly reason: string;
}

export interface Admitted {
  readonly activity: TeamsActivity;
  readonly tenantId: string;
}

export interface Gate {
  /** Before the body is read. */
  checkHeaders(request: IncomingMessage): Promise<Refused | undefined>;
  admit(request: IncomingMessage, body: unknown): Promise<Refused | Admitted>;
}

export function createGate(setting: TeamsSetting): Gate {
  const { config } = setting;
  return config.kind === 'local-client' ? createLocalGate(config.connectorUrl) : createSignedGate(setting, config);
}

type Registration = Extract<TeamsSetting['config'], { kind: 'microsoft' }>;

function createSignedGate(setting: TeamsSetting, { clientId, tenantId }: Registration): Gate {
  const { endpoints, isTenantAllowed, log } = setting;
  const keys = createSigningKeys(setting);
  const open = () => openProof({ clientId, tenantId, endpoints });
  let proof: Promise<Prove> | undefined = open();
  proof.catch((error) => {
    log.error('teams.sdk-not-opened', error);
    proof = undefined;
  });

  return {
    async checkHeaders({ headers }) {
      const keyId = readKeyId(headers.authorization);
      if (keyId === undefined) return refuse(401, 'no-token');
      return (await keys.isTrusted(keyId)) ? undefined : refuse(401, 'key-not-trusted');
    },
    async admit({ headers: { authorization = '' } }, body) {
      proof ??= open();
      const prove = await proof;
      if (typeof body !== 'object' || body === null) return refuse(400, 'no-activity');
      if (!(await prove({ authorization, body }))) return refuse(401, 'token-not-valid');
      const activity = readActivity(body);
      if (!activity) return refuse(400, 'no-activity');
      if (activity.channelId !== 'msteams') return refuse(403, 'not-teams');
      const tenant = readTenant(activity);
      if (tenant === undefined || !(await isTenantAllowed(tenant))) return refuse(403, 'tenant-not-served');
      return { activity, tenantId: tenant };
    },
  };
}

/** Nobody shows who they are, so that only this machine may ask: not by another name, and not through a proxy. */
function createLocalGate(connectorUrl: string): Gate {
  return {
    async checkHeaders({ headers, socket }) {
      const isNear = /^(::1|127\.|::ffff:127\.)/.test(socket.remoteAddress ?? '');
      const host = (headers.host ?? '').replace(/:\d+$/, '');
      const isDirect = headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
      const isLocal = isNear && isDirect && ['localhost', '127.0.0.1', '[::1]'].includes(host);
      return isLocal ? undefined : refuse(403, 'not-local');
    },
    async admit(_request, body) {
      const activity = readActivity(body);
      if (!activity) return refuse(400, 'no-activity');
      // Whoever asks does not choose where the answer goes.
      return { activity: { ...activity, serviceUrl: connectorUrl }, tenantId: readTenant(activity) ?? 'local' };
    },
  };
}

function readActivity(body: unknown): TeamsActivity | undefined {
  return isTooDeep(body) ? undefined : TeamsActivity.safeParse(body).data;
}

const Header = z.object({ alg: z.literal('RS256'), kid: z.string().min(1) });

/** Which key signed it, as the token itself says: proven afterwards. */
function readKeyId(authorization: string | undefined): string | undefined {
  const [, header] = /^Bearer ([\w-]+)\.[\w-]+\.[\w-]+$/.exec(authorization ?? '') ?? [];
  if (header === undefined) return undefined;
  try {
    return Header.safeParse(JSON.parse(Buffer.from(header, 'base64url').toString())).data?.kid;
  } catch {
    return undefined;
  }
}

function refuse(status: number, reason: string): Refused {
  return { status, reason };
}
