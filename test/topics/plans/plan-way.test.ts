// Which steps may a plan take, and by whom? Every state, every step and everybody.
import { describe, expect, test } from '@jest/globals';
import { PlanState } from '../../../src/topics/plans/plan.ts';
import { findNext, findTarget, listActs, PlanAct, PlanRole, refuseStep } from '../../../src/topics/plans/plan-way.ts';

/** Said once more, by hand: which of the sixty steps are taken. */
const allowed = new Set([
  'draft prepare coordinator',
  'draft prepare preparer',
  'prepared approve coordinator',
  'approved follow-up coordinator',
  'approved follow-up preparer',
  'followed-up lock coordinator',
]);

const every = PlanState.options.flatMap((state) =>
  PlanAct.options.flatMap((act) => PlanRole.options.map((role) => ({ state, act, role }))),
);

describe('a step of a plan', () => {
  test.each(every)('$act of one that is $state, by a $role, is taken only where it is the next and theirs', (one) => {
    const { state, act, role } = one;

    const refusal = refuseStep({ state }, act, role);

    expect(refusal === undefined).toBe(allowed.has(`${state} ${act} ${role}`));
  });

  const refused = every.filter(({ state, act, role }) => !allowed.has(`${state} ${act} ${role}`));
  const isOfAct = ({ act, role }: (typeof every)[number]) =>
    [...allowed].some((step) => step.endsWith(`${act} ${role}`));

  test.each(refused.filter((one) => !isOfAct(one)))(
    '$act, by a $role of one that is $state, is refused with who may',
    (one) => {
      const by = PlanRole.options.filter((role) => isOfAct({ ...one, role }));

      expect(refuseStep({ state: one.state }, one.act, one.role)).toEqual({ kind: 'not-allowed', act: one.act, by });
    },
  );

  test.each(refused.filter(isOfAct))(
    '$act, by a $role of one that is $state, is refused with what is next',
    ({ state, act, role }) => {
      const next = {
        draft: 'prepare',
        prepared: 'approve',
        approved: 'follow-up',
        'followed-up': 'lock',
        locked: undefined,
      }[state];

      expect(refuseStep({ state }, act, role)).toEqual({ kind: 'not-next', act, state, ...(next && { next }) });
    },
  );

  test('leads from draft to locked in four, and no further', () => {
    const states: PlanState[] = ['draft'];
    for (let act = findNext('draft'); act; act = findNext(findTarget(act))) states.push(findTarget(act));

    expect(states).toEqual(['draft', 'prepared', 'approved', 'followed-up', 'locked']);
    expect(findNext('locked')).toBeUndefined();
  });

  test('is open to a coordinator in every state but the last, and to others never beyond what is theirs', () => {
    const acts = (role: PlanRole) => PlanState.options.map((state) => listActs({ state }, role).join());

    expect(acts('coordinator')).toEqual(['prepare', 'approve', 'follow-up', 'lock', '']);
    expect(acts('preparer')).toEqual(['prepare', '', 'follow-up', '', '']);
    expect(acts('other')).toEqual(['', '', '', '', '']);
  });
});
