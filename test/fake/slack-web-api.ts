// Slack's Web API: what each method does to the world of Slack, and what is answered.
// https://docs.slack.dev/reference/methods
import { z } from 'zod';
import { checkBlocks, checkView } from './slack-block-check.ts';
import type { Account, Channel, Content, Post, Workspace, World } from './slack-world.ts';

export type Args = Readonly<Record<string, string>>;
/** What Slack says: "ok", or an error by its name. */
export type Told = Readonly<Record<string, unknown>>;

export interface Asking {
  readonly world: World;
  readonly workspace: Workspace;
  readonly args: Args;
  readonly pageSize: number;
  /** What was done against the rules, in words. */
  readonly breaches: string[];
  /** Good for one modal within three seconds. */
  readonly useTrigger: (id: string) => { readonly userId: string } | { readonly error: string };
}

const METHODS: Readonly<Record<string, (asking: Asking) => Told>> = {
  'auth.test': ({ workspace: { id, name, botUserId } }) => done({ team_id: id, team: name, user_id: botUserId }),
  'users.info': tellUser,
  'conversations.info': (asking) => inChannel(asking, (channel) => done({ channel: describeChannel(channel) })),
  'conversations.members': tellMembers,
  'conversations.open': openDirect,
  'conversations.history': (asking) => tellPosts(asking, undefined),
  'conversations.replies': (asking) => tellPosts(asking, asking.args.ts),
  'chat.postMessage': post,
  'chat.postEphemeral': whisper,
  'chat.update': update,
  'chat.delete': remove,
  'views.open': openView,
  'views.update': updateView,
  'views.publish': publish,
};

export function knowsMethod(method: string): boolean {
  return Object.hasOwn(METHODS, method);
}

export function answerMethod(method: string, asking: Asking): Told {
  return METHODS[method]?.(asking) ?? fail('unknown_method');
}

function tellUser({ world, workspace, args }: Asking): Told {
  const { id, botUserId } = workspace;
  if (args.user === botUserId) return done({ user: { id: botUserId, team_id: id, is_bot: true, profile: {} } });
  const account = world.accounts.get(args.user ?? '');
  return account ? done({ user: describeAccount(account) }) : fail('user_not_found');
}

/** Whoever comes from another workspace is told with an address all the same: it is not this one's to vouch for. */
function describeAccount({ id, name, email, workspace: home, kind, isConfirmed, locale }: Account) {
  return {
    id,
    team_id: home,
    name: name.toLowerCase().replaceAll(' ', '.'),
    real_name: name,
    deleted: false,
    locale,
    is_bot: kind === 'bot',
    is_restricted: kind === 'guest',
    is_ultra_restricted: false,
    is_email_confirmed: isConfirmed,
    profile: { real_name: name, display_name: '', email },
  };
}

function describeChannel({ id, kind, name, members, isBotIn, state }: Channel) {
  return {
    id,
    ...(kind === 'direct' ? { user: members[0]?.id } : { name }),
    is_channel: kind === 'channel',
    is_group: kind === 'private',
    is_im: kind === 'direct',
    is_mpim: kind === 'group',
    is_private: kind !== 'channel',
    is_archived: state === 'archived',
    ...(kind === 'direct' ? {} : { is_member: isBotIn }),
  };
}

function tellMembers(asking: Asking): Told {
  return inChannel(asking, ({ members, workspace }) => {
    const ids = [workspace.botUserId, ...members.map(({ id }) => id)];
    const from = Number(asking.args.cursor || 0);
    const to = from + asking.pageSize;
    const next_cursor = to < ids.length ? `${to}` : '';
    return done({ members: ids.slice(from, to), response_metadata: { next_cursor } });
  });
}

function openDirect({ world, workspace, args }: Asking): Told {
  const account = world.accounts.get(args.users ?? '');
  if (!account) return fail('user_not_found');
  return account.kind === 'bot'
    ? fail('cannot_dm_bot')
    : done({ channel: { id: world.openDirect(account, workspace).id } });
}

/** Newest first, by pages; metadata only where it is asked for. */
function tellPosts(asking: Asking, threadTs: string | undefined): Told {
  const { world, args, pageSize } = asking;
  return inChannel(asking, (channel) => {
    const isThere = ({ ts, threadTs: thread }: Post) =>
      threadTs === undefined ? thread === undefined : thread === threadTs || ts === threadTs;
    const all = world.posts
      .filter((each) => each.channel === channel && !each.isDeleted && each.onlyTo === undefined && isThere(each))
      .filter(({ ts }) => Number(ts) >= Number(args.oldest ?? 0))
      .toReversed();
    const from = Number(args.cursor || 0);
    const to = from + Math.min(pageSize, Number(args.limit ?? pageSize));
    const messages = all.slice(from, to).map(({ ts, content, metadata }) => ({
      type: 'message',
      ts,
      text: content.text,
      ...(args.include_all_metadata === 'true' && metadata ? { metadata } : {}),
    }));
    const next_cursor = to < all.length ? `${to}` : '';
    return done({ messages, has_more: to < all.length, response_metadata: { next_cursor } });
  });
}

