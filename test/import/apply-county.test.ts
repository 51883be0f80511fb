// Does an import write what the file says, all of it or nothing, and leave alone what has a history?

import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createMovableClock } from '../../src/clock.ts';
import { createDrainQueue } from '../../src/database/drain-queue.ts';
import type { Database } from '../../src/database/open.ts';
import { isTenantServed, readCounty } from '../../src/directory/county-store.ts';
import { InvalidInput } from '../../src/errors.ts';
import { CountyId } from '../../src/ids.ts';
import { type CountyChanges, countChanges, type RowKind } from '../../src/import/changes.ts';
import { importFiles } from '../../src/import/import-files.ts';
import { silentLog } from '../../src/log.ts';
import { createTopics, openHouse } from '../../src/main.ts';
import { tick } from '../../src/reminders/tick.ts';
import { createFakePlatform } from '../fake/fake-platform.ts';
import { describeOnDatabase, emptyTables } from '../fake/test-database.ts';
import { change, readExample, readText } from './read-county.ts';

const topics = createTopics();
const norrbotten = readExample();
const APRIL = new Date('2024-04-15T10:00:00Z');

const SUBSTITUTE =
  '      - { person: kiruna-ersattare, role: substitute, substituteFor: kiruna-kontakt, from: 2024-01-01 }\n';
const REKTOR =
  '  - { id: kiruna-ersattare, name: "Rektor, Kiruna kommun", title: Rektor, organisation: kiruna, email: kiruna.ersattare@example.org }\n';
const AGENDA = '{ step: ask, days: -30, at: "15:00" }';
const CALL = norrbotten.slice(norrbotten.indexOf('  - id: paragraf-37-2024'), norrbotten.indexOf('meetings:\n'));
const ACTIVITY = norrbotten.slice(
  norrbotten.indexOf('      - { id: sfi-pa-distans'),
  norrbotten.indexOf('    rounds:\n'),
);

