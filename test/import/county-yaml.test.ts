// Are all faults of a county file told at once, each where it stands?

import { describe, expect, test } from '@jest/globals';
import { printFinding } from '../../src/import/finding.ts';
import { change, findFaults, readExample, readText } from './read-county.ts';

/** The line on which this text stands. */
function lineOf(text: string, fragment: string): number {
  return text.slice(0, text.indexOf(fragment)).split('\n').length;
}

describe('a file broken in four ways', () => {
  const broken = change(
    readText('prisma/counties/vasterbotten.yaml'),
    ['closesOn: 2019-03-20', 'closesOn: 2019-02-30'],
    ['municipalities: [Nordmaling, Robertsfors, Umeå]', 'municipalities: [Nordmaling, Robertsfors, Ume]'],
    ['groups: [kommunnatverket, arbetsgrupp-mottagande]', 'groups: [kommunnatverket, arbetsgrupp-motagande]'],
    ['- id: flyktingguider-2019', '- id: tia-2019-1'],
  );

  test('gives four findings and no county', () => {
    const findings = findFaults(broken);

    expect(findings.map(({ path, message }) => [path, message])).toEqual([
      ['contacts[2].municipalities[2]', '"Ume" is not a municipality. Did you mean "Umeå" (2480)?'],
      ['calls[0].closesOn', '"2019-02-30" is not a day. Write year-month-day, for example 2019-03-20.'],
      ['calls[1].id', '"tia-2019-1" is already the id of a call at calls[0].id. Choose another.'],
      [
        'calls[2].groups[1]',
        'There is no group "arbetsgrupp-motagande". Did you mean "arbetsgrupp-mottagande"? Correct the id, or add the group.',
      ],
    ]);
  });

  test('says on which line and column each stands', () => {
    const [municipality, date, id, group] = findFaults(broken);

    expect(municipality?.line).toBe(lineOf(broken, 'Robertsfors, Ume]'));
    expect(date).toMatchObject({ line: lineOf(broken, '2019-02-30'), column: 15, file: 'test.yaml' });
    expect(id).toMatchObject({ line: lineOf(broken, 'instrument: flyktingguider') - 1, column: 9 });
    expect(group).toMatchObject({ line: lineOf(broken, 'arbetsgrupp-motagande'), column: 31 });
  });

  test('prints them as file, line and column, which editors can follow', () => {
    const [, date] = findFaults(broken).map(printFinding);

    expect(date).toBe(
      `test.yaml:${lineOf(broken, '2019-02-30')}:15 calls[0].closesOn: "2019-02-30" is not a day. Write year-month-day, for example 2019-03-20.`,
    );
  });
});

