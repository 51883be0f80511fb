// Who is in a conversation and what a team has, as the Bot Connector tells it; members one by one, at once, or page by page.
import type { Reply } from './foreign-server.ts';
import type { Account, Place, Team } from './teams-world.ts';

export interface Roster {
  readonly place: Place;
  readonly pageSize: number;
  readonly url: URL;
}

/** @param wanted one member only, by either id */
export function listMembers({ place, pageSize, url }: Roster, wanted: string | undefined): Reply {
  const members = place.members.map(describeAccount);
  if (wanted !== undefined) {
    const one = members.find(({ id, aadObjectId }) => id === wanted || aadObjectId === wanted);
    return one ? { status: 200, body: one } : fail(404, 'MemberNotFoundInConversation');
  }
  if (url.pathname.endsWith('/members')) return { status: 200, body: members };
  const from = Number(url.searchParams.get('continuationToken') ?? 0);
  const to = from + Math.min(pageSize, Number(url.searchParams.get('pageSize') ?? pageSize));
  const more = to < members.length ? { continuationToken: `${to}` } : {};
  return { status: 200, body: { members: members.slice(from, to), ...more } };
}

function describeAccount({ id, objectId, name, email, tenant, isGuest }: Account) {
  const userPrincipalName = isGuest ? `${email.replace('@', '_')}#EXT#@example.onmicrosoft.com` : email;
  const names = { name, givenName: name.split(' ')[0], surname: name.split(' ').at(-1) };
  const ids = { id, objectId, aadObjectId: objectId, tenantId: tenant };
  return { ...ids, ...names, email, userPrincipalName, userRole: isGuest ? 'guest' : 'user' };
}

export function describeTeam({ id, groupId, name }: Team, tenantId: string) {
  return { id, name, aadGroupId: groupId, tenantId, type: 'standard' };
}

/** The first channel of a team has no name here: each client calls it in its own language. */
export function describeChannels(channels: readonly Place[]) {
  return {
    conversations: channels.map(({ id, name, team }) => ({
      id,
      name: id === team?.id ? null : name,
      type: 'standard',
    })),
  };
}

export function fail(status: number, code: string): Reply {
  return { status, body: { error: { code, message: `${code}.` } } };
}
