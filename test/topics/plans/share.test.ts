// Which activities are asked about together, and by which rule are they?
import { describe, expect, test } from '@jest/globals';
import { ZoneName } from '../../../src/calendar/zone.ts';
import { RoundRule } from '../../../src/directory/round-rule.ts';
import { SubjectId } from '../../../src/ids.ts';
import { parseFieldKey, toFieldKey } from '../../../src/message/field-key.ts';
import { listByRule } from '../../../src/topics/plans/round-rule.ts';
import { listShares, toGroupSubject, toPlanId } from '../../../src/topics/plans/share.ts';
import { buildActivity, buildPlan } from '../build-subjects.ts';

const some = (count: number, change: object = {}) =>
  Array.from({ length: count }, (_, at) =>
    buildActivity({ id: `testlan/del-${String(at).padStart(2, '0')}`, ...change }),
  );

describe('a share', () => {
  test('is what one owner has the same people answer for, whichever group follows it', () => {
    const activities = [
      buildActivity({ id: 'testlan/a', responsibleId: 'testlan/umea-1' }),
      buildActivity({ id: 'testlan/b', responsibleId: 'testlan/umea-1', groupId: 'testlan/natverket' }),
      buildActivity({ id: 'testlan/c', responsibleId: 'testlan/umea-2' }),
      buildActivity({ id: 'testlan/d' }),
      buildActivity({ id: 'testlan/e', groupId: 'testlan/natverket' }),
    ];

    const shares = listShares(activities).map((share) => [share.id, share.activities.map(({ id }) => id)]);

    expect(shares).toEqual([
      ['testlan/plan-2026/umea+beredningsgruppen', ['testlan/d']],
      ['testlan/plan-2026/umea+natverket', ['testlan/e']],
      ['testlan/plan-2026/umea/umea-1', ['testlan/a', 'testlan/b']],
      ['testlan/plan-2026/umea/umea-2', ['testlan/c']],
    ]);
  });

  test.each([1, 4, 5, 8, 9, 23])('of %i activities has each of them once, and no more than fit in a form', (count) => {
    const shares = listShares(some(count));

    expect(shares.flatMap(({ activities }) => activities.map(({ id }) => id))).toEqual(some(count).map(({ id }) => id));
    expect(Math.max(...shares.map(({ activities }) => activities.length))).toBeLessThanOrEqual(4);
    expect(new Set(shares.map(({ id }) => id)).size).toBe(Math.ceil(count / 4));
  });

  test('is the same in whatever order the activities come', () => {
    expect(listShares(some(9).toReversed())).toEqual(listShares(some(9)));
  });

  test('tells its plan by its name, and so does a group’s part', () => {
    const ids = [
      ...listShares(some(9)).map(({ id }) => id),
      toGroupSubject('testlan/plan-2026', buildActivity().groupId),
    ];

    expect(ids.map(toPlanId)).toEqual(ids.map(() => 'testlan/plan-2026'));
    expect(toPlanId(SubjectId.parse('odd'))).toBe('odd');
  });
});

describe('a field’s key', () => {
  test.each([
    ['light', 'sprakstod-arbetsplats-2'],
    ['actionBy', 'a'],
    ['kunskap', '2024'],
    ['kunskap-om-laget', undefined],
  ])('of %s about %s is a key, and tells both again', (question, of) => {
    const key = toFieldKey(question, of);

    expect(key).toMatch(/^[a-z][a-zA-Z0-9]*$/);
    expect(parseFieldKey(key)).toEqual({ question, ...(of !== undefined && { of }) });
  });

  test('is another for each of what it could be taken for', () => {
    const keys = ['a-b', 'ab', 'a-b-', 'a--b'].map((of) => toFieldKey('light', of));

    expect(new Set(keys).size).toBe(4);
  });
});

describe('the rounds of a year by rule', () => {
  const zone = ZoneName.parse('Europe/Stockholm');
  const list = (rule: object) =>
    listByRule(RoundRule.parse(rule), buildPlan(), zone).map(({ id, opensOn, closesOn }) => [id, opensOn, closesOn]);

  test('come each quarter, on working days', () => {
    expect(list({ kind: 'quarterly', month: 3, on: { nth: 2, weekday: 1 } })).toEqual([
      ['testlan/mars-2026', '2026-03-09', '2026-03-20'],
      ['testlan/juni-2026', '2026-06-08', '2026-06-22'],
      ['testlan/september-2026', '2026-09-14', '2026-09-25'],
      ['testlan/december-2026', '2026-12-14', '2026-12-28'],
    ]);
  });

  test('come each month, or once a year', () => {
    expect(list({ kind: 'monthly', on: { day: 1 }, openDays: 7 })).toHaveLength(12);
    expect(list({ kind: 'yearly', month: 5, on: { day: 1 } }).map(([, opensOn]) => opensOn)).toEqual(['2026-05-04']);
  });
});
