// A deadline moves while 200 of its reminders are being sent: who has got the old day is told once, the others get the new one.
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { Instrument } from '../../src/topics/calls/instrument.ts';
import { saveInstruments } from '../../src/topics/calls/instrument-store.ts';
import { buildCounty } from '../directory/build-county.ts';
import { createGate } from '../fake/gate.ts';
import { describeOnDatabase, emptyTables } from '../fake/test-database.ts';
import { until } from '../fake/until.ts';
import { countyId } from '../topics/build-subjects.ts';
import { type OpenDesk, openDesk, previewOf } from './open-desk.ts';

const PEOPLE = 200;
/** As in Teams: so many at once, and no more for half a minute. */
const AT_ONCE = 60;
const OLD = '20 mars';
const NEW = '24 april';

describeOnDatabase((open) => {
  let database: Database;
  let desk: OpenDesk;
  let subjectId: string;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    await emptyTables(database);
    desk = await openDesk(database, '2026-03-12T08:00:00Z', [{ scope: 'tenant', count: AT_ONCE, perMs: 30_000 }]);
    await settleCrowd(database);
    await saveInstruments(database.db, countyId, [
      Instrument.parse({ id: 'testlan/tia', countyId, name: 'TIA', eligible: ['municipality'], purpose: 'Språk' }),
    ]);
    await keepOneStep(database);
    const call = { instrument: 'testlan/tia', title: 'TIA', eligible: ['agency'], purpose: 'Språk' };
    const { ref } = await desk.act({ act: 'new', kind: 'call' }, { ...call, closesOn: '2026-03-20' });
    subjectId = ref.id;
  });

  test('none is doubled, none is left with the old day, and nobody is told of the move who never saw it', async () => {
    const gate = createGate();
    desk.platform.whileSending = () => gate.opened;
    const sending = desk.goTo('2026-03-13T08:00:00Z');
    await until(async () => (await countInState(database, 'sending')) === AT_ONCE);

    const moved = await desk.start({ act: 'move', kind: 'call', subjectId }, { closesOn: '2026-04-24' });
    const done = await desk.confirm(moved);
    gate.open();
    await sending;
    desk.platform.whileSending = undefined;
    // Past each turn, so that nothing waits for its moment by the wall clock.
    for (let second = 61; second <= 610; second += 61) await desk.goTo(new Date(Date.UTC(2026, 2, 13, 8, 0, second)));

    const posts = desk.platform.posts.filter(({ key }) => key.includes(subjectId));
    const places = [...new Set(posts.map(({ to }) => to.id))];
    const shapes = places.map((id) =>
      posts
        .filter(({ to }) => to.id === id)
        .map(({ message }) => describe(message))
        .join(' then '),
    );
    expect(done.kind).toBe('done');
    expect(previewOf(moved).words.join(' ')).toContain(`${PEOPLE} personer`);
    expect(places).toHaveLength(PEOPLE);
    expect(new Set(posts.map(({ key }) => key)).size).toBe(posts.length);
    expect(countBy(shapes)).toEqual({
      'the old day then the move': AT_ONCE,
      'the new day': PEOPLE - AT_ONCE,
    });
    // Those who had got the old day have it corrected on their card as well.
    const corrected = desk.platform.updates.filter(({ message }) => describe(message) === 'the new day');
    expect(corrected).toHaveLength(AT_ONCE);
  });
});

/** One reminder, a week before: all the others would be previewed for two hundred as well. */
async function keepOneStep({ db }: Database): Promise<void> {
  const { ladders } = buildCounty('testlan').county;
  const steps = ladders.call.steps.filter(({ step }) => step === '7-days');
  await db.county.update({ where: { id: countyId }, data: { ladders: { ...ladders, call: { steps } } } });
}

/** Two hundred officers of one agency, each with a chat of their own. */
async function settleCrowd({ db }: Database): Promise<void> {
  const ids = Array.from({ length: PEOPLE }, (_, at) => `testlan/crowd-${String(at).padStart(3, '0')}`);
  const own = { countyId: 'testlan' };
  await db.membership.updateMany({ where: { personId: { startsWith: 'testlan/mig' } }, data: { toOn: '2026-01-31' } });
  await db.person.createMany({
    data: ids.map((id) => ({
      ...{ ...own, id, name: id, title: 'Handläggare', email: `${id.slice(8)}@example.org` },
      ...{ organisationId: 'testlan/migrationsverket', roles: [] },
    })),
  });
  await db.membership.createMany({
    data: ids.map((personId) => ({
      ...{ ...own, id: `${personId}/seat`, groupId: 'testlan/natverket', personId },
      ...{ role: 'member', fromOn: '2026-01-01' },
    })),
  });
  await db.conversation.createMany({
    data: ids.map((personId) => ({
      ...{ ...own, id: `room/${personId}`, platform: 'room', kind: 'personal', name: personId, personId },
      ...{ address: {}, changedAt: new Date('2020-01-01T00:00:00Z') },
    })),
  });
}

function countInState({ db }: Database, state: string): Promise<number> {
  return db.delivery.count({ where: { state } });
}

function describe({ title, parts }: { readonly title: string; readonly parts: readonly object[] }): string {
  const words = JSON.stringify(parts);
  if (title.includes('ny sista ansökningsdag')) return words.includes(NEW) ? 'the move' : 'a wrong move';
  const isNew = words.includes(`"Sista ansökningsdag","value":"fredag ${NEW}"`);
  return isNew && words.includes('Ny sista ansökningsdag') ? 'the new day' : words.includes(OLD) ? 'the old day' : '?';
}

function countBy(shapes: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...new Set(shapes)].map((shape) => [shape, shapes.filter((one) => one === shape).length]));
}
