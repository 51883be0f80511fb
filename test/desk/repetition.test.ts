// The ways to come back that people choose from: which rule each is, and on which days it comes.
import { expect, test } from '@jest/globals';
import { LocalDate, LocalTime } from '../../src/calendar/local-date.ts';
import { isRuleDay, listRuleDays } from '../../src/calendar/rule-times.ts';
import { ZoneName } from '../../src/calendar/zone.ts';
import { readRule } from '../../src/desk/repetition.ts';
import { readTime } from '../../src/text/read-time.ts';

const date = (text: string) => LocalDate.parse(text);
const from = (start: string) => ({
  start: date(start),
  time: LocalTime.parse('09:00'),
  zone: ZoneName.parse('Europe/Stockholm'),
});

test.each([
  ['weekly', '2026-03-03', ['2026-03-03', '2026-03-10', '2026-03-17']],
  ['fortnightly', '2026-03-03', ['2026-03-03', '2026-03-17', '2026-03-31']],
  // The fifth Tuesday of March is its last.
  ['monthly', '2026-03-31', ['2026-03-31', '2026-04-28', '2026-05-26']],
  ['quarterly', '2026-02-10', ['2026-02-10', '2026-05-12', '2026-08-11']],
  ['yearly', '2026-10-13', ['2026-10-13', '2027-10-12', '2028-10-10']],
  // New Year's Day gives way to the next working day.
  ['monthly', '2026-01-01', ['2026-01-02', '2026-02-05', '2026-03-05']],
])('%s from %s comes on %j', (repeats, start, days) => {
  const rule = readRule({ repeats }, from(start));
  if (!rule) throw new Error('No rule');
  const found = listRuleDays(rule, { fromOn: date(start), toOn: date('2029-12-31') });

  expect(found.slice(0, 3)).toEqual(days);
  expect(found.every((day) => isRuleDay(rule, day))).toBe(true);
});

test('what comes once has no rule, and an end is the last day that may come', () => {
  const rule = readRule({ repeats: 'weekly', until: '2026-03-16' }, from('2026-03-03'));

  expect(readRule({ repeats: 'once' }, from('2026-03-03'))).toBeUndefined();
  expect(readRule({}, from('2026-03-03'))).toBeUndefined();
  expect(rule && listRuleDays(rule, { fromOn: date('2026-01-01'), toOn: date('2026-12-31') })).toEqual([
    '2026-03-03',
    '2026-03-10',
  ]);
});

test.each([
  ['13', '13:00'],
  ['9.30', '09:30'],
  ['kl. 9:05', '09:05'],
  ['25', undefined],
  ['9.3', undefined],
  ['tolv', undefined],
])('"%s" is read as the time %s', (text, time) => {
  expect(readTime(text)).toBe(time);
});
