// Slack, as far as installing goes: asks a person, gives a code for their yes, and a token for the code, once.
import { randomBytes } from 'node:crypto';
import { type Asked, openForeignServer, type Reply } from './foreign-server.ts';

/** What the person chooses on Slack's page. */
export type Choice = { readonly team: { readonly id: string; readonly name: string } | null } | 'deny';

export interface SlackOAuth {
  readonly apiUrl: string;
  choice: Choice;
  /** What else stands in the answer that holds the token. */
  also: Readonly<Record<string, unknown>>;
  /** In the place of an answer to a method, as "oauth.v2.access". */
  readonly faults: Map<string, Reply>;
  /** Tokens in the order in which they were given. */
  readonly given: readonly string[];
  readonly revoked: readonly string[];
  close(): Promise<void>;
}

export const CLIENT = { clientId: '12345.67890', clientSecret: 'hallon-och-havtorn' } as const;

export async function openSlackOAuth(): Promise<SlackOAuth> {
  const given: string[] = [];
  const revoked: string[] = [];
  const codes = new Map<string, { readonly team: unknown; readonly redirectUri: string }>();

  function authorize({ searchParams }: URL): Reply {
    const back = new URL(searchParams.get('redirect_uri') ?? '');
    if (slack.choice === 'deny') back.searchParams.set('error', 'access_denied');
    else {
      const code = randomBytes(8).toString('hex');
      codes.set(code, { team: slack.choice.team, redirectUri: searchParams.get('redirect_uri') ?? '' });
      back.searchParams.set('code', code);
    }
    back.searchParams.set('state', searchParams.get('state') ?? '');
    return { status: 302, headers: { location: back.href } };
  }

  function exchange(fields: URLSearchParams): Reply {
    const isClient = fields.get('client_id') === CLIENT.clientId && fields.get('client_secret') === CLIENT.clientSecret;
    if (!isClient) return refuse('bad_client_secret');
    const code = fields.get('code') ?? '';
    const sold = codes.get(code);
    codes.delete(code);
    if (!sold) return refuse('invalid_code');
    if (fields.get('redirect_uri') !== sold.redirectUri) return refuse('bad_redirect_uri');
    const token = `xoxb-${randomBytes(12).toString('hex')}`;
    given.push(token);
    const rest = { token_type: 'bot', bot_user_id: 'U0SAMVERK', enterprise: null, is_enterprise_install: false };
    return { status: 200, body: { ok: true, access_token: token, team: sold.team, ...rest, ...slack.also } };
  }

  function revoke({ headers }: Asked): Reply {
    revoked.push((headers.authorization ?? '').replace('Bearer ', ''));
    return { status: 200, body: { ok: true, revoked: true } };
  }

  const server = await openForeignServer(async (asked) => {
    const method = asked.url.pathname.replace('/api/', '');
    const fault = slack.faults.get(method);
    if (fault) return fault;
    if (asked.url.pathname === '/oauth/v2/authorize') return authorize(asked.url);
    if (method === 'oauth.v2.access') return exchange(new URLSearchParams(asked.body));
    if (method === 'auth.revoke') return revoke(asked);
    return refuse('unknown_method');
  });

  const slack: SlackOAuth = {
    apiUrl: `${server.url}/api/`,
    choice: { team: { id: 'T0BLEKINGE', name: 'Blekinge' } },
    also: {},
    faults: new Map(),
    given,
    revoked,
    close: server.close,
  };
  return slack;
}

function refuse(error: string): Reply {
  return { status: 200, body: { ok: false, error } };
}
