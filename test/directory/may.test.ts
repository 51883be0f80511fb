// W1: who may see and do what, cell by cell.
import { describe, expect, test } from '@jest/globals';
import { type Actor, type Deed, deeds, findReach, may, mayIn, mayInEach } from '../../src/directory/may.ts';
import { GroupId } from '../../src/ids.ts';

const own = GroupId.parse('testlan/own');
const other = GroupId.parse('testlan/other');
const nobody: Actor = { roles: [], convenes: [], sits: [] };
const actors = {
  operator: { ...nobody, roles: ['operator'] },
  coordinator: { ...nobody, roles: ['coordinator'] },
  reader: { ...nobody, roles: ['reader'] },
  convener: { ...nobody, convenes: [own], sits: [own] },
  member: { ...nobody, sits: [own] },
  partner: nobody,
} as const satisfies Record<string, Actor>;

/** A for all of the county, o for one's own groups, - for nothing: operator, coordinator, reader, convener, member, partner. */
const matrix: Readonly<Record<Deed, string>> = {
  'see-year': 'AAAAA-',
  'see-calls': 'AAAAA-',
  'see-contacts': 'AAAAA-',
  'see-meetings': 'AAAoo-',
  'see-groups': 'AAAo--',
  'see-rounds': 'AAAo--',
  'see-answers': 'AAAo--',
  'see-needs': 'AAAo--',
  'see-events': 'AAA---',
  'see-deliveries': 'AAA---',
  'see-gaps': 'AAA---',
  'bind-group': '-A-o--',
  appoint: '-A-o--',
  schedule: '-A-o--',
  'settle-need': '-A-o--',
  'decide-event': '-A----',
  'send-again': 'AA----',
  'see-plan': 'AAAoo-',
  'change-plan': '-A-o--',
  'step-plan': '-A-o--',
  'see-report': 'AAA---',
  'sign-report': '-A----',
};

describe.each(deeds)('%s', (deed) => {
  test.each(Object.entries(actors))('%s', (name, actor) => {
    const reach = findReach(actor, deed);
    const cell = reach === 'all' ? 'A' : reach.length > 0 ? 'o' : '-';

    expect(cell).toBe(matrix[deed][Object.keys(actors).indexOf(name)]);
    expect([
      may(actor, deed),
      mayIn(actor, deed, own),
      mayIn(actor, deed, other),
      mayIn(actor, deed, undefined),
    ]).toEqual({ A: [true, true, true, true], o: [true, true, false, false], '-': [false, false, false, false] }[cell]);
    expect([mayInEach(actor, deed, [own]), mayInEach(actor, deed, [own, other]), mayInEach(actor, deed, [])]).toEqual(
      { A: [true, true, true], o: [true, false, false], '-': [false, false, false] }[cell],
    );
  });
});

test('whoever has several roles has what each of them gives', () => {
  const both: Actor = { roles: ['operator'], convenes: [own], sits: [own, other] };

  expect(may(both, 'send-again')).toBe(true);
  expect(findReach(both, 'settle-need')).toEqual([own]);
  expect(findReach(both, 'see-meetings')).toBe('all');
  expect(findReach({ ...both, roles: [] }, 'see-meetings')).toEqual([own, other]);
});
