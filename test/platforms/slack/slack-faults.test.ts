// Slack refuses, breaks off or falls silent: what does the road hear of it, and does the message get there once?
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { DeliveryKey } from '../../../src/ids.ts';
import { notice, question } from '../../contract/asked-messages.ts';
import { createRecordingRoad } from '../../contract/recording-road.ts';
import { type Fault, PASSING } from '../../fake/slack-faults.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { type OpenSlack, openSlack, toKnown } from './open-slack.ts';

describe('when Slack refuses', () => {
  let database: Database;
  let opened: OpenSlack;
  beforeAll(async () => {
    database = await openTestDatabase();
    opened = await openSlack({ db: database.db, handle: createRecordingRoad() });
  });
  beforeEach(async () => {
    const { slack, places, workspace } = opened;
    slack.world.sweep();
    slack.forgetCalls();
    opened.skipHour();
    slack.nextFaults.length = 0;
    slack.broken.clear();
    slack.busy.clear();
    workspace.state = 'installed';
    for (const place of Object.values(places)) Object.assign(place, { state: 'open', isBotIn: true });
    await database.db.outerPost.deleteMany();
  });
  afterAll(() => opened.close());

  const known = () => toKnown(opened.places.channel);
  const send = (key = 'first') => opened.platform.send(known(), question, DeliveryKey.parse(key));
  const find = () => opened.platform.find(known(), DeliveryKey.parse('first'));
  const countPosts = () => opened.slack.world.posts.filter(({ isDeleted }) => !isDeleted).length;

  const refusals: readonly (readonly [Fault, object])[] = [
    ['limited', { verdict: 'later', retryAfterMs: 1_000 }],
    ['code:ratelimited', { verdict: 'later' }],
    ['code:internal_error', { verdict: 'unknown' }],
    ['code:service_unavailable', { verdict: 'unknown' }],
    ['status-500', { verdict: 'unknown' }],
    ['page', { verdict: 'unknown' }],
    ['cut-before', { verdict: 'unknown' }],
    ['cut-after', { verdict: 'unknown' }],
    ['accepted-500', { verdict: 'unknown' }],
    ['code:restricted_action', { verdict: 'permanent', isForAll: true }],
    ['code:msg_too_long', { verdict: 'permanent', code: 'too-large', isForAll: false }],
    ['code:never_heard_of_it', { verdict: 'permanent', isForAll: false }],
  ];

  test.each(refusals)('a post that meets "%s" is told as %j', async (fault, refusal) => {
    opened.slack.nextFaults.push(fault);

    await expect(send()).rejects.toMatchObject({ name: 'PlatformError', ...refusal });
  });

  test.each(PASSING)('a post that meets "%s" is there once when it is looked for and tried again', async (fault) => {
    opened.slack.nextFaults.push(fault);
    await send().catch(() => {});
    opened.skipHour();
    opened.slack.forgetCalls();

    const found = await find();
    const sent = found ?? (await send());

    expect(countPosts()).toBe(1);
    expect(await find()).toEqual(sent);
  });

  test.each(PASSING)('a post that meets "%s" is there once when it is only tried again', async (fault) => {
    opened.slack.nextFaults.push(fault);
    await send().catch(() => {});
    opened.skipHour();
    opened.slack.forgetCalls();

    await send();

    expect(countPosts()).toBe(1);
  });

  test('is looked for behind whatever was said there since', async () => {
    opened.slack.nextFaults.push('cut-after');
    await send().catch(() => {});
    for (const text of ['ett', 'två', 'tre', 'fyra', 'fem']) {
      opened.slack.world.post({ channel: opened.places.channel, content: { text, blocks: [] } });
    }

    const found = await find();

    expect(found).toEqual({ ref: { ts: [opened.slack.world.posts[0]?.ts] } });
  });

  test('is not sent again where nobody may look, and somebody is told', async () => {
    opened.slack.nextFaults.push('cut-after');
    opened.slack.broken.set('conversations.history', 'code:missing_scope');
    await send().catch(() => {});

    await expect(find()).rejects.toMatchObject({ verdict: 'permanent', code: 'unconfirmed' });
    await expect(send()).rejects.toMatchObject({ verdict: 'permanent', code: 'unconfirmed' });
    expect(countPosts()).toBe(1);
  });

  test('is looked for later where Slack cannot be asked now', async () => {
    opened.slack.nextFaults.push('cut-after');
    await send().catch(() => {});
    opened.slack.broken.set('conversations.history', 'status-500');

    await expect(find()).rejects.toMatchObject({ verdict: 'unknown', code: 'not-looked' });
    opened.slack.broken.clear();

    expect(await find()).toBeDefined();
  });

  test.each([
    ['archived', () => Object.assign(opened.places.channel, { state: 'archived' })],
    ['conversation-gone', () => Object.assign(opened.places.channel, { state: 'deleted' })],
    ['removed', () => Object.assign(opened.places.channel, { isBotIn: false })],
    ['token-revoked', () => Object.assign(opened.workspace, { state: 'revoked' })],
    ['account-inactive', () => Object.assign(opened.workspace, { state: 'inactive' })],
  ])('a conversation is out of reach, for all that is sent there: %s', async (code, befall) => {
    befall();

    await expect(send()).rejects.toMatchObject({ verdict: 'permanent', isForAll: true, code });
  });

  test('an update where the channel is archived is not taken for a deleted post', async () => {
    const sent = await send();
    opened.places.channel.state = 'archived';

    const updating = opened.platform.update(known(), sent, notice);

    await expect(updating).rejects.toMatchObject({ verdict: 'permanent', isForAll: true, code: 'archived' });
  });

  test('a workspace that asks to wait is left in peace, and another is served meanwhile', async () => {
    const { slack, workspace, asa, platform } = opened;
    slack.busy.set(workspace.id, () => 60_000);
    slack.calls.length = 0;
    const other = [...slack.world.workspaces.values()].find(({ name }) => name === 'Elsewhere') ?? workspace;
    const channel = slack.world.addChannel({ kind: 'channel', name: 'annan', workspace: other, members: [asa] });

    for (const key of ['a', 'b', 'c']) await expect(send(key)).rejects.toMatchObject({ code: 'rate-limited' });
    const asked = slack.calls.filter(({ workspace: id }) => id === workspace.id).length;
    await platform.send(toKnown(channel), notice, DeliveryKey.parse('there'));

    expect(asked).toBe(1);
    expect(countPosts()).toBe(1);
  });

  test('a channel that asks to wait does not hold up another in the same workspace', async () => {
    opened.slack.nextFaults.push('limited');
    await expect(send()).rejects.toMatchObject({ code: 'rate-limited' });

    await opened.platform.send(toKnown(opened.places.private), notice, DeliveryKey.parse('there'));

    expect(countPosts()).toBe(1);
  });

  test('a workspace whose channels are all told to wait is left in peace, until one post is taken in', async () => {
    const { slack, workspace, asa, platform, skipHour } = opened;
    const channels = ['ett', 'två', 'tre', 'fyra', 'fem', 'sex'].map((name) =>
      slack.world.addChannel({ kind: 'channel', name, workspace, members: [asa] }),
    );
    const sendTo = (n: number, key: string) =>
      platform.send(toKnown(channels[n] ?? opened.places.channel), notice, DeliveryKey.parse(key));
    const countAsked = () => slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
    slack.busy.set(workspace.id, () => 60_000);
    slack.calls.length = 0;

    for (const n of [0, 1, 2]) await expect(sendTo(n, `early ${n}`)).rejects.toMatchObject({ isUntried: false });
    for (const n of [3, 4]) await expect(sendTo(n, `early ${n}`)).rejects.toMatchObject({ isUntried: true });
    expect(countAsked()).toBe(3);

    slack.busy.clear();
    slack.forgetCalls();
    skipHour();
    await sendTo(3, 'taken');
    slack.nextFaults.push('limited', 'limited');
    for (const n of [0, 1]) await expect(sendTo(n, `late ${n}`)).rejects.toMatchObject({ isUntried: false });
    await sendTo(4, 'taken too');
    slack.nextFaults.push('limited');
    await expect(sendTo(2, 'late 2')).rejects.toMatchObject({ isUntried: false });
    await sendTo(5, 'taken as well');
    expect(countPosts()).toBe(3);
  });
});
