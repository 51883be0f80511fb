// To try with Microsoft's local client: who gets in without showing who they are?
import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import { wallClock } from '../../../src/clock.ts';
import { silentLog } from '../../../src/log.ts';
import { createTeams } from '../../../src/platforms/teams/teams.ts';
import { createRecordingRoad } from '../../contract/recording-road.ts';
import { openForeignServer } from '../../fake/foreign-server.ts';
import { openTestDatabase } from '../../fake/test-database.ts';

const FROM = { id: 'user-id-0', aadObjectId: '00000000-0000-0000-0000-0000000000020', name: 'Alex Wilber' };

describe('the door for a local client', () => {
  const road = createRecordingRoad();
  const posted: { readonly path: string; readonly body: string; readonly authorization: string | undefined }[] = [];
  let port = 0;
  let serviceUrl = '';
  let close = async () => {};
  beforeAll(async () => {
    const { db } = await openTestDatabase();
    const client = await openForeignServer(async ({ method, url, body, headers }) => {
      if (method === 'GET') return { status: 200, body: { ...FROM, email: 'alexw@example.org', userRole: 'user' } };
      posted.push({ path: url.pathname, body, authorization: headers.authorization });
      return { status: 200, body: { id: '1' } };
    });
    serviceUrl = `${client.url}/_connector`;
    const teams = createTeams({
      config: { kind: 'local-client', connectorUrl: serviceUrl },
      db,
      clock: wallClock,
      log: silentLog,
      isTenantAllowed: async () => false,
    });
    const server = express().use('/api/messages', teams.listen(road)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : 0;
    close = async () => {
      server.closeAllConnections();
      server.close();
      await client.close();
    };
  });
  beforeEach(() => {
    road.forget();
    posted.length = 0;
  });
  afterAll(() => close());

  const write = () =>
    JSON.stringify({
      type: 'message',
      id: `${Math.random()}`,
      channelId: 'emulator',
      serviceUrl,
      from: FROM,
      recipient: { id: 'bot-id' },
      conversation: { id: 'personal-chat-id', conversationType: 'personal' },
      text: 'mina',
    });

  async function knock(headers: Readonly<Record<string, string>>): Promise<number | undefined> {
    const asking = request({ port, host: '127.0.0.1', path: '/api/messages', method: 'POST', headers });
    asking.end(write());
    const [response] = await once(asking, 'response');
    response.resume();
    return response.statusCode;
  }

  test('lets in whoever asks from this machine, and answers without a token', async () => {
    const status = await knock({ 'content-type': 'application/json' });

    expect(status).toBe(200);
    expect(road.taken).toMatchObject([{ kind: 'wrote', text: 'mina', from: { email: 'alexw@example.org' } }]);
    expect(posted).toMatchObject([{ path: '/_connector/v3/conversations/personal-chat-id/activities' }]);
    expect(posted[0]?.authorization).toBeUndefined();
  });

  test.each([{ host: 'samverk.example.org' }, { 'x-forwarded-for': '203.0.113.7' }, { forwarded: 'for=203.0.113.7' }])(
    'lets in nobody who comes from elsewhere: %j',
    async (headers) => {
      const status = await knock({ 'content-type': 'application/json', ...headers });

      expect(status).toBe(403);
      expect(road.taken).toEqual([]);
    },
  );
});