describeOnDatabase((open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(() => emptyTables(database));

  async function apply(text: string, { now = APRIL, isDryRun = false } = {}): Promise<CountyChanges> {
    const [changes] = await importFiles(
      { database, topics, now },
      { files: [{ name: 'norrbotten.yaml', text }], isDryRun },
    );
    if (!changes) throw new Error('Nothing was imported.');
    return changes;
  }

  /** Lets everything happen that is due by then, and tells which messages were posted to whom. */
  async function live(until: Date): Promise<readonly string[]> {
    const clock = createMovableClock(until);
    const queue = createDrainQueue();
    const platform = createFakePlatform({ name: 'room', now: () => until.getTime() });
    const road = { database, queue, clock, log: silentLog, topics };
    await openHouse(road, [platform], () => 0);
    await tick(road);
    await queue.drain(until);
    return platform.posts.map(({ to, message }) => `${to.name}: ${message.title}`);
  }

  test('writes a county with its groups, people and conversations, and plans its reminders', async () => {
    const changes = await apply(norrbotten);

    const { db } = database;
    expect(changes.kinds.map(({ kind, added, unchanged }) => [kind, added.length, unchanged])).toEqual([
      ['county', 1, 0],
      ['organisation', 2, 0],
      ['person', 3, 0],
      ['group', 1, 0],
      ['membership', 3, 0],
      ['contact', 1, 0],
      ['instrument', 1, 0],
      ['call', 1, 0],
      ['meeting', 1, 0],
      ['strategy', 1, 0],
      ['area', 1, 0],
      ['goal', 1, 0],
      ['plan', 1, 0],
      ['round', 1, 0],
      ['activity', 1, 0],
    ]);
    expect(
      await db.conversation.findMany({ select: { id: true, kind: true, name: true }, orderBy: { id: 'asc' } }),
    ).toEqual([
      { id: 'room/norrbotten/kiruna-ersattare', kind: 'personal', name: 'Rektor, Kiruna kommun' },
      { id: 'room/norrbotten/kiruna-kontakt', kind: 'personal', name: 'Integrationssamordnare, Kiruna kommun' },
      { id: 'room/norrbotten/radet', kind: 'channel', name: 'Integrationsrådet' },
      { id: 'room/norrbotten/samordnare', kind: 'personal', name: 'Samordnare, Länsstyrelsen' },
    ]);
    expect(
      await db.occurrence.findMany({
        where: { topic: 'call' },
        select: { key: true, state: true },
        orderBy: { key: 'asc' },
      }),
    ).toEqual([
      { key: 'call:norrbotten/paragraf-37-2024:14-days:2024-04-12', state: 'planned' },
      { key: 'call:norrbotten/paragraf-37-2024:last-day:2024-04-26', state: 'planned' },
    ]);
  });

  describe('conversations on other platforms', () => {
    const onTeams = { countyId: 'norrbotten', platform: 'teams', address: { at: 1 }, changedAt: APRIL };

    async function bindOnTeams(): Promise<void> {
      await database.db.conversation.createMany({
        data: [
          { ...onTeams, id: 'teams/kanal', kind: 'channel', name: 'Rådet', groupId: 'norrbotten/radet' },
          { ...onTeams, id: 'teams/rektor', kind: 'personal', name: 'R', personId: 'norrbotten/kiruna-ersattare' },
          { ...onTeams, id: 'teams/arkiv', kind: 'chat', name: 'A', groupId: 'norrbotten/radet', state: 'paused' },
        ],
      });
    }

    const listOnTeams = () =>
      database.db.conversation.findMany({ where: { platform: 'teams' }, orderBy: { id: 'asc' } });

    test('stay as they are when the file is imported again, changed or not', async () => {
      await apply(norrbotten);
      await bindOnTeams();
      const before = await listOnTeams();

      await apply(norrbotten);
      await apply(change(norrbotten, ['name: Integrationsrådet', 'name: Rådet för integration']));

      expect(await listOnTeams()).toEqual(before);
    });

    test('end with a person who had a seat, and are theirs again with them', async () => {
      await apply(norrbotten);
      await bindOnTeams();
      const without = change(norrbotten, [SUBSTITUTE, ''], [REKTOR, '']);

      await apply(without);
      const gone = await database.db.conversation.findUnique({ where: { id: 'teams/rektor' } });
      await apply(norrbotten);

      expect(gone).toMatchObject({ state: 'gone', reason: 'left' });
      expect(await database.db.conversation.findUnique({ where: { id: 'teams/rektor' } })).toMatchObject({
        state: 'active',
        reason: null,
      });
    });

    test('go with a person whom nobody has told anything', async () => {
      const newcomer = REKTOR.replace('kiruna-ersattare', 'ny').replace('kiruna.ersattare', 'ny');
      await apply(change(norrbotten, [REKTOR, `${REKTOR}${newcomer}`]));
      await bindOnTeams();
      await database.db.conversation.update({ where: { id: 'teams/rektor' }, data: { personId: 'norrbotten/ny' } });

      await apply(norrbotten);

      expect((await listOnTeams()).map(({ id }) => id)).toEqual(['teams/arkiv', 'teams/kanal']);
    });
  });

  test('keeps who may ask for contacts: partners, unless it says another', async () => {
    const id = CountyId.parse('norrbotten');
    await apply(norrbotten);
    const before = (await readCounty(database.db, id)).contactsFor;

    await apply(change(norrbotten, ['  words: {', '  contactsFor: public\n  words: {']));

    expect([before, (await readCounty(database.db, id)).contactsFor]).toEqual(['partners', 'public']);
  });

  test('keeps the tenants that it serves', async () => {
    const id = '8F0F5D4B-4b1f-4a7e-9d2c-0c9c2a3d1e5f';
    const tenants = `  tenants: { teams: [${id}], slack: [T0123ABC] }\n`;

    const changes = await apply(change(norrbotten, ['  words: {', `${tenants}  words: {`]));

    expect(await isTenantServed(database.db, 'teams', id.toLowerCase())).toBe(true);
    expect(await isTenantServed(database.db, 'slack', 'T0123ABC')).toBe(true);
    expect(of(changes, 'county').added).toEqual(['Norrbottens län']);
    expect(countChanges(await apply(change(norrbotten, ['  words: {', `${tenants}  words: {`])))).toBe(0);
  });

  test('changes nothing the second time', async () => {
    await apply(norrbotten);
    await live(APRIL);
    const before = await snapshot(database);

    const again = await apply(norrbotten);

    expect(countChanges(again)).toBe(0);
    expect(again.kinds.every(({ unchanged }) => unchanged > 0)).toBe(true);
    expect(await snapshot(database)).toEqual(before);
  });

  test('tells in a dry run what would change, and writes nothing', async () => {
    const empty = await snapshot(database);
    const dry = await apply(norrbotten, { isDryRun: true });
    const untouched = await snapshot(database);

    const done = await apply(norrbotten);

    expect(untouched).toEqual(empty);
    expect(dry).toEqual(done);
  });

  test('imports nothing of the first file when the second is broken, and tells every finding of both', async () => {
    const broken = change(norrbotten, ['closesOn: 2024-04-26', 'closesOn: 2024-02-30']);
    const files = [
      { name: 'kalmar.yaml', text: readText('prisma/counties/kalmar.yaml') },
      { name: 'norrbotten.yaml', text: change(broken, ['group: radet, date', 'group: radett, date']) },
      { name: 'again.yaml', text: readText('prisma/counties/kalmar.yaml') },
    ];

    const refused = await importFiles({ database, topics, now: APRIL }, { files, isDryRun: false }).catch((e) => e);

    expect(refused).toBeInstanceOf(InvalidInput);
    expect(refused.findings.map(({ path }: { path: string }) => path)).toEqual([
      expect.stringMatching(/^norrbotten\.yaml:\d+:\d+ calls\[0]\.closesOn$/),
      expect.stringMatching(/^norrbotten\.yaml:\d+:\d+ meetings\[0]\.group$/),
      'again.yaml county.id',
    ]);
    expect(await database.db.county.count()).toBe(0);
  });

  test('tells of a moved deadline once, and only of that', async () => {
    await apply(norrbotten);
    await live(APRIL);
    const moved = change(
      norrbotten,
      ['closesOn: 2024-04-26', 'closesOn: 2024-05-03'],
      ['purpose: Bostäder och bosättning', 'purpose: Bostäder'],
    );

    const changes = await apply(moved);
    const told = await live(new Date('2024-04-15T10:00:05Z'));
    const again = await apply(moved);
    const later = await live(new Date('2024-04-15T10:00:10Z'));

    expect(changes.moved).toEqual([
      {
        ...{ kind: 'call', name: 'Beredskap och mottagningskapacitet' },
        ...{ from: '2024-04-26', to: '2024-05-03', isTold: true },
      },
    ]);
    expect(of(changes, 'call').changed).toEqual(['Beredskap och mottagningskapacitet']);
    expect(new Set(told.map((line) => line.slice(line.indexOf(': ') + 2)))).toEqual(
      new Set(['Beredskap och mottagningskapacitet: ny sista ansökningsdag']),
    );
    expect([again.moved, later]).toEqual([[], []]);
  });

  test('tells of a moved meeting once, also in a dry run, but not of one that has been held', async () => {
    await apply(norrbotten);
    const moved = change(norrbotten, ['date: 2024-05-15', 'date: 2024-05-22']);

    const dry = await apply(moved, { isDryRun: true });
    const changes = await apply(moved);
    const again = await apply(moved);
    const told = await live(new Date('2024-04-15T10:00:05Z'));
    const held = await apply(norrbotten, { now: new Date('2024-06-03T10:00:00Z') });

    expect(changes.moved).toEqual([
      { kind: 'meeting', name: 'Integrationsrådet', from: '2024-05-15', to: '2024-05-22', isTold: true },
    ]);
    expect([dry.moved, again.moved, held.moved]).toEqual([changes.moved, [], []]);
    expect(told.filter((line) => line.endsWith('Ny dag för Integrationsrådets möte')).length).toBeGreaterThan(1);
  });

  test('plans anew when a ladder has changed', async () => {
    await apply(norrbotten);

    await apply(
      change(norrbotten, ['- { step: 14-days, days: -14, at: "09:00" }', '- { step: 7-days, days: -7, at: "09:00" }']),
    );

    const calls = await database.db.occurrence.findMany({ where: { topic: 'call' }, orderBy: { key: 'asc' } });
    expect(calls.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'call:norrbotten/paragraf-37-2024:14-days:2024-04-12 moved',
      'call:norrbotten/paragraf-37-2024:7-days:2024-04-19 planned',
      'call:norrbotten/paragraf-37-2024:last-day:2024-04-26 planned',
    ]);
  });

  test('removes what nobody was told of', async () => {
    await apply(norrbotten);
    const without = change(
      norrbotten,
      [CALL, ''],
      ['calls:\n', 'calls: []\n'],
      [ACTIVITY, ''],
      ['activities:\n', 'activities: []\n'],
    );

    const changes = await apply(without);

    expect([of(changes, 'call').ended, of(changes, 'activity').ended]).toEqual([
      ['Beredskap och mottagningskapacitet'],
      ['SFI på distans'],
    ]);
    expect(await database.db.call.count()).toBe(0);
    expect(await database.db.occurrence.count({ where: { topic: { in: ['call', 'plan'] } } })).toBe(0);
    expect(countChanges(await apply(without))).toBe(0);
  });

  test('watches no more over a meeting that it removes, nor as a changed ladder does not say', async () => {
    const open = change(norrbotten, [', agenda: [Inledning, Årets plan]', '']);
    const watched = change(open, [
      '  meeting:\n    answer',
      `  watch: { agenda: [${AGENDA}], minutes: [] }\n  meeting:\n    answer`,
    ]);
    await apply(watched);
    await live(APRIL);
    const planned = () => database.db.occurrence.findMany({ where: { topic: 'watch', state: 'planned' } });
    const before = await planned();

    await apply(change(watched, ['step: ask, days: -30', 'step: ask, days: -20']));
    const moved = await planned();
    const day = /^ {2}- \{ id: radet-2024-05-15.*\n/m.exec(open)?.[0] ?? '';
    await apply(change(watched, [day, ''], ['meetings:\n', 'meetings: []\n']));

    expect([before, moved].map((rows) => rows.map(({ localDate }) => localDate))).toEqual([
      ['2024-04-15'],
      ['2024-04-25'],
    ]);
    expect(await database.db.meeting.count()).toBe(0);
    expect(await database.db.occurrence.count({ where: { topic: 'watch' } })).toBe(0);
  });

  test('keeps a call that people were told of, and says so for as long as it has something to say', async () => {
    await apply(norrbotten);
    await live(APRIL);
    const without = change(norrbotten, [CALL, ''], ['calls:\n', 'calls: []\n']);

    const changes = await apply(without);
    const later = await apply(without, { now: new Date('2024-05-01T10:00:00Z') });

    expect(of(changes, 'call')).toMatchObject({ ended: [], kept: ['Beredskap och mottagningskapacitet'] });
    expect(of(later, 'call')).toMatchObject({ ended: [], kept: [] });
    expect(await database.db.call.count()).toBe(1);
  });

  test('asks nobody any more about a contact who is no longer in the file', async () => {
    const march = new Date('2024-03-01T08:00:00Z');
    await apply(norrbotten, { now: march });
    expect(await live(march)).toContain('Samordnare, Länsstyrelsen: Stämmer uppgifterna? Samordnare');
    const contact = /^ {2}- \{ id: samordnare, title.*\n/m.exec(norrbotten)?.[0] ?? '';

    await apply(change(norrbotten, [contact, ''], ['contacts:\n', 'contacts: []\n']), { now: march });

    const rounds = { topic: 'contact', state: { in: ['planned', 'queued'] } };
    expect(await database.db.occurrence.count({ where: rounds })).toBe(0);
    expect(await database.db.prompt.findFirst({ where: { topic: 'contact' } })).toMatchObject({ closesAt: march });
    expect((await live(new Date('2024-03-12T08:00:00Z'))).join()).not.toContain('Stämmer uppgifterna');
  });

  test('ends the seat of somebody who is no longer in the file, once, and speaks to them no more', async () => {
    await apply(norrbotten);
    const without = change(norrbotten, [SUBSTITUTE, ''], [REKTOR, '']);

    const changes = await apply(without);
    const again = await apply(without, { now: new Date('2024-04-16T10:00:00Z') });

    const gone = 'norrbotten/kiruna-ersattare';
    const seat = await database.db.membership.findFirst({ where: { personId: gone } });
    const person = await database.db.person.findUnique({ where: { id: gone } });
    const room = await database.db.conversation.findUnique({ where: { id: `room/${gone}` } });
    expect(of(changes, 'membership').ended).toEqual(['Rektor, Kiruna kommun in Integrationsrådet']);
    expect(of(changes, 'person').ended).toEqual(['Rektor, Kiruna kommun']);
    expect([seat?.toOn, person?.email, room?.state]).toEqual(['2024-04-14', `left:${gone}`, 'gone']);
    expect(countChanges(again)).toBe(0);
  });

  test('takes somebody back who is in the file again', async () => {
    await apply(norrbotten);
    await apply(change(norrbotten, [SUBSTITUTE, ''], [REKTOR, '']));

    const changes = await apply(norrbotten);

    const back = 'norrbotten/kiruna-ersattare';
    expect(of(changes, 'person').changed).toEqual(['Rektor, Kiruna kommun']);
    expect(await database.db.person.findUnique({ where: { id: back } })).toMatchObject({
      email: 'kiruna.ersattare@example.org',
    });
    expect(await database.db.membership.findFirst({ where: { personId: back } })).toMatchObject({ toOn: null });
    expect(await database.db.conversation.findUnique({ where: { id: `room/${back}` } })).toMatchObject({
      state: 'active',
    });
  });

  test('lets a successor take over an address, and two people swap theirs', async () => {
    await apply(norrbotten);
    const succeeded = change(norrbotten, [SUBSTITUTE, ''], ['{ id: kiruna-ersattare,', '{ id: kiruna-ny,']);
    const swapped = change(
      succeeded,
      ['organisation: kiruna, email: kiruna@example.org', 'organisation: kiruna, email: SWAP@example.org'],
      ['kiruna.ersattare@example.org', 'kiruna@example.org'],
      ['SWAP@example.org', 'kiruna.ersattare@example.org'],
    );

    await apply(succeeded);
    await apply(swapped);

    const people = await database.db.person.findMany({ select: { id: true, email: true }, orderBy: { id: 'asc' } });
    expect(people.map(({ id, email }) => `${id} ${email}`)).toEqual([
      'norrbotten/kiruna-ersattare left:norrbotten/kiruna-ersattare',
      'norrbotten/kiruna-kontakt kiruna.ersattare@example.org',
      'norrbotten/kiruna-ny kiruna@example.org',
      'norrbotten/samordnare samordnare@example.org',
    ]);
  });

  test('forgets a person who was added by mistake and never took a seat', async () => {
    await apply(norrbotten);
    const extra = REKTOR.replace('kiruna-ersattare', 'misstag').replace('kiruna.ersattare@', 'misstag@');
    await apply(change(norrbotten, [REKTOR, REKTOR + extra]));

    const changes = await apply(norrbotten);

    expect(of(changes, 'person').ended).toEqual(['Rektor, Kiruna kommun']);
    expect(await database.db.person.count()).toBe(3);
    expect(await database.db.conversation.count()).toBe(4);
  });

  test('gives a plan another id as long as nobody was told of what is in it', async () => {
    const june = new Date('2024-06-04T10:00:00Z');
    const approved = change(norrbotten, ['state: draft', 'state: approved\n    approvedOn: 2024-01-31']);
    const renamed = change(approved, ['- id: plan-2024', '- id: handlingsplan']);
    await apply(approved);

    const changes = await apply(renamed);
    const again = await apply(approved);
    await live(june);
    // The activity goes along; what was told of it is kept with it.
    const told = await apply(renamed, { now: june });
    const lost = change(renamed, [ACTIVITY, ''], ['activities:\n', 'activities: []\n']);
    const replaced = change(lost, ['- id: handlingsplan', '- id: plan-2024-ny']);
    const refused = await apply(replaced, { now: june }).catch((error) => error);

    expect([changes, again, told].map((one) => [of(one, 'plan').added, of(one, 'plan').ended])).toEqual([
      [['2024'], ['2024']],
      [['2024'], ['2024']],
      [['2024'], ['2024']],
    ]);
    expect(refused.findings).toEqual([
      { path: 'plans 2024', message: 'is "handlingsplan" here. Keep that id, and keep its activities.' },
    ]);
    expect(await database.db.plan.findMany({ select: { id: true, year: true } })).toEqual([
      { id: 'norrbotten/handlingsplan', year: 2024 },
    ]);
  });

  test('records the decision about a plan with the step that is its approval, and with no other', async () => {
    const stateIs = (state: string, ...of: readonly string[]) =>
      change(norrbotten, ['state: draft', [`state: ${state}`, ...of].join('\n    ')]);
    const decided = ['approvedOn: 2024-01-31', 'dnr: 12-2024'];
    const files = [
      norrbotten,
      stateIs('prepared', 'dnr: 12-2024'),
      ...['approved', 'followed-up', 'locked'].map((state) => stateIs(state, ...decided)),
    ];
    for (const [day, file] of files.entries()) await apply(file, { now: new Date(Date.UTC(2024, 3, 15 + day)) });

    const steps = await database.db.planStep.findMany({ orderBy: { at: 'asc' } });
    expect(steps.map(({ to, decidedOn, dnr }) => [to, decidedOn, dnr])).toEqual([
      ['prepared', null, null],
      ['approved', '2024-01-31', '12-2024'],
      ['followed-up', null, null],
      ['locked', null, null],
    ]);
  });

  test('records it also where the file has a plan as followed up that it did not have before', async () => {
    await apply(change(norrbotten, ['state: draft', 'state: followed-up\n    approvedOn: 2024-01-31']));

    expect(await database.db.planStep.findMany()).toMatchObject([
      { from: 'draft', to: 'followed-up', decidedOn: '2024-01-31' },
    ]);
  });

  test('takes in the same county from two at once, one after the other', async () => {
    const changes = await Promise.all([apply(norrbotten), apply(norrbotten)]);

    expect(changes.map(countChanges).toSorted((a, b) => a - b)).toEqual([0, 20]);
  });

  test('touches no other county', async () => {
    await apply(norrbotten);
    const kalmar = [{ name: 'kalmar.yaml', text: readText('prisma/counties/kalmar.yaml') }];
    await importFiles({ database, topics, now: APRIL }, { files: kalmar, isDryRun: false });
    const people = await database.db.person.findMany({ where: { countyId: 'kalmar' }, orderBy: { id: 'asc' } });

    await apply(change(norrbotten, [SUBSTITUTE, ''], [REKTOR, '']));

    expect(await database.db.person.findMany({ where: { countyId: 'kalmar' }, orderBy: { id: 'asc' } })).toEqual(
      people,
    );
  });
});

function of(changes: CountyChanges, kind: RowKind) {
  const found = changes.kinds.find((one) => one.kind === kind);
  if (!found) throw new Error(`Nothing is told of ${kind}.`);
  return found;
}

/** Everything that an import may write. */
async function snapshot({ db }: Database) {
  const orderBy = { id: 'asc' } as const;
  return {
    county: await db.county.findMany({ orderBy }),
    organisation: await db.organisation.findMany({ orderBy }),
    person: await db.person.findMany({ orderBy }),
    group: await db.group.findMany({ orderBy }),
    membership: await db.membership.findMany({ orderBy }),
    contact: await db.contact.findMany({ orderBy }),
    conversation: await db.conversation.findMany({ orderBy }),
    call: await db.call.findMany({ orderBy }),
    meeting: await db.meeting.findMany({ orderBy }),
    plan: await db.plan.findMany({ orderBy }),
    activity: await db.activity.findMany({ orderBy }),
    round: await db.round.findMany({ orderBy }),
    occurrence: await db.occurrence.findMany({ orderBy }),
    prompt: await db.prompt.findMany({ orderBy }),
  };
}
