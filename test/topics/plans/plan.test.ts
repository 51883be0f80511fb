// Which steps may a plan take, and what do its check-ins ask?
import { describe, expect, test } from '@jest/globals';
import { InvalidInput } from '../../../src/errors.ts';
import { checkAnswers } from '../../../src/message/answers.ts';
import { textsIn } from '../../../src/text/texts.ts';
import { createCheckInForm } from '../../../src/topics/plans/check-in-form.ts';
import { advance, PlanState, type PlanStep } from '../../../src/topics/plans/plan.ts';
import { buildPlan, date } from '../build-subjects.ts';

const steps: readonly PlanStep[] = [
  { to: 'prepared' },
  { to: 'approved', approvedOn: date('2026-01-20'), dnr: '123-2026' },
  { to: 'followed-up' },
  { to: 'locked' },
];

describe('a plan', () => {
  test('goes from draft to locked one step at a time, and remembers its approval', () => {
    const draft = buildPlan({ state: 'draft' });

    const states = steps.map((_, index) => steps.slice(0, index + 1).reduce(advance, draft));

    expect(states.map(({ state }) => state)).toEqual(['prepared', 'approved', 'followed-up', 'locked']);
    expect(states.at(-1)).toMatchObject({ approvedOn: '2026-01-20', dnr: '123-2026' });
  });

  test.each(
    PlanState.options.flatMap((state, at) =>
      steps.filter((_, index) => index !== at).map((step) => [state, step.to, step] as const),
    ),
  )('that is %s cannot become %s', (state, _, step) => {
    expect(() => advance(buildPlan({ state }), step)).toThrow(InvalidInput);
  });

  test('says which step comes next', () => {
    expect(() => advance(buildPlan({ state: 'draft' }), { to: 'locked' })).toThrow(
      'The plan for 2026 is draft and cannot become locked. The next step is prepared.',
    );
  });
});

describe('a check-in', () => {
  const form = createCheckInForm(textsIn('sv'));
  const check = (answers: Record<string, string>) => checkAnswers(form, answers, 'sv');

  test('of green is one press', () => {
    expect(check({ light: 'green' })).toEqual({ answers: { light: 'green' } });
  });

  test('of yellow needs a comment', () => {
    expect(check({ light: 'yellow' })).toEqual({
      faults: [{ field: 'comment', message: 'Skriv en kommentar när ljuset är gult.' }],
    });
    expect(check({ light: 'yellow', comment: 'Två platser saknades' })).toHaveProperty('answers');
  });

  test('of red needs a comment, an action and a date', () => {
    const whole = { light: 'red', comment: 'Ingen handledare', action: 'Ny rekrytering', actionBy: '2026-04-30' };

    expect(check({ light: 'red' })).toEqual({
      faults: [
        { field: 'comment', message: 'Skriv en kommentar när ljuset är rött.' },
        { field: 'action', message: 'Skriv en åtgärd när ljuset är rött.' },
        { field: 'actionBy', message: 'Välj ett datum då åtgärden är klar när ljuset är rött.' },
      ],
    });
    expect(check(whole)).toEqual({ answers: whole });
  });

  test('keeps no action for a green light', () => {
    expect(check({ light: 'green', action: 'Ny rekrytering' })).toEqual({ answers: { light: 'green' } });
  });
});
