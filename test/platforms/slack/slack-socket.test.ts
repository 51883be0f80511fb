// Socket Mode: nothing comes in from outside, and what happens is heard all the same, also after the line was lost.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { DeliveryKey } from '../../../src/ids.ts';
import { question } from '../../contract/asked-messages.ts';
import { createRecordingRoad } from '../../contract/recording-road.ts';
import { createKeptLog } from '../../fake/kept-log.ts';
import { submittedPayload, toEvent, wroteEvent } from '../../fake/slack-payloads.ts';
import { openSlackSocket, type SlackSocket } from '../../fake/slack-socket.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { until } from '../../fake/until.ts';
import { type OpenSlack, openSlack, toKnown } from './open-slack.ts';

const appToken = 'xapp-1-test';

describe('by a socket', () => {
  const road = createRecordingRoad();
  const log = createKeptLog();
  let socket: SlackSocket;
  let opened: OpenSlack;
  let db: Awaited<ReturnType<typeof openTestDatabase>>['db'];
  beforeAll(async () => {
    db = (await openTestDatabase()).db;
  });
  beforeEach(async () => {
    road.forget();
    socket = await openSlackSocket();
  });
  afterEach(async () => {
    await opened.close();
    await until(() => socket.held() === 0);
    await socket.close();
  });
  afterAll(() => {
    expect(log.text()).not.toContain(appToken);
  });

  const open = async (isDown = false) => {
    opened = await openSlack({ db, handle: road, log, receive: { kind: 'socket', appToken } });
    opened.slack.sockets = { appToken, url: socket.url };
    if (isDown) opened.slack.broken.set('apps.connections.open', 'status-500');
    else await until(() => socket.held() === 1);
  };
  const scene = () => opened.enter(opened.places.direct).scene;

  test('what people write is heard, answered and acknowledged', async () => {
    await open();
    road.answerWith({ kind: 'note', text: 'Svar' });

    await socket.send('events_api', wroteEvent(scene(), 'utlysningar', false));

    expect(road.taken).toMatchObject([{ kind: 'wrote', text: 'utlysningar' }]);
    expect(opened.enter(opened.places.direct).read()).toEqual(['Svar']);
  });

  test('a form that is sent is answered with its receipt in the acknowledgement', async () => {
    await open();
    await opened.platform.send(toKnown(opened.places.direct), question, DeliveryKey.parse('socket'));
    const promptId = question.question?.promptId;
    const mark = JSON.stringify({ promptId, basedOn: 0, nonce: 'n', language: 'sv' });
    const view = { type: 'modal', callback_id: 'form', private_metadata: mark, blocks: [] };
    const shown = opened.slack.world.showView(opened.asa.id, view);

    const payload = await socket.send('interactive', submittedPayload(scene(), shown, {}, 'trigger'));

    expect(z.object({ response_action: z.string() }).parse(payload).response_action).toBe('update');
    expect(JSON.stringify(payload)).toContain('Tack! Svaret är sparat.');
  });

  test('what comes from a workspace that no county lists is taken off the line, and nothing follows', async () => {
    await open();
    const elsewhere = [...opened.slack.world.workspaces.values()].find(({ name }) => name === 'Elsewhere');
    const event = { type: 'app_mention', user: 'U1', channel: 'C1', text: 'hej' };

    await socket.send('events_api', toEvent(elsewhere ?? opened.workspace, event));

    expect([...road.taken, ...road.noticed]).toEqual([]);
  });

  test('a line that is lost is opened again', async () => {
    await open();

    socket.cut();
    await until(() => socket.opened() === 2 && socket.held() === 1);
    await socket.send('events_api', wroteEvent(scene(), 'mina', false));

    expect(road.taken).toMatchObject([{ text: 'mina' }]);
  });

  test('a Slack that cannot be reached is tried until it can, and the rest goes on meanwhile', async () => {
    await open(true);
    await until(() => log.events().includes('slack.socket-not-open'));

    opened.slack.broken.clear();
    await until(() => socket.held() === 1);
    await socket.send('events_api', wroteEvent(scene(), 'mina', false));

    expect(road.taken).toMatchObject([{ text: 'mina' }]);
  });

  test('nothing answers at the address where others are called', async () => {
    await open();

    const { status } = await opened.postman.deliver({ as: 'event', payload: wroteEvent(scene(), 'hej', false) });

    expect(status).toBe(404);
    expect(road.taken).toEqual([]);
  });
});