function post(asking: Asking): Told {
  const { world, args } = asking;
  return toWrite(asking, (channel, content) => {
    const metadata = readJson(args.metadata);
    const thread = args.thread_ts === undefined ? {} : { threadTs: args.thread_ts };
    const { ts } = world.post({ channel, content, metadata, ...thread });
    return done({ channel: channel.id, ts });
  });
}

function whisper(asking: Asking): Told {
  const { world, args } = asking;
  return toWrite(asking, (channel, content) => {
    const onlyTo = args.user ?? '';
    if (!channel.members.some(({ id }) => id === onlyTo)) return fail('user_not_in_channel');
    return done({ message_ts: world.post({ channel, content, onlyTo }).ts });
  });
}

function update(asking: Asking): Told {
  return toWrite(asking, (channel, content) => {
    const known = findPost(asking, channel);
    if (!known) return fail('message_not_found');
    known.content = content;
    return done({ channel: channel.id, ts: known.ts });
  });
}

function remove(asking: Asking): Told {
  return inChannel(asking, (channel) => {
    const known = findPost(asking, channel);
    if (!known) return fail('message_not_found');
    known.isDeleted = true;
    return done({});
  });
}

function findPost({ world, args }: Asking, channel: Channel): Post | undefined {
  return world.posts.find((each) => each.ts === args.ts && each.channel === channel && !each.isDeleted);
}

function openView({ world, args, breaches, useTrigger }: Asking): Told {
  const used = useTrigger(args.trigger_id ?? '');
  if ('error' in used) return fail(used.error);
  const view = readView(args, breaches);
  return view ? done({ view: { id: world.showView(used.userId, view).id } }) : fail('invalid_arguments');
}

function updateView({ world, args, breaches }: Asking): Told {
  const known = world.views.get(args.view_id ?? '');
  if (!known) return fail('not_found');
  if (args.hash !== undefined && args.hash !== known.hash) return fail('hash_conflict');
  const view = readView(args, breaches);
  return view ? done({ view: { id: world.showView(known.userId, view, known).id } }) : fail('invalid_arguments');
}

function publish({ world, args, breaches }: Asking): Told {
  const userId = args.user_id ?? '';
  const view = readView(args, breaches);
  if (!view) return fail('invalid_arguments');
  world.homes.set(userId, world.showView(userId, view, world.homes.get(userId)));
  return done({});
}

function readView({ view }: Args, breaches: string[]) {
  const read = z.record(z.string(), z.unknown()).safeParse(readJson(view)).data;
  const findings = checkView(read);
  breaches.push(...findings.map((finding) => `A view is not right. ${finding}`));
  return findings.length === 0 ? read : undefined;
}

const LONGEST_TEXT = 40_000;

function toWrite(asking: Asking, write: (channel: Channel, content: Content) => Told): Told {
  const { args, breaches } = asking;
  return inChannel(asking, (channel) => {
    if (channel.state === 'archived') return fail('is_archived');
    if (!channel.isBotIn) return fail('not_in_channel');
    const content = readContent(args, breaches);
    return 'error' in content ? fail(content.error) : write(channel, content);
  });
}

/** Also of what comes by a response address. */
export function readContent(args: Args, breaches: string[]): Content | { readonly error: string } {
  const text = args.text ?? '';
  const blocks = z.array(z.unknown()).safeParse(readJson(args.blocks) ?? []).data ?? [];
  const findings = checkBlocks(blocks, 'message');
  breaches.push(...findings.map((finding) => `A message is not right. ${finding}`));
  if (blocks.length > 0 && text === '') breaches.push('Blocks have no words for the notification.');
  if (findings.length > 0) return { error: 'invalid_blocks' };
  if (text.length > LONGEST_TEXT) return { error: 'msg_too_long' };
  return text === '' && blocks.length === 0 ? { error: 'no_text' } : { text, blocks };
}

/** A private channel that the bot is not in is as if it were not there. */
function inChannel({ world, workspace, args }: Asking, answer: (channel: Channel) => Told): Told {
  const channel = world.channels.get(args.channel ?? '');
  const isSeen = channel?.workspace === workspace && channel.state !== 'deleted';
  if (!channel || !isSeen || (channel.kind !== 'channel' && !channel.isBotIn)) return fail('channel_not_found');
  return answer(channel);
}

export function done(told: Told): Told {
  return { ok: true, ...told };
}

export function fail(error: string): Told {
  return { ok: false, error };
}

function readJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
