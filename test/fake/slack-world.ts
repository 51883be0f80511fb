// What there is in Slack: workspaces with people, channels and direct messages, who is in them, and what was posted there.
import { createHash } from 'node:crypto';

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly botToken: string;
  readonly botUserId: string;
  /** What became of the app there. */
  state: 'installed' | 'revoked' | 'inactive';
}

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Where they belong: in a shared channel some come from other workspaces. */
  readonly workspace: string;
  readonly kind: 'member' | 'guest' | 'bot';
  readonly isConfirmed: boolean;
  readonly locale: string;
}

export type ChannelState = 'open' | 'archived' | 'deleted';

export interface Channel {
  readonly id: string;
  readonly kind: 'channel' | 'private' | 'group' | 'direct';
  name: string;
  readonly workspace: Workspace;
  readonly members: Account[];
  isBotIn: boolean;
  state: ChannelState;
}

export interface Content {
  readonly text: string;
  readonly blocks: readonly unknown[];
}

export interface Post {
  readonly ts: string;
  readonly channel: Channel;
  readonly threadTs?: string;
  content: Content;
  readonly metadata?: unknown;
  /** Nobody else sees it. */
  readonly onlyTo?: string;
  isDeleted: boolean;
}

/** A modal, or the app's own page, as one person has it open. */
export interface OpenView {
  readonly id: string;
  readonly userId: string;
  hash: string;
  view: Readonly<Record<string, unknown>>;
}

export interface World {
  readonly workspaces: Map<string, Workspace>;
  readonly accounts: Map<string, Account>;
  readonly channels: Map<string, Channel>;
  readonly posts: Post[];
  readonly views: Map<string, OpenView>;
  /** By person. */
  readonly homes: Map<string, OpenView>;
  addWorkspace(name: string): Workspace;
  addAccount(account: NewAccount): Account;
  addChannel(channel: NewChannel): Channel;
  /** The direct messages of somebody with the bot, the same every time. */
  openDirect(account: Account, workspace: Workspace): Channel;
  post(post: Omit<Post, 'ts' | 'isDeleted'>): Post;
  showView(userId: string, view: OpenView['view'], known?: OpenView): OpenView;
  /** Takes everything away that was posted and opened. */
  sweep(): void;
}

export interface NewAccount {
  readonly name: string;
  readonly workspace: Workspace;
  readonly email?: string;
  readonly kind?: Account['kind'];
  readonly isConfirmed?: boolean;
  readonly locale?: string;
}

export interface NewChannel {
  readonly kind: 'channel' | 'private' | 'group';
  readonly name: string;
  readonly workspace: Workspace;
  readonly members: readonly Account[];
}

export function createWorld(): World {
  const posts: Post[] = [];
  let lastTs = 0;
  let lastView = 0;
  const world: World = {
    workspaces: new Map(),
    accounts: new Map(),
    channels: new Map(),
    posts,
    views: new Map(),
    homes: new Map(),
    addWorkspace(name) {
      const id = makeId('T', name);
      const botToken = `xoxb-${digest(`token ${name}`).slice(0, 24)}`;
      const workspace: Workspace = { id, name, botToken, botUserId: makeId('U', `bot ${name}`), state: 'installed' };
      world.workspaces.set(id, workspace);
      return workspace;
    },
    addAccount({ name, workspace, email = toEmail(name), kind = 'member', isConfirmed = true, locale = 'sv-SE' }) {
      const id = makeId('U', `${workspace.id} ${name}`);
      const account: Account = { id, name, email, workspace: workspace.id, kind, isConfirmed, locale };
      world.accounts.set(id, account);
      return account;
    },
    addChannel({ kind, name, workspace, members }) {
      const id = makeId(kind === 'private' || kind === 'group' ? 'G' : 'C', `${workspace.id} ${name}`);
      const channel: Channel = { id, kind, name, workspace, members: [...members], isBotIn: true, state: 'open' };
      world.channels.set(id, channel);
      return channel;
    },
    openDirect(account, workspace) {
      const id = makeId('D', `${workspace.id} ${account.id}`);
      const known = world.channels.get(id);
      if (known) return known;
      const { name } = account;
      const channel: Channel = {
        id,
        kind: 'direct',
        name,
        workspace,
        members: [account],
        isBotIn: true,
        state: 'open',
      };
      world.channels.set(id, channel);
      return channel;
    },
    post(post) {
      // Named by the moment of arrival to the microsecond, and no two are the same.
      lastTs = Math.max(lastTs + 1, Date.now() * 1_000);
      const stored: Post = { ...post, ts: toTs(lastTs), isDeleted: false };
      posts.push(stored);
      return stored;
    },
    showView(userId, view, known) {
      lastView += 1;
      const hash = `${Date.now()}.${lastView}`;
      if (known) return Object.assign(known, { view, hash });
      const opened: OpenView = { id: `V${lastView}`, userId, hash, view };
      world.views.set(opened.id, opened);
      return opened;
    },
    sweep() {
      posts.length = 0;
      world.views.clear();
      world.homes.clear();
    },
  };
  return world;
}

/** All that somebody sees in a channel, oldest first. */
export function listSeen(world: World, channel: Channel, account: Account): readonly Post[] {
  return world.posts.filter(
    (post) => post.channel === channel && !post.isDeleted && (post.onlyTo === undefined || post.onlyTo === account.id),
  );
}

function toTs(micros: number): string {
  return `${Math.floor(micros / 1_000_000)}.${`${micros % 1_000_000}`.padStart(6, '0')}`;
}

function makeId(letter: string, words: string): string {
  return `${letter}${digest(words).slice(0, 10).toUpperCase()}`;
}

function toEmail(name: string): string {
  return `${name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z ]/g, '')
    .replaceAll(' ', '.')}@example.org`;
}

function digest(words: string): string {
  return createHash('sha256').update(words).digest('hex');
}
