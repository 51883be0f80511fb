// The app is invited, put out and uninstalled, channels are archived and opened again, and people change: who is told what?
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DeliveryKey } from '../../../src/ids.ts';
import { notice } from '../../contract/asked-messages.ts';
import { createRecordingRoad } from '../../contract/recording-road.ts';
import { type Change, changedEvent, toEvent } from '../../fake/slack-payloads.ts';
import type { Payload } from '../../fake/slack-postman.ts';
import type { Account } from '../../fake/slack-world.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { type OpenSlack, openSlack, toKnown } from './open-slack.ts';

describe('in a workspace', () => {
  const road = createRecordingRoad();
  let opened: OpenSlack;
  beforeAll(async () => {
    const { db } = await openTestDatabase();
    opened = await openSlack({ db, handle: road });
  });
  beforeEach(() => {
    road.forget();
    opened.slack.world.sweep();
    opened.slack.forgetCalls();
    opened.skipHour();
    opened.installations.forgotten.length = 0;
    for (const place of Object.values(opened.places)) Object.assign(place, { state: 'open', isBotIn: true });
  });
  afterAll(async () => {
    await opened.close();
    expect(opened.slack.breaches).toEqual([]);
  });

  const tell = (event: Payload) => opened.postman.deliver({ as: 'event', payload: toEvent(opened.workspace, event) });
  const change = (what: Change) => {
    const { scene } = opened.enter(opened.places.channel);
    return opened.postman.deliver({ as: 'event', payload: changedEvent(scene, what) });
  };

  test.each([
    ['archived', { kind: 'left', reason: 'archived' }],
    ['deleted', { kind: 'left', reason: 'deleted' }],
    ['left', { kind: 'left', reason: 'removed' }],
    ['unarchived', { kind: 'joined' }],
  ] as const)('a channel that is %s is told as %j', async (what, told) => {
    await change(what);

    expect(road.noticed).toMatchObject([{ ...told, at: { id: toKnown(opened.places.channel).id } }]);
  });

  test('a channel that is opened again without the app is no place to write in', async () => {
    opened.places.channel.isBotIn = false;

    await change('unarchived');

    expect(road.noticed).toEqual([]);
  });

  test('somebody else who joins is nothing to the app', async () => {
    await tell({ type: 'member_joined_channel', user: opened.asa.id, channel: opened.places.channel.id });

    expect(road.noticed).toEqual([]);
  });

  test.each([
    ['uninstalled', { type: 'app_uninstalled' }],
    ['revoked', { type: 'tokens_revoked', tokens: { oauth: [], bot: ['B1'] } }],
  ])('that it is %s is told once for the whole workspace, and its token is forgotten', async (_title, event) => {
    const { platform, installations, workspace } = opened;

    await tell(event);

    expect(road.noticed).toMatchObject([{ kind: 'uninstalled', from: { tenant: workspace.id } }]);
    expect(installations.forgotten).toEqual([workspace.id]);
    const sending = platform.send(toKnown(opened.places.channel), notice, DeliveryKey.parse('afterwards'));
    await expect(sending).rejects.toMatchObject({ verdict: 'permanent', isForAll: true, code: 'not-installed' });
  });

  test("that somebody takes back their own token, not the app's, changes nothing", async () => {
    await tell({ type: 'tokens_revoked', tokens: { oauth: [opened.asa.id], bot: [] } });

    expect(road.noticed).toEqual([]);
    expect(opened.installations.forgotten).toEqual([]);
  });

  test('a new name is asked for, and not remembered as it was', async () => {
    const { channel } = opened.places;
    await change('joined');
    channel.name = 'avstamning-2027';

    await change('renamed');

    expect(road.noticed.map((each) => 'at' in each && each.at.name)).toEqual(['avstamning', 'avstamning-2027']);
  });

  test('a new address counts as soon as Slack tells of it', async () => {
    const asa = opened.enter(opened.places.direct);
    await asa.write('mina');
    opened.slack.world.accounts.set(opened.asa.id, { ...opened.asa, email: 'asa.ny@example.org' });

    await tell({ type: 'user_change', user: { id: opened.asa.id } });
    await asa.write('mina');
    opened.slack.world.accounts.set(opened.asa.id, opened.asa);
    await tell({ type: 'user_change', user: { id: opened.asa.id } });

    expect(road.taken.map(({ from }) => from.email)).toEqual(['asa.berg@example.org', 'asa.ny@example.org']);
  });

  const strangers: readonly (readonly [string, string])[] = [
    ['a guest', 'Gäst Gästsson'],
    ['somebody from another workspace, whatever address they show', 'Mallory'],
    ['somebody whose address is not confirmed', 'Bo Ek'],
  ];

  test.each(strangers)('%s comes without an address', async (_title, name) => {
    const account: Account = opened.places.channel.members.find((each) => each.name === name) ?? opened.asa;

    await opened.enter(opened.places.channel, account).write('mina', { isMention: true });

    expect(road.taken).toHaveLength(1);
    expect(road.taken[0]?.from).toEqual({ platform: 'slack', tenant: opened.workspace.id, user: account.id });
  });
});
