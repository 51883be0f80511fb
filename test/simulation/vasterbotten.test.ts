// A whole year of a county, in which nobody answers: does everybody get what the ladders say, and nobody else?
import { beforeAll, describe, expect, test } from '@jest/globals';
import { climbLadder } from '../../src/calendar/ladder.ts';
import { LocalDate } from '../../src/calendar/local-date.ts';
import { isWorkingDay } from '../../src/calendar/working-day.ts';
import type { Database } from '../../src/database/open.ts';
import type { Line } from '../../src/simulation/journal.ts';
import { openTestDatabase } from '../fake/test-database.ts';
import { readCounty } from '../import/read-county.ts';
import { expectGolden } from './golden.ts';
import { groupBy, occurrenceOf, ofKind, play, sentOf } from './play.ts';

const file = readCounty('vasterbotten');

let database: Database;
let lines: readonly Line[];

beforeAll(async () => {
  database = await openTestDatabase();
  lines = await play({ database });
}, 120_000);

test('the year is the one that was read through and approved', () => {
  const { kept, texts } = toGolden(lines);

  expectGolden('vasterbotten-2019.jsonl', kept);
  expectGolden('vasterbotten-2019-texts.txt', texts);
});

describe('a grant call', () => {
  const posts = (call: string) =>
    ofKind(lines, 'post').filter(({ key }) => key.startsWith(`call:vasterbotten/${call}:`));
  const daysOf = (call: string) => [...new Set(posts(call).map(({ at }) => at))];
  const toOf = (call: string) => [...new Set(posts(call).map(({ to }) => to))].toSorted();
  const speakersOf = (...kinds: readonly string[]) =>
    file.people
      .filter(({ organisation }) =>
        kinds.includes(file.organisations.find(({ id }) => id === organisation)?.kind ?? ''),
      )
      .map(({ name }) => name);

  test('for early measures comes on its ladder at nine, to municipalities and civil society and nobody else', () => {
    expect(daysOf('tia-2019-1')).toEqual([
      '2019-02-18T09:00:00+01:00',
      '2019-03-06T09:00:00+01:00',
      '2019-03-13T09:00:00+01:00',
      '2019-03-18T09:00:00+01:00',
      '2019-03-20T09:00:00+01:00',
    ]);
    expect(toOf('tia-2019-1')).toEqual(
      ['Kommunnätverket integration', ...speakersOf('municipality', 'civil-society')].toSorted(),
    );
  });

  test.each(['flyktingguider-2019', 'beredskap-2019'])(
    '%s comes on its ladder at nine, to municipalities only',
    (call) => {
      expect(daysOf(call)).toEqual([
        '2019-04-10T09:00:00+02:00',
        '2019-04-26T09:00:00+02:00',
        '2019-05-03T09:00:00+02:00',
        '2019-05-08T09:00:00+02:00',
        '2019-05-10T09:00:00+02:00',
      ]);
      expect(toOf(call)).toEqual(['Kommunnätverket integration', ...speakersOf('municipality')].toSorted());
    },
  );

  test('is told the same to all at each step', () => {
    const steps = groupBy(posts('tia-2019-1'), occurrenceOf);

    expect(steps.map(([, step]) => step.length)).toEqual([18, 18, 18, 18, 18]);
    expect(steps.map(([, step]) => new Set(step.map(({ text }) => text)).size)).toEqual([1, 1, 1, 1, 1]);
  });
});

test('no key comes twice, and nobody gets the same occurrence twice', () => {
  const pairs = sentOf(lines).map((line) => `${occurrenceOf(line)} ${line.to}`);

  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  expect(new Set(pairs).size).toBe(pairs.length);
});

test('time never goes back', () => {
  const instants = lines.map(({ at }) => Date.parse(at));

  expect(instants).toEqual(instants.toSorted((a, b) => a - b));
});

