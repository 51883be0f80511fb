// The example county of Västerbotten beside one of Kalmar, in one tenant, on Teams as a fake: people ask whom to turn to.
import { createMovableClock } from '../../src/clock.ts';
import { createDrainQueue } from '../../src/database/drain-queue.ts';
import type { Database } from '../../src/database/open.ts';
import { importFiles } from '../../src/import/import-files.ts';
import { silentLog } from '../../src/log.ts';
import { createTopics, openHouse } from '../../src/main.ts';
import { type Answer, Incoming } from '../../src/platform.ts';
import { createFakePlatform } from '../fake/fake-platform.ts';
import { change, readText } from '../import/read-county.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const NOW = new Date('2019-05-06T08:00:00Z');

export interface ContactChat {
  /** Somebody writes, known by what the tenant says is their address. */
  ask(email: string | undefined, text: string): Promise<Answer>;
}

/** Both counties, whole as their files say, but that they serve the tenant. */
export async function settleContacts(database: Database): Promise<ContactChat> {
  const files = ['vasterbotten', 'kalmar'].map((id) => ({
    name: `${id}.yaml`,
    text: change(readText(`prisma/counties/${id}.yaml`), [
      '  timeZone: Europe/Stockholm\n',
      `  timeZone: Europe/Stockholm\n  tenants: { teams: [${TENANT}] }\n`,
    ]),
  }));
  const topics = createTopics();
  await importFiles({ database, topics, now: NOW }, { files, isDryRun: false });
  const road = { database, queue: createDrainQueue(), clock: createMovableClock(NOW), log: silentLog, topics };
  const house = await openHouse(road, [createFakePlatform({ name: 'teams' })], () => 0);
  let acts = 0;
  return {
    ask(email, text) {
      const from = { platform: 'teams', tenant: TENANT, user: email ?? 'gast', ...(email && { email }) };
      return house.handle.take(Incoming.parse({ kind: 'wrote', key: `act-${acts++}`, from, text }));
    },
  };
}
