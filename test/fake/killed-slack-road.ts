// A second process: the whole road to Slack, until all is sent, or until it is killed.
import { wallClock } from '../../src/clock.ts';
import { silentLog } from '../../src/log.ts';
import { createSlack } from '../../src/platforms/slack/slack.ts';
import { runRoad } from './run-road.ts';
import { SlackLoadOrders } from './slack-load-orders.ts';

const orders = SlackLoadOrders.parse(JSON.parse(process.argv[2] ?? '{}'));
const { apiUrl, installations } = orders;

await runRoad(orders, (db) =>
  createSlack(
    {
      config: { apiUrl, receive: { kind: 'http', signingSecret: 'Nobody knocks here.' } },
      db,
      clock: wallClock,
      log: silentLog,
      isTenantAllowed: async () => true,
    },
    {
      find: async (teamId) => installations.find((each) => each.teamId === teamId),
      forget: async () => {},
    },
  ),
);
