// What there is in Teams: tenants with people, teams, channels and chats, who is in them, and what was posted there.
import { createHash } from 'node:crypto';

export interface Account {
  /** As bots see them, "29:…". */
  readonly id: string;
  /** As the directory of their tenant knows them. */
  readonly objectId: string;
  readonly name: string;
  /** A guest has one too: where they come from, not from the tenant. */
  readonly email: string;
  readonly tenant: string;
  readonly isGuest: boolean;
}

export interface Team {
  /** As bots see it: the id of its first channel. */
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
}

/** What became of the bot there. */
export type PlaceState = 'open' | 'removed' | 'blocked' | 'archived' | 'deleted';

export interface Place {
  readonly id: string;
  /** What Graph calls it: the same, but for a personal chat. */
  readonly graphId: string;
  readonly kind: 'channel' | 'chat' | 'personal';
  readonly name: string;
  readonly tenant: string;
  /** The part of the world whose connector serves it. */
  readonly region: string;
  readonly team?: Team;
  readonly members: Account[];
  state: PlaceState;
}

export interface Post {
  readonly id: string;
  readonly place: Place;
  /** The first post of its thread; its own id where it began one. */
  readonly thread: string;
  readonly tenant: string;
  content: Content;
  readonly sentAt: number;
  isDeleted: boolean;
}

export interface Content {
  readonly text?: string | undefined;
  readonly summary?: string | undefined;
  readonly cards: readonly unknown[];
}

export interface World {
  readonly botId: string;
  readonly places: Map<string, Place>;
  readonly posts: Post[];
  addPlace(place: NewPlace): Place;
  /** The personal chat with somebody, the same every time. */
  openPersonal(account: Account, region: string): Place;
  post(place: Place, content: Content, thread?: string): Post;
  /** Takes everything away that was posted. */
  sweep(): void;
}

export interface NewPlace {
  readonly kind: 'channel' | 'chat';
  readonly name: string;
  readonly tenant: string;
  readonly region?: string;
  readonly team?: string;
  readonly members: readonly Account[];
}

export function createWorld(clientId: string): World {
  const places = new Map<string, Place>();
  const posts: Post[] = [];
  let lastId = 0;
  const add = (place: Place) => {
    places.set(place.id, place);
    return place;
  };
  return {
    botId: `28:${clientId}`,
    places,
    posts,
    addPlace({ kind, name, tenant, region = 'emea', team, members }) {
      const id = `19:${digest(`${tenant} ${team ?? ''} ${name}`)}@thread.${kind === 'channel' ? 'tacv2' : 'v2'}`;
      const inTeam = team === undefined ? {} : { team: nameTeam(tenant, team) };
      return add({ id, graphId: id, kind, name, tenant, region, ...inTeam, members: [...members], state: 'open' });
    },
    openPersonal(account, region) {
      const id = `a:1${digest(`${account.tenant} ${account.id}`)}`;
      const graphId = `19:${account.objectId}_${clientId}@unq.gbl.spaces`;
      const { name, tenant } = account;
      return (
        places.get(id) ??
        add({ id, graphId, kind: 'personal', name, tenant, region, members: [account], state: 'open' })
      );
    },
    post(place, content, thread) {
      // Ids are the moment of arrival, and no two are the same.
      lastId = Math.max(lastId + 1, Date.now());
      const id = `${lastId}`;
      const { tenant } = place;
      const post = { id, place, thread: thread ?? id, tenant, content, sentAt: Date.now(), isDeleted: false };
      posts.push(post);
      return post;
    },
    sweep() {
      posts.length = 0;
    },
  };
}

export function makeAccount(name: string, tenant: string, { isGuest = false, email = toEmail(name) } = {}): Account {
  const objectId = toUuid(digest(`${tenant} ${name}`));
  return { id: `29:1${digest(`bot ${tenant} ${name}`)}`, objectId, name, email, tenant, isGuest };
}

export function makeTenant(name: string): string {
  return toUuid(digest(`tenant ${name}`));
}

function nameTeam(tenant: string, name: string): Team {
  const hash = digest(`${tenant} team ${name}`);
  return { id: `19:${hash}@thread.tacv2`, groupId: toUuid(hash), name };
}

function toEmail(name: string): string {
  return `${name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z ]/g, '')
    .replaceAll(' ', '.')}@example.org`;
}

function digest(words: string): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 32);
}

function toUuid(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
