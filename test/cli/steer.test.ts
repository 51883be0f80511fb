// Is what is steered from the command line done, traced as at the desk, and refused with the next step where it cannot be?
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { steerTask } from '../../src/cli/tasks/steer-task.ts';
import type { Database } from '../../src/database/open.ts';
import { PlatformError } from '../../src/errors.ts';
import { listChanges } from '../../src/records/change-store.ts';
import { aMeeting, type OpenDesk, openDesk } from '../desk/open-desk.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { countyId } from '../topics/build-subjects.ts';

let database: Database;
let desk: OpenDesk;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyTables(database);
  desk = await openDesk(database, '2026-10-01T07:00:00Z');
});

const steer = (act: 'pause' | 'resume' | 'cancel' | 'resend', subject: string, step?: string) => {
  const { clock, road } = desk;
  const line = { database, clock, topics: road.topics, publicUrl: 'http://127.0.0.1', isService: true };
  return steerTask.answer({ ...line, findSecret: async () => '' }, { act, subject, by: 'kim', ...(step && { step }) });
};
const callMeeting = async () => (await desk.act({ act: 'new', kind: 'meeting' }, aMeeting)).ref.id;
const readTrace = async (topic: string, subjectId: string) =>
  (await listChanges(database.db, { countyId, topic, subjectId })).filter(({ act }) => act !== 'new');

test('each act is traced with who did it, what and when; one that came to nothing is not', async () => {
  const id = await callMeeting();

  await steer('pause', `meeting:${id}`);
  await steer('resume', `meeting:${id}`);
  const { count } = await steer('cancel', `meeting:${id}`);
  await steer('cancel', `meeting:${id}`);
  await steer('resend', `meeting:${id}`);

  const whole = { operator: 'kim', at: desk.clock.now() };
  expect(await readTrace('meeting', id)).toMatchObject([
    { ...whole, act: 'cancel', fields: [{ label: 'Borttagna påminnelser', to: String(count) }] },
    { ...whole, act: 'resume', fields: [{ label: 'Påminnelser', from: 'pausade', to: 'skickas' }] },
    { ...whole, act: 'pause', fields: [{ label: 'Påminnelser', from: 'skickas', to: 'pausade' }] },
  ]);
  expect(count).toBeGreaterThan(1);
});

test('what failed is sent again as far as it is of use, and the trace says how many', async () => {
  const id = await callMeeting();
  desk.platform.refuse = () => new PlatformError('no', { verdict: 'permanent', code: 'blocked' });
  await desk.goTo('2026-10-15T07:00:00Z');
  desk.platform.refuse = undefined;

  const sent = await steer('resend', `meeting:${id}`);
  desk.platform.refuse = () => new PlatformError('no', { verdict: 'permanent', code: 'blocked' });
  await desk.goTo('2026-10-15T07:01:00Z');
  await desk.goTo('2026-10-22T15:00:00Z');
  const late = await steer('resend', `meeting:${id}`);

  expect(sent).toMatchObject({ outdated: 0, paused: 0 });
  expect(sent.count).toBeGreaterThan(0);
  expect(late.count).toBe(0);
  expect(late.outdated).toBeGreaterThanOrEqual(sent.count);
  expect(await readTrace('meeting', id)).toMatchObject([
    { act: 'resend', fields: [{ label: 'Skickade igen', to: String(sent.count) }] },
  ]);
});

test('all of what comes back is paused, and one time of it goes on with the rest alone', async () => {
  const weekly = {
    ...{ title: 'Lägg in mötena', text: 'Senast på fredag.', groups: ['testlan/natverket'], whom: 'groups' },
    ...{ sendOn: '2026-10-05', sendAt: '9', repeats: 'weekly' },
  };
  const { id } = (await desk.act({ act: 'new', kind: 'memo' }, weekly)).ref;

  await steer('pause', `memo:${id}`);
  await desk.goTo('2026-10-05T07:00:00Z');
  const held = desk.platform.posts.length;
  const part = steer('resume', `memo:${id}/2026-10-12`);
  await expect(part).rejects.toThrow(`Resume all of it: \`samverk resume memo:${id}\``);
  await steer('cancel', `memo:${id}/2026-10-05`);
  await steer('resume', `memo:${id}`);
  await desk.goTo('2026-10-12T07:00:00Z');

  expect(held).toBe(0);
  expect(desk.platform.posts.map(({ key }) => key.slice(0, key.indexOf('>')).slice(-10))).toEqual(['2026-10-12']);
  expect((await readTrace('memo', id)).map(({ act }) => act)).toEqual(['resume', 'cancel', 'pause']);
  expect((await readTrace('memo', id))[1]?.fields).toContainEqual({ label: 'Gäller bara', to: '2026-10-05' });
});

test('what is not planned is refused', async () => {
  await expect(steer('pause', 'memo:testlan/saknas')).rejects.toThrow('Nothing is planned for "memo:testlan/saknas".');
});
