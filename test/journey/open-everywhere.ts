// Two counties behind one service, reached in the web room, in Teams and in Slack through the same tenant and workspace.
import type { MovableClock } from '../../src/clock.ts';
import type { Database } from '../../src/database/open.ts';
import { importFiles } from '../../src/import/import-files.ts';
import { createSlackClient } from '../fake/slack-client.ts';
import { createTeamsClient } from '../fake/teams-client.ts';
import { makeAccount } from '../fake/teams-world.ts';
import { createVisitor, readForms, readHidden, readText } from '../platforms/room/visitor.ts';
import { readCountyText } from './import-county.ts';
import { openAllDoors } from './open-all-doors.ts';

export const PLACES = ['room', 'teams', 'slack'] as const;
export type PlaceName = (typeof PLACES)[number];

/** Known to a platform by their address, and to the web room by a link, where anybody knows them. */
export interface Visitor {
  readonly id?: string;
  readonly email: string;
}

export interface Everywhere {
  readonly clock: MovableClock;
  /** What somebody sees who writes this in their own place. */
  ask(place: PlaceName, who: Visitor, text: string): Promise<string>;
  close(): Promise<void>;
}

/** What is paced goes out a few seconds later each. */
const ROUND_MS = 2_000;

export async function openEverywhere(
  database: Database,
  start: string,
  counties: readonly string[],
): Promise<Everywhere> {
  const doors = await openAllDoors(database, start);
  const { clock, queue, road, teams, slack } = doors;
  for (const county of counties) {
    const files = [{ name: `${county}.yaml`, text: await readCountyText(county) }];
    await importFiles({ database, topics: road.topics, now: clock.now() }, { files, isDryRun: false });
  }
  await database.db.county.updateMany({ data: { tenants: { teams: [teams.tenant], slack: [slack.workspace.id] } } });

  const askIn: Readonly<Record<PlaceName, (who: Visitor, text: string) => Promise<string>>> = {
    async room({ id }, text) {
      const visitor = createVisitor(doors.url);
      if (id !== undefined) await visitor.get(doors.linkFor(id));
      const { html } = await visitor.get('/room/ask');
      const form = readForms(html).find((one) => one.includes('name="text"'));
      const answered = await visitor.post('/room/act', { ...readHidden(form ?? ''), text });
      // What stands around it, the list of one's own groups, is no answer.
      return readText(/<main[\s\S]*<\/main>/.exec(answered.html)?.[0] ?? answered.html);
    },
    async teams({ email }, text) {
      const { connector, postman, tenant } = teams;
      const account = makeAccount(email, tenant, { email });
      const place = connector.world.openPersonal(account, 'emea');
      return (await createTeamsClient({ connector, postman, account, place }).write(text)).text;
    },
    async slack({ email }, text) {
      const { server, postman, workspace } = slack;
      const account = server.world.addAccount({ name: email, workspace, email });
      const channel = server.world.openDirect(account, workspace);
      return (await createSlackClient({ slack: server, postman, account, channel }).write(text)).text;
    },
  };
  return {
    clock,
    async ask(place, who, text) {
      clock.moveTo(new Date(clock.now().getTime() + ROUND_MS));
      const shown = await askIn[place](who, text);
      await queue.drain(clock.now());
      return shown;
    },
    close: doors.close,
  };
}
