// All of Slack at one address: installing is one fake's, everything after it the other's.
import { type Asked, type ForeignServer, openForeignServer, type Reply } from './foreign-server.ts';
import type { SlackOAuth } from './slack-oauth.ts';
import type { SlackServer } from './slack-server.ts';

const INSTALLING = ['/oauth/v2/authorize', '/api/oauth.v2.access', '/api/auth.revoke'];

export function openSlackFront(oauth: SlackOAuth, web: SlackServer): Promise<ForeignServer> {
  return openForeignServer((asked) =>
    forward(asked, INSTALLING.includes(asked.url.pathname) ? oauth.apiUrl : web.apiUrl),
  );
}

async function forward({ method, url, headers, body }: Asked, to: string): Promise<Reply> {
  const { authorization = '', 'content-type': type = '' } = headers;
  const init = { method, headers: { authorization, 'content-type': type }, redirect: 'manual' as const };
  const response = await fetch(
    new URL(`${url.pathname}${url.search}`, to),
    method === 'GET' ? init : { ...init, body },
  );
  const text = await response.text();
  const location = response.headers.get('location');
  return { status: response.status, ...(location ? { headers: { location } } : { body: JSON.parse(text) }) };
}
