// What did somebody do in Teams, and is it for us?
import { describe, expect, test } from '@jest/globals';
import { PromptId } from '../../../src/ids.ts';
import { isTooDeep, readTenant, TeamsActivity } from '../../../src/platforms/teams/teams-activity.ts';
import { readArrival, toKey } from '../../../src/platforms/teams/teams-incoming.ts';

const BOT = '28:bot';
const promptId = PromptId.parse('0197d0c4-1111-7000-8000-000000000001');

const base = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.example.org/emea/',
  from: { id: '29:1', aadObjectId: 'a1', name: 'Åsa Berg' },
  recipient: { id: BOT },
  conversation: { id: '19:x@thread.v2', tenantId: 't1', conversationType: 'groupChat' },
  channelData: null,
};

const read = (activity: object) => readArrival(TeamsActivity.parse({ ...base, ...activity }));
const mention = (id: string, text: string) => ({ type: 'mention', mentioned: { id }, text });
const own = mention(BOT, '<at>Samverk</at>');

describe('what is written', () => {
  test('to us is read without our name', () => {
    expect(read({ text: '<at>Samverk</at>&nbsp; kontakt Umeå ', entities: [own] })).toEqual({
      kind: 'wrote',
      text: 'kontakt Umeå',
    });
  });

  test('keeps the names of others, as they stand', () => {
    const entities = [own, mention('29:2', '<at>Bo Ek</at>')];

    expect(read({ text: '<at>Samverk</at> fråga <at>Bo Ek</at>', entities })).toMatchObject({ text: 'fråga Bo Ek' });
  });

  test.each([
    { text: 'inget för dig' },
    { text: 'till <at>Bo Ek</at>', entities: [mention('29:2', '<at>Bo Ek</at>')] },
    { text: '<at>Samverk</at> utan rätt märke', entities: [mention('28:other', '<at>Samverk</at>')] },
  ])('to others is left unread, in a channel that the app may read: %j', (activity) => {
    expect(read(activity)).toEqual({ kind: 'nothing' });
  });

  test('in a personal chat is always to us', () => {
    const conversation = { ...base.conversation, conversationType: 'personal' };

    expect(read({ text: 'mina', conversation })).toEqual({ kind: 'wrote', text: 'mina' });
  });
});

describe('what is pressed', () => {
  const data = { act: 'answer', promptId, answers: { light: 'green' } };

  test('comes as an invoke, or from an older client as a message', () => {
    const value = { action: { type: 'Action.Execute', verb: 'answer', data } };

    expect(read({ type: 'invoke', name: 'adaptiveCard/action', value })).toEqual({ kind: 'executed', data });
    expect(read({ value: data })).toEqual({ kind: 'pressed', data });
  });

  test.each([
    { name: 'adaptiveCard/action', value: { action: { data: { act: 'drop' } } } },
    { name: 'task/fetch', value: { data: 'x' } },
    { name: 'task/submit' },
    { name: 'composeExtension/submitAction', value: null },
    { name: 'somebody/else' },
    {},
  ])('that is none of ours is nothing: %j', (activity) => {
    expect(read({ type: 'invoke', ...activity })).toEqual({ kind: 'nothing' });
  });
});

describe('belonging', () => {
  const team = { id: '19:team', name: 'Nätverket' };
  const event = (eventType: string) => ({ type: 'conversationUpdate', channelData: { eventType, team } });

  test.each([
    [{ type: 'installationUpdate', action: 'add' }, { kind: 'joined' }, false],
    [{ type: 'installationUpdate', action: 'remove' }, { kind: 'left', reason: 'removed' }, false],
    [{ type: 'conversationUpdate', membersAdded: [{ id: BOT }] }, { kind: 'joined' }, false],
    [{ type: 'conversationUpdate', membersRemoved: [{ id: BOT }] }, { kind: 'left', reason: 'removed' }, false],
    [event('channelRenamed'), { kind: 'renamed' }, false],
    [event('teamRenamed'), { kind: 'renamed' }, true],
    [event('channelDeleted'), { kind: 'left', reason: 'deleted' }, false],
    [event('channelRestored'), { kind: 'joined' }, false],
    [event('teamDeleted'), { kind: 'left', reason: 'deleted' }, true],
    [event('teamArchived'), { kind: 'left', reason: 'archived' }, true],
    [event('teamUnarchived'), { kind: 'joined' }, true],
  ])('is read from %j', (activity, change, isWholeTeam) => {
    expect(read(activity)).toEqual({ kind: 'belonging', change, isWholeTeam });
  });

  test.each([
    { type: 'conversationUpdate', membersAdded: [{ id: '29:2' }] },
    { type: 'installationUpdate', action: 'add-upgrade' },
    { type: 'installationUpdate', action: 'remove-upgrade' },
    event('channelCreated'),
    { type: 'typing' },
  ])('is not changed by %j', (activity) => {
    expect(read(activity)).toEqual({ kind: 'nothing' });
  });
});

describe('the key of an act', () => {
  const activity = TeamsActivity.parse(base);
  const form = { act: 'submit', promptId, basedOn: 0, nonce: 'n', lists: [], entries: { a: '1', b: '2' } } as const;
  const keyOf = (id: string, entries: Record<string, string>) => toKey({ ...activity, id }, 't1', { ...form, entries });

  test('of a form is the same when the client sends it again under another id, and another once it is mended', () => {
    expect(keyOf('1', { a: '1', b: '2' })).toBe(keyOf('2', { b: '2', a: '1' }));
    expect(keyOf('1', { a: '1', b: '2' })).not.toBe(keyOf('1', { a: '1', b: '3' }));
  });

  test('of anything else is the id that Teams gave it, where it happened', () => {
    expect(toKey(activity, 't1')).toBe('teams:t1:19:x@thread.v2:1');
    expect(toKey(activity, 't2')).not.toBe(toKey(activity, 't1'));
  });
});

describe('an activity', () => {
  test('names one tenant, or none', () => {
    const tenantOf = (conversation: object, tenant?: object) =>
      readTenant(TeamsActivity.parse({ ...base, conversation: { id: 'x', ...conversation }, channelData: { tenant } }));

    expect(tenantOf({ tenantId: 't1' }, { id: 't1' })).toBe('t1');
    expect(tenantOf({}, { id: 't1' })).toBe('t1');
    expect(tenantOf({ tenantId: 't1' }, { id: 't2' })).toBeUndefined();
    expect(tenantOf({})).toBeUndefined();
  });

  test('so deep that nobody sends it in good faith is seen, without looking all the way down', () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);

    expect([isTooDeep(deep), isTooDeep(base)]).toEqual([true, false]);
  });
});
