// Slack is configured and cannot be reached: the service starts all the same, and everybody else is served.
import { createHmac } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { wallClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { openService, type Service } from '../../src/main.ts';
import { createKeptLog } from '../fake/kept-log.ts';
import { openSlackServer } from '../fake/slack-server.ts';
import { describeOnPostgres } from '../fake/test-database.ts';
import { createThrowAway } from '../fake/throw-away-postgres.ts';
import { until } from '../fake/until.ts';

const signingSecret = 'a-secret-of-slack';
const token = 'xoxb-1-nobody';

describeOnPostgres('with a Slack that nobody can reach', () => {
  let service: Service | undefined;
  let drop = async () => {};
  afterEach(async () => {
    await service?.stop();
    await drop();
  });

  async function start(receive: Readonly<Record<string, string>>) {
    const away = await openSlackServer();
    await away.close();
    const database = await createThrowAway();
    drop = database.drop;
    const log = createKeptLog();
    const config = readConfig({
      DATABASE_URL: database.url,
      SAMVERK_SECRET: 'a-secret-of-thirty-two-characters-or-more',
      PORT: '0',
      SLACK_BOT_TOKEN: token,
      SLACK_API_URL: away.apiUrl,
      ...receive,
    });
    service = await openService(config, { clock: wallClock, log });
    return { address: service.address, log };
  }

  test('it starts by HTTP, and refuses strangers as ever', async () => {
    const { address, log } = await start({ SLACK_SIGNING_SECRET: signingSecret });
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    const timestamp = `${Math.floor(Date.now() / 1_000)}`;
    const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
    const proof = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature };
    const knock = async (headers: Readonly<Record<string, string>>) => {
      const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
      const response = await fetch(`${address}/slack/events`, sent);
      return [response.status, await response.text()];
    };

    const alive = await fetch(`${address}/healthz`);

    expect(alive.status).toBe(200);
    expect(await knock(proof)).toEqual([200, '{"challenge":"abc"}']);
    expect(await knock({ ...proof, 'x-slack-signature': 'v0=00' })).toEqual([401, '']);
    expect(log.text()).not.toContain(token);
  }, 60_000);

  test('it starts by a socket that it goes on trying to open', async () => {
    const { address, log } = await start({ SLACK_APP_TOKEN: 'xapp-1-nobody' });

    await until(() => log.events().filter((event) => event === 'slack.socket-not-open').length > 1);
    const alive = await fetch(`${address}/healthz`);

    expect(alive.status).toBe(200);
    expect(log.text()).not.toContain('xapp-1-nobody');
  }, 60_000);
});
