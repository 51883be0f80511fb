// What we ask of Teams, over HTTP: each conversation at its own service URL.
import { z } from 'zod';
import type { Turnstile } from '../../outer/turnstile.ts';
import { toRefusal, toSilence } from './teams-errors.ts';
import type { Address } from './teams-place.ts';
import { withoutThread } from './teams-place.ts';
import type { TeamsSetting } from './teams-setting.ts';
import { BOT_SCOPE, type Tokens } from './teams-token.ts';

/** Where a request goes. A thread stands in the conversation's id. */
export type At = Pick<Address, 'serviceUrl' | 'conversationId' | 'tenantId'>;

export interface Activity {
  readonly type: 'message';
  readonly [property: string]: unknown;
}

export type OfTeam = Required<Pick<Address, 'serviceUrl' | 'teamId' | 'tenantId'>>;

/** Throws PlatformError, always: with what Teams answered, or that it did not. */
export interface Connector {
  /** @returns the new activity's id */
  post(at: At, activity: Activity, signal: AbortSignal): Promise<string>;
  change(at: At, activityId: string, activity: Activity): Promise<void>;
  remove(at: At, activityId: string): Promise<void>;
  readMember(at: At, userId: string): Promise<Member>;
  readMembers(at: At): Promise<readonly Member[]>;
  /** The personal conversation with somebody; the same every time. @returns its id, and where it is served */
  openPersonal(serviceUrl: string, tenantId: string, userId: string): Promise<Opened>;
  readTeam(of: OfTeam): Promise<TeamDetails>;
  readChannels(of: OfTeam): Promise<readonly Channel[]>;
}

const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

const Member = z.object({
  name: absent(z.string()),
  id: z.string(),
  aadObjectId: absent(z.string()),
  objectId: absent(z.string()),
  email: absent(z.string()),
  userPrincipalName: absent(z.string()),
  tenantId: absent(z.string()),
  userRole: absent(z.string()),
});
export type Member = z.infer<typeof Member>;

const MemberPage = z.object({ members: z.array(Member), continuationToken: absent(z.string()) });
const Posted = z.object({ id: z.string().min(1) });
const Opened = z.object({ id: z.string().min(1), serviceUrl: absent(z.url()) });
export type Opened = z.infer<typeof Opened>;
const TeamDetails = z.object({ name: absent(z.string()), aadGroupId: absent(z.string()) });
export type TeamDetails = z.infer<typeof TeamDetails>;
const Channel = z.object({ id: z.string(), name: absent(z.string()) });
export type Channel = z.infer<typeof Channel>;

/** Teams answers within a second or two. A post that takes longer is looked for. */
const ANSWER_MS = 10_000;
const MOST_PAGES = 50;

interface Request {
  readonly tried: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly tenantId: string;
  /** Where it counts as a post. */
  readonly conversationId?: string;
}

export interface ConnectorDeps {
  readonly setting: TeamsSetting;
  readonly tokens: Tokens;
  readonly turnstile: Turnstile;
}

export function createConnector({ setting, tokens, turnstile }: ConnectorDeps): Connector {
  const { config } = setting;
  const tenant = config.kind === 'microsoft' ? config.tenantId : '';
  const botId = config.kind === 'microsoft' ? config.clientId : 'samverk';

  async function ask<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
    const token = await tokens.get(BOT_SCOPE, tenant);
    const { tenantId, conversationId, signal } = request;
    const turn = { tenant: tenantId, conversation: conversationId, signal };
    const answer = await turnstile.pass(turn, () => fetchText(request, token));
    if (answer.status === 401) tokens.drop(BOT_SCOPE, tenant, token);
    if (answer.status >= 300) throw toRefusal({ ...answer, tried: request.tried });
    const read = schema.safeParse(readJson(answer.body));
    if (read.success) return read.data;
    // It was taken in, and told in words that we do not know.
    throw toSilence(read.error, request.tried);
  }

  return {
    post: async (at, activity, signal) => {
      const url = toUrl(at, 'activities');
      return (await ask({ tried: 'post', method: 'POST', url, body: activity, signal, ...toTurn(at) }, Posted)).id;
    },
    change: async (at, id, activity) => {
      const url = toUrl(at, 'activities', id);
      await ask({ tried: 'change', method: 'PUT', url, body: activity, ...toTurn(at) }, z.unknown());
    },
    remove: async (at, id) => {
      const url = toUrl(at, 'activities', id);
      await ask({ tried: 'change', method: 'DELETE', url, ...toTurn(at) }, z.unknown());
    },
    readMember: (at, userId) => {
      const url = toUrl(toBase(at), 'members', userId);
      return ask({ tried: 'read a member', method: 'GET', url, tenantId: at.tenantId }, Member);
    },
    readMembers: async (at) => {
      const members: Member[] = [];
      let next: string | undefined = '';
      for (let page = 0; next !== undefined && page < MOST_PAGES; page += 1) {
        const query = new URLSearchParams({ pageSize: '200', ...(next === '' ? {} : { continuationToken: next }) });
        const url = `${toUrl(toBase(at), 'pagedmembers')}?${query}`;
        const read: z.infer<typeof MemberPage> = await ask(
          { tried: 'read the members', method: 'GET', url, tenantId: at.tenantId },
          MemberPage,
        );
        members.push(...read.members);
        next = read.continuationToken;
      }
      return members;
    },
    openPersonal: (serviceUrl, tenantId, userId) =>
      ask(
        {
          tried: 'open a personal chat',
          method: 'POST',
          tenantId,
          url: `${trim(serviceUrl)}/v3/conversations`,
          body: {
            isGroup: false,
            bot: { id: `28:${botId}` },
            members: [{ id: userId }],
            tenantId,
            channelData: { tenant: { id: tenantId } },
          },
        },
        Opened,
      ),
    readTeam: ({ serviceUrl, teamId, tenantId }) =>
      ask({ tried: 'read the team', method: 'GET', url: toTeamUrl(serviceUrl, teamId), tenantId }, TeamDetails),
    readChannels: async ({ serviceUrl, teamId, tenantId }) => {
      const url = `${toTeamUrl(serviceUrl, teamId)}/conversations`;
      const schema = z.object({ conversations: z.array(Channel) });
      return (await ask({ tried: 'read the channels', method: 'GET', url, tenantId }, schema)).conversations;
    },
  };
}

interface TextAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter?: string | undefined;
}

async function fetchText(
  { tried, method, url, body, signal }: Request,
  token: string | undefined,
): Promise<TextAnswer> {
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
  };
  const patience = AbortSignal.timeout(ANSWER_MS);
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'error',
      signal: signal ? AbortSignal.any([patience, signal]) : patience,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const retryAfter = response.headers.get('retry-after') ?? undefined;
    return { status: response.status, body: await response.text(), retryAfter };
  } catch (error) {
    throw toSilence(error, tried);
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toUrl({ serviceUrl, conversationId }: At, what: string, id?: string): string {
  const path = ['v3', 'conversations', conversationId, what, ...(id === undefined ? [] : [id])].map(encodeURIComponent);
  return `${trim(serviceUrl)}/${path.join('/')}`;
}

function toTeamUrl(serviceUrl: string, teamId: string): string {
  return `${trim(serviceUrl)}/v3/teams/${encodeURIComponent(teamId)}`;
}

function toBase(at: At): At {
  return { ...at, conversationId: withoutThread(at.conversationId) };
}

function toTurn({ tenantId, conversationId }: At) {
  return { tenantId, conversationId: withoutThread(conversationId) };
}

function trim(serviceUrl: string): string {
  return serviceUrl.replace(/\/+$/, '');
}
