// Which event is meant by what somebody writes?
import { describe, expect, test } from '@jest/globals';
import { readProposal } from '../../../src/topics/events/proposal.ts';
import { date } from '../build-subjects.ts';

const today = date('2026-03-31');
const read = (text: string) => readProposal(text, today);

describe('a day', () => {
  test.each([
    ['2026-04-10 Mässa', '2026-04-10', '2026-04-10'],
    ['2026-04-10--2026-04-12 Mässa', '2026-04-10', '2026-04-12'],
    ['2026-04-10 – 2026-04-12 Mässa', '2026-04-10', '2026-04-12'],
    ['2026-04-10 till 2026-04-12 Mässa', '2026-04-10', '2026-04-12'],
    ['10 april Mässa', '2026-04-10', '2026-04-10'],
    ['10 April 2027 Mässa', '2027-04-10', '2027-04-10'],
    ['10–12 april Mässa', '2026-04-10', '2026-04-12'],
    ['30 april – 2 maj Mässa', '2026-04-30', '2026-05-02'],
    ['2 May Mässa', '2026-05-02', '2026-05-02'],
    ['31 mars Mässa', '2026-03-31', '2026-03-31'],
    // Of a day that has been, the next one is meant.
    ['10 mars Mässa', '2027-03-10', '2027-03-10'],
    ['30 december – 2 januari Mässa', '2026-12-30', '2027-01-02'],
  ])('"%s" is from %s to %s', (text, fromOn, toOn) => {
    expect(read(text)).toEqual({ kind: 'understood', details: { title: 'Mässa', fromOn, toOn } });
  });

  test.each([
    ['Mässa 10 april', 'no-date'],
    ['2026-02-30 Mässa', 'no-date'],
    ['31 april Mässa', 'no-date'],
    ['10 brumaire Mässa', 'no-date'],
    ['10 april', 'no-title'],
    ['2026-03-30 Mässa', 'over'],
    ['2026-04-12--2026-04-10 Mässa', 'upside-down'],
    [`10 april ${'M'.repeat(151)}`, 'too-long'],
  ])('"%s" is not understood: %s', (text, kind) => {
    expect(read(text)).toEqual({ kind });
  });
});

describe('what comes after the title', () => {
  const detailsOf = (text: string) => {
    const proposal = read(`10 april ${text}`);
    return proposal.kind === 'understood' ? proposal.details : proposal;
  };

  test.each([
    ['Språkcafé · Stadsbiblioteket, Umeå', { title: 'Språkcafé', place: 'Stadsbiblioteket, Umeå' }],
    ['Språkcafé | Stadsbiblioteket', { title: 'Språkcafé', place: 'Stadsbiblioteket' }],
    ['Språkcafé · https://example.org/a', { title: 'Språkcafé', link: 'https://example.org/a' }],
    ['Språkcafé · https://example.org/a · Umeå', { title: 'Språkcafé', place: 'Umeå', link: 'https://example.org/a' }],
    ['Språkcafé · javascript:alert(1)', { title: 'Språkcafé', place: 'javascript:alert(1)' }],
  ])('"%s" is taken apart', (text, details) => {
    expect(detailsOf(text)).toEqual({ ...details, fromOn: '2026-04-10', toOn: '2026-04-10' });
  });
});
