// Members answer, more or less of them: is everything answered kept, and is nobody who answered asked again by a nudge?
import { beforeAll, describe, expect, test } from '@jest/globals';
import { LocalDate } from '../../src/calendar/local-date.ts';
import { toStableUuid } from '../../src/ids.ts';
import type { Line } from '../../src/simulation/journal.ts';
import { toQuestion } from '../../src/topics/meetings/attendance.ts';
import { openTestDatabase } from '../fake/test-database.ts';
import { occurrenceOf, ofKind, play, sentOf } from './play.ts';

const SPRING = { from: '2019-02-15', to: '2019-03-22' } as const;

describe('with four of five answering', () => {
  let lines: readonly Line[];

  beforeAll(async () => {
    lines = await play({ ...SPRING, rate: 0.8, seed: 3, database: await openTestDatabase() });
  }, 120_000);

  test('the same seed gives the same lines, byte for byte', async () => {
    const to = '2019-02-25';
    const again = await play({ ...SPRING, to, rate: 0.8, seed: 3, database: await openTestDatabase() });

    expect(again.length).toBeGreaterThan(30);
    expect(JSON.stringify(again)).toBe(JSON.stringify(lines.filter(({ at }) => at.slice(0, 10) <= to)));
  }, 120_000);

  test('every reply has its receipt at once, in the same conversation', () => {
    const replies = lines.flatMap((line, at) => (line.kind === 'reply' ? [[line, lines[at + 1]] as const] : []));

    expect(replies.length).toBeGreaterThan(20);
    for (const [reply, next] of replies) {
      expect(next).toMatchObject({ kind: 'receipt', at: reply.at, to: reply.to, topic: reply.topic });
      expect(next?.text).toMatch(/^Tack! Svaret är sparat \(kvitto /);
    }
  });

  test('some press a button, some fill in the form, some come too late and some are substitutes', () => {
    const texts = ofKind(lines, 'reply').map(({ text }) => text);

    expect(texts).toContain('Vi tänker söka');
    expect(texts.some((text) => text.includes('Tänker ni söka?: '))).toBe(true);
    expect(ofKind(lines, 'receipt').some(({ text }) => text.includes('märkt som sent'))).toBe(true);
    expect(ofKind(lines, 'post').some(({ text }) => text.startsWith('Kan du ersätta'))).toBe(true);
  });

  test('nobody who answered is nudged', () => {
    const nudges = ofKind(lines, 'nudge');

    expect(nudges.length).toBeGreaterThan(0);
    expect(nudges.filter((nudge) => isAnswered(lines, nudge))).toEqual([]);
  });

  test('no key comes twice', () => {
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  });

  test('what changes in place was posted before', () => {
    const posted = new Set(sentOf(lines).map(({ key }) => key));
    const changed = ofKind(lines, 'update').map(({ key }) => key.slice(0, key.lastIndexOf('@')));

    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter((key) => !posted.has(key))).toEqual([]);
  });
});

test('with all answering, nobody is nudged or reported', async () => {
  const lines = await play({ ...SPRING, to: '2019-03-08', rate: 1, database: await openTestDatabase() });

  expect(ofKind(lines, 'nudge', 'escalation')).toEqual([]);
  expect(ofKind(lines, 'cancel').map(({ text }) => text)).toContain('Nobody was left to tell.');
}, 120_000);

/** A reply's key has the id of its prompt in it, which follows from the subject and the question. */
function isAnswered(lines: readonly Line[], nudge: Line): boolean {
  const [topic, subject = '', round] = occurrenceOf(nudge).split(':');
  // The ids of this county's meetings end with their day.
  const question = { plan: round, contact: 'details' }[topic ?? ''] ?? toQuestion(LocalDate.parse(subject.slice(-10)));
  const promptId = toStableUuid(`${topic}:${subject}:${question}`);
  const earlier = ofKind(lines.slice(0, lines.indexOf(nudge)), 'reply');
  return earlier.some(({ key, to }) => to === nudge.to && key.includes(promptId));
}