describe('one fault is one finding', () => {
  const MEETING_DAY = 'date: 2024-05-15, ';

  test.each<[fault: string, from: string, to: string, path: string, message: RegExp]>([
    ['a missing key', '    closesOn: 2024-04-26\n', '', 'calls[0].closesOn', /missing/],
    ['a missing section', 'strategy:\n', 'followUp2:\n', 'strategy', /missing/],
    [
      'an unknown key',
      '    purpose: Bostäder',
      '    budjet: 5\n    purpose: Bostäder',
      'calls[0].budjet',
      /not known here/,
    ],
    ['an empty value', 'closesOn: 2024-04-26', 'closesOn:', 'calls[0].closesOn', /empty/],
    [
      'a key that stands twice',
      '    name: Språk\n',
      '    name: Språk\n      name: Tal\n',
      'strategy.areas[0].name',
      /twice/,
    ],
    ['a code without quotes', 'code: "25"', 'code: 25', 'county.code', /quotes around it: "25"/],
    ['a code of no county', 'code: "25"', 'code: "02"', 'county.code', /No Swedish county/],
    ["another county's name", 'name: Norrbottens', 'name: Västerbottens', 'county.name', /25 is Norrbottens län/],
    ['a zone that is none', 'Europe/Stockholm', 'Stockholm', 'county.timeZone', /IANA/],
    ['an unknown kind', 'kind: council', 'kind: counsil', 'groups[0].kind', /Did you mean "council"\? Choose one of/],
    ['an id with a capital', 'id: plan-2024', 'id: Plan 2024', 'plans[0].id', /not an id/],
    ['an unknown board', 'board: lansstyrelsen', 'board: lanstyrelsen', 'county.board', /Did you mean "lansstyrelsen"/],
    [
      'an unknown matter',
      'matters: [sfi]',
      'matters: [so]',
      'organisations[1].responsibleFor[0].matters[0]',
      /no matter/,
    ],
    ['a time that is none', 'from: "13:00"', 'from: "13.00"', 'meetings[0].from', /"09:00"/],
    ['a step that is named twice', 'step: last-day', 'step: 14-days', 'ladders.call.steps', /same name/],
    [
      'a step that moves nowhere',
      'step: 7-days,',
      'step: 7-days, move: up,',
      'ladders.meeting.steps[0].move',
      /before, after/,
    ],
    ['a meeting that ends too soon', 'to: "15:00"', 'to: "12:00"', 'meetings[0].to', /before from, 13:00/],
    [
      'an answer after the meeting',
      MEETING_DAY,
      `${MEETING_DAY}answerBy: 2024-05-16, `,
      'meetings[0].date',
      /answerBy/,
    ],
    [
      'a call that closes too soon',
      'closesOn: 2024-04-26',
      'opensOn: 2024-05-01\n    closesOn: 2024-04-26',
      'calls[0].closesOn',
      /opensOn/,
    ],
    [
      'a round that closes too soon',
      'closesOn: 2024-06-14',
      'closesOn: 2024-06-02',
      'plans[0].rounds[0].closesOn',
      /opensOn/,
    ],
    ['an activity that ends too soon', 'to: 2024-12-13', 'to: 2024-01-13', 'plans[0].activities[0].to', /before from/],
    [
      'a seat that ends too soon',
      'role: convener, from',
      'role: convener, to: 2023-12-31, from',
      'groups[0].members[0].to',
      /before from/,
    ],
    [
      'a seat taken twice',
      'members:\n',
      'members:\n      - { person: samordnare, role: convener, from: 2024-01-01 }\n',
      'groups[0].members[1]',
      /already/,
    ],
    [
      'an organisation that is not there',
      'organisation: kiruna, email: kiruna@',
      'organisation: gallivare, email: kiruna@',
      'people[1].organisation',
      /no organisation/,
    ],
    [
      'one address for two people',
      'email: kiruna.ersattare@',
      'email: kiruna@',
      'people[2].email',
      /address at people\[1\]\.email/,
    ],
    ['an address that is none', 'email: kiruna.ersattare@example.org', 'email: kiruna', 'people[2].email', /e-mail/],
    [
      'an operator in a county',
      'roles: [coordinator]',
      'roles: [operator]',
      'people[0].roles[0]',
      /coordinator, reader/,
    ],
    ['a substitute for nobody', ', substituteFor: kiruna-kontakt', '', 'groups[0].members[2]', /Add substituteFor/],
    [
      'a substitute for a stranger',
      'substituteFor: kiruna-kontakt',
      'substituteFor: ingen',
      'groups[0].members[2].substituteFor',
      /no person/,
    ],
    [
      'a member who is a substitute',
      'role: substitute',
      'role: member',
      'groups[0].members[2].substituteFor',
      /Only a substitute/,
    ],
    ['a quota without a number', '{ atLeast: 2, per: year }', '{ per: year }', 'groups[0].meetings', /how many/],
    ['a quota upside down', 'atLeast: 2,', 'atLeast: 3, atMost: 2,', 'groups[0].meetings', /more than/],
    ['a goal that is not there', 'goal: svenska-for-alla', 'goal: svenska', 'plans[0].activities[0].goal', /no goal/],
    ['an eighteenth goal', 'agenda2030: [4]', 'agenda2030: [18]', 'strategy.areas[0].agenda2030[0]', /1–17/],
    ['an approved plan without a day', 'state: draft', 'state: approved', 'plans[0]', /Add approvedOn/],
    [
      'a plan outside the strategy',
      '    year: 2024\n    state',
      '    year: 2028\n    state',
      'plans[0].year',
      /outside the strategy/,
    ],
    [
      'a contact in another county',
      'municipalities: [Kiruna], matters',
      'municipalities: [Umeå], matters',
      'contacts[0].municipalities[0]',
      /Umeå \(2480\) lies in another/,
    ],
    [
      'a municipality by a bare code',
      'municipality: Kiruna\n',
      'municipality: 2584\n',
      'organisations[1].municipality',
      /quotes around it: "2584"/,
    ],
    ['nobody to ask', 'askedOf: [radet]', 'askedOf: []', 'followUp.questions[0].askedOf', /at least one/],
    [
      'a mark for a field that is gone',
      '    name: Språk\n',
      '    name: Språk\n      example: [aim]\n',
      'strategy.areas[0].example[0]',
      /no "aim"/,
    ],
    [
      'a mark that is neither',
      '    name: Språk\n',
      '    name: Språk\n      example: ja\n',
      'strategy.areas[0].example',
      /list the fields/,
    ],
  ])('%s', (_fault, from, to, path, message) => {
    const [finding, ...others] = findFaults(change(readExample(), [from, to]));

    expect(finding?.path).toBe(path);
    expect(finding?.message).toMatch(message);
    expect(others.filter((other) => !other.path.startsWith('followUp2'))).toEqual([]);
  });

  test('also when it stands in text that many entries share', () => {
    const text = change(
      readExample(),
      ['    responsibleFor:\n', '    responsibleFor: &duties\n'],
      ['matters: [sfi] }', 'matters: [so] }'],
      ['kind: county-board, partner: true }', 'kind: county-board, partner: true }\n  # kiruna comes first'],
      [
        '\npeople:',
        '  - { id: gallivare, name: Gällivare kommun, kind: municipality, municipality: Gällivare, responsibleFor: *duties }\n\npeople:',
      ],
    );

    const findings = findFaults(text);

    expect(findings.map(({ path }) => path)).toEqual(['organisations[1].responsibleFor[0].matters[0]']);
  });

  test('also for a group formed by one that may not form its kind', () => {
    const text = change(
      readExample(),
      ['    convener: lansstyrelsen\n', '    convener: lansstyrelsen\n    mayForm: [network]\n'],
      [
        '\ncontacts:',
        '  - { id: gruppen, name: Gruppen, kind: working, formedBy: radet, organisations: [kiruna] }\n\ncontacts:',
      ],
    );

    const findings = findFaults(text);

    expect(findings.map(({ path }) => path)).toEqual(['groups[1].formedBy']);
  });
});

describe('a text that cannot be read at all', () => {
  test.each([
    ['a bracket that never closes', 'languages: [sv, en]', 'languages: [sv, en', /not YAML/],
    ['an alias of nothing', 'matters: [sfi]', 'matters: *duties', /Nothing above is marked &duties/],
    ['an alias inside itself', 'agenda2030: [4]', 'agenda2030: &goals [*goals]', /marked with & itself/],
  ])('says so for %s', (_fault, from, to, message) => {
    const text = change(readExample(), [from, to]);

    const [finding] = findFaults(text);

    expect(finding?.message).toMatch(message);
    expect(finding?.line).toBeGreaterThanOrEqual(lineOf(text, to));
  });

  test.each([
    ['', /empty/],
    ['just words', /keys/],
    ['- a list', /A list should be/],
  ])('%p is no county', (text, message) => {
    const findings = findFaults(text);

    expect(findings).toEqual([
      { file: 'test.yaml', path: '', line: 1, column: 1, message: expect.stringMatching(message) },
    ]);
  });
});