test('nothing is sent on a day that nobody works, and all at nine on both sides of the clock changes', () => {
  const sent = sentOf(lines);

  expect(sent.filter(({ at }) => !isWorkingDay(LocalDate.parse(at.slice(0, 10))))).toEqual([]);
  expect(new Set(sent.map(({ at }) => at.slice(11)))).toEqual(new Set(['09:00:00+01:00', '09:00:00+02:00']));
  expect(sent.filter(({ at }) => isSummer(at)).every(({ at }) => at.endsWith('+02:00'))).toBe(true);
  expect(sent.filter(({ at }) => !isSummer(at)).every(({ at }) => at.endsWith('+01:00'))).toBe(true);
});

test('whoever is silent is nudged and reported as the ladder of the plan says', () => {
  const { nudges = [], escalate = [] } = file.ladders.plan;
  const zone = file.county.timeZone;
  const asked = file.plans.flatMap(({ rounds, activities }) =>
    rounds.flatMap((round) =>
      activities
        .filter(({ from, to }) => from <= round.closesOn && round.opensOn <= to)
        .map(({ owner, responsible, group }) => ({ share: `/${owner}/${responsible}`, group: `+${group}`, round })),
    ),
  );
  const climb = (ladder: typeof nudges, anchor: LocalDate) =>
    climbLadder(ladder, { anchor, zone, moveDefault: 'after' }).map(({ date }) => date);

  for (const { share, group, round } of asked) {
    const of = (subject: string) =>
      lines.filter(({ key }) => key.startsWith(`plan:vasterbotten/plan-2019${subject}:${round.id}:`));
    expect(daysOfKind(of(share), 'nudge')).toEqual(climb(nudges, round.closesOn));
    expect(daysOfKind(of(group), 'escalation')).toEqual(climb(escalate, round.closesOn));
    expect([daysOfKind(of(share), 'escalation'), daysOfKind(of(group), 'nudge')]).toEqual([[], []]);
  }
});

describe('the database', () => {
  test('holds a delivery that was sent for every line, and nothing under way', async () => {
    const states = await database.db.delivery.groupBy({ by: ['state'], _count: true });

    expect(states.map(({ state, _count }) => [state, _count])).toEqual([['sent', sentOf(lines).length]]);
    expect(await database.db.roomMessage.count()).toBe(sentOf(lines).length);
  });

  test('holds no occurrence that is due and neither told nor dropped', async () => {
    // The year's questions are nudged about in the next one.
    const where = { localDate: { lte: '2019-12-31' } };
    const by = { by: ['state'], where, _count: true, orderBy: { state: 'asc' } } as const;
    const states = await database.db.occurrence.groupBy({ ...by, by: ['state'] });
    const told = states.find(({ state }) => state === 'told')?._count;

    expect(new Set(sentOf(lines).map(occurrenceOf)).size).toBe(told);
    expect(states.map(({ state }) => state)).toEqual(['told']);
  });
});

function isSummer(at: string): boolean {
  return at >= '2019-03-31' && at < '2019-10-27';
}

function daysOfKind(some: readonly Line[], kind: Line['kind']): readonly string[] {
  return [...new Set(ofKind(some, kind).map(({ at }) => at.slice(0, 10)))];
}

/** One line for each occurrence with all whom it reached; and of each kind of message the first text. */
function toGolden(all: readonly Line[]): { readonly kept: string; readonly texts: string } {
  const bundles = groupBy(all, ({ at, kind, topic, key }) =>
    JSON.stringify({ at, kind, topic, key: key.split('>')[0] }),
  );
  const kept = bundles.map(
    ([head, bundle]) => `${head.slice(0, -1)},"to":${JSON.stringify(bundle.map(({ to }) => to))}}\n`,
  );
  const texts = groupBy(all, ({ kind, topic }) => `${kind} ${topic}`).map(
    ([name, [first]]) => `== ${name}, ${first?.at}, to ${first?.to}\n\n${first?.text}\n\n`,
  );
  return { kept: kept.join(''), texts: texts.join('') };
}
