// Do other programs read our calendars as we mean them?
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { LocalDate, LocalTime } from '../../src/calendar/local-date.ts';
import { ZoneName } from '../../src/calendar/zone.ts';
import type { FeedEntry } from '../../src/feeds/feed-entry.ts';
import { writeCalendar } from '../../src/feeds/icalendar.ts';

const zone = ZoneName.parse('Europe/Stockholm');
const changedAt = new Date('2026-01-05T08:00:00Z');

function anEntry(change: Partial<FeedEntry> = {}): FeedEntry {
  const date = LocalDate.parse('2026-10-22');
  return {
    uid: 'a@samverk',
    sequence: 0,
    changedAt,
    title: 'Möte: Beredningsgruppen',
    text: 'Dagordning:\n1. Inledning',
    when: {
      kind: 'hours',
      from: { date, time: LocalTime.parse('13:00') },
      to: { date, time: LocalTime.parse('15:00') },
    },
    isCancelled: false,
    ...change,
  };
}

const write = (...entries: readonly FeedEntry[]) => writeCalendar({ name: 'Samverk: länet', zone, entries });

/** What both programs understand. */
interface Read {
  readonly title: string;
  readonly text: string | undefined;
  readonly start: string;
  readonly end: string;
  readonly status: string | undefined;
  readonly sequence: number;
}

function readWithMozilla(text: string): readonly Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const part of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(part));
  return calendar.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part);
    return {
      title: event.summary,
      text: event.description ?? undefined,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      status: part.getFirstPropertyValue('status')?.toString(),
      sequence: event.sequence,
    };
  });
}

function readWithNode(text: string): readonly Read[] {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((part) => {
    if (part?.type !== 'VEVENT') return [];
    const { summary, description, start, end, status, sequence } = part;
    return [
      {
        title: String(summary),
        text: description === undefined ? undefined : String(description),
        start: start.toISOString(),
        end: end?.toISOString() ?? '',
        status,
        sequence: Number(sequence),
      },
    ];
  });
}

const readers = [
  ['ical.js', readWithMozilla],
  ['node-ical', readWithNode],
] as const;

describe.each(readers)('%s', (_, read) => {
  test.each([
    { day: '2026-01-15', start: '2026-01-15T12:00:00.000Z' },
    { day: '2026-03-28', start: '2026-03-28T12:00:00.000Z' },
    { day: '2026-03-29', start: '2026-03-29T11:00:00.000Z' },
    { day: '2026-07-01', start: '2026-07-01T11:00:00.000Z' },
    { day: '2026-10-24', start: '2026-10-24T11:00:00.000Z' },
    { day: '2026-10-25', start: '2026-10-25T12:00:00.000Z' },
    { day: '2031-10-26', start: '2031-10-26T12:00:00.000Z' },
  ])('reads one o’clock on $day as it is in Stockholm', ({ day, start }) => {
    const date = LocalDate.parse(day);
    const [from, to] = [LocalTime.parse('13:00'), LocalTime.parse('15:00')];
    const when = { kind: 'hours', from: { date, time: from }, to: { date, time: to } } as const;

    expect(read(write(anEntry(), anEntry({ uid: 'b@samverk', when })))[1]).toMatchObject({ start });
  });

  test('reads a cancelled one, a higher number and a long text', () => {
    const text = `${'Åäö och en mycket lång rad, med; tecken \\ som betyder något. '.repeat(9)}\nNy rad`;
    const [entry] = read(write(anEntry({ isCancelled: true, sequence: 3, text })));

    expect(entry).toMatchObject({ status: 'CANCELLED', sequence: 3, text });
  });
});

test('whole days are read as days, the last one included', () => {
  const [fromOn, toOn] = [LocalDate.parse('2026-04-10'), LocalDate.parse('2026-04-12')];
  const calendar = new ICAL.Component(ICAL.parse(write(anEntry({ when: { kind: 'days', fromOn, toOn } }))));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? new ICAL.Component('vevent'));

  expect(event.startDate.isDate).toBe(true);
  expect([event.startDate.toString(), event.endDate.toString()]).toEqual(['2026-04-10', '2026-04-13']);
});

test('an alarm stands before the beginning', () => {
  const calendar = new ICAL.Component(ICAL.parse(write(anEntry({ alarmHours: -1 }))));
  const alarm = calendar.getFirstSubcomponent('vevent')?.getFirstSubcomponent('valarm');

  expect(alarm?.getFirstPropertyValue('trigger')?.toString()).toBe('-PT1H');
  expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
});

test('whatever stands in a text is read back, and begins no property of its own', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 }).map((words) => words.replace(/\p{Cc}/gu, ' '));
  fc.assert(
    fc.property(text, text, (title, place) => {
      const written = write(anEntry({ title, place: `${place}\nEND:VEVENT\r\nBEGIN:VEVENT`, text: '' }));
      const calendar = new ICAL.Component(ICAL.parse(written));
      const [event, ...others] = calendar.getAllSubcomponents('vevent');

      expect(others).toEqual([]);
      expect(event?.getFirstPropertyValue('summary') ?? '').toBe(title);
      expect(event?.getFirstPropertyValue('location')).toBe(`${place}\nEND:VEVENT\nBEGIN:VEVENT`);
    }),
    { numRuns: 200 },
  );
});

test('no line is longer than 75 octets, and all end as the standard says', () => {
  const written = write(anEntry({ title: 'Å'.repeat(300), text: '😀'.repeat(300) }));

  const lines = written.split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(lines.at(-1)).toBe('');
  expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});
