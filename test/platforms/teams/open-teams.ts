// Our door to Teams on a port of its own, with Microsoft faked around it: who signs, what it is sent to, and who writes.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import express from 'express';
import { createMovableClock, type MovableClock } from '../../../src/clock.ts';
import type { Db } from '../../../src/database/open.ts';
import { type Log, silentLog } from '../../../src/log.ts';
import type { Conversation, Handle, Platform } from '../../../src/platform.ts';
import { createTeams } from '../../../src/platforms/teams/teams.ts';
import { toConversation } from '../../../src/platforms/teams/teams-place.ts';
import { createTeamsClient, type TeamsClient } from '../../fake/teams-client.ts';
import { openTeamsConnector, type TeamsConnector } from '../../fake/teams-connector.ts';
import { openTeamsIdentity, type TeamsIdentity, TOKEN_ISSUER } from '../../fake/teams-identity.ts';
import { createPostman, type Postman } from '../../fake/teams-postman.ts';
import { type Account, makeAccount, makeTenant, type Place } from '../../fake/teams-world.ts';

export const tenant = makeTenant('Region Blekinge');
export const asa = makeAccount('Åsa Berg', tenant);
const guest = makeAccount('Gäst Gästsson', tenant, { isGuest: true, email: 'gast@elsewhere.example.org' });
const others = ['Bo Ek', 'Cia Dal', 'Eva Falk'].map((name) => makeAccount(name, tenant));
export const everybody = [asa, guest, ...others];

export interface OpenTeams {
  readonly teams: Platform;
  readonly door: string;
  readonly clock: MovableClock;
  readonly identity: TeamsIdentity;
  readonly connector: TeamsConnector;
  readonly postman: Postman;
  /** A channel, a group chat and Åsa's own chat; she and everybody are in the first two. */
  readonly channel: Place;
  readonly chat: Place;
  readonly personal: Place;
  enter(place: Place, account?: Account): TeamsClient;
  close(): Promise<void>;
}

export interface TeamsOptions {
  readonly db: Db;
  readonly handle: Handle;
  readonly log?: Log;
}

export async function openTeams({ db, handle, log = silentLog }: TeamsOptions): Promise<OpenTeams> {
  const registration = { clientId: randomUUID(), clientSecret: randomUUID() };
  const identity = await openTeamsIdentity(registration);
  const connector = await openTeamsConnector({ identity, pageSize: 2 });
  const clock = createMovableClock(new Date());
  const teams = createTeams({
    config: { kind: 'microsoft', tenantId: tenant, ...toCredential(registration) },
    db,
    clock,
    log,
    isTenantAllowed: async (asked) => asked === tenant,
    endpoints: toEndpoints(identity, connector),
  });
  const app = express().disable('x-powered-by').use('/api/messages', teams.listen(handle));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const door = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/api/messages`;
  const postman = createPostman(identity, door);
  const { world } = connector;
  return {
    teams,
    door,
    clock,
    identity,
    connector,
    postman,
    channel: world.addPlace({ kind: 'channel', name: 'Avstämning', tenant, team: 'Nätverket', members: everybody }),
    chat: world.addPlace({ kind: 'chat', name: 'Beredning', tenant, region: 'amer', members: everybody }),
    personal: world.openPersonal(asa, 'emea'),
    enter: (place, account = asa) => createTeamsClient({ connector, postman, account, place }),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await connector.close();
      await identity.close();
    },
  };
}

export function toCredential({ clientId, clientSecret }: TeamsIdentity['registration']) {
  return { clientId, credential: { kind: 'secret', secret: clientSecret } } as const;
}

export function toEndpoints(
  identity: Pick<TeamsIdentity, 'url' | 'openIdMetadataUrl'>,
  { graphUrl }: Pick<TeamsConnector, 'graphUrl'>,
) {
  return { login: identity.url, openIdMetadata: identity.openIdMetadataUrl, issuer: TOKEN_ISSUER, graph: graphUrl };
}

/** A place as the road knows it. */
export function toKnown(connector: TeamsConnector, place: Place): Conversation {
  const { kind, name, id, tenant: tenantId, team, members } = place;
  const inTeam = team ? { teamId: team.id, groupId: team.groupId } : {};
  const withPerson = kind === 'personal' && members[0] ? { userId: members[0].objectId } : {};
  const address = { serviceUrl: connector.serviceUrlOf(place), conversationId: id, tenantId, ...inTeam, ...withPerson };
  return toConversation(kind, name, address);
}
