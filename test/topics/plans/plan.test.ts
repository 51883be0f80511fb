// What do the check-ins of a plan ask?
import { describe, expect, test } from '@jest/globals';
import { checkAnswers } from '../../../src/message/answers.ts';
import { parseFieldKey, toFieldKey } from '../../../src/message/field-key.ts';
import { textsIn } from '../../../src/text/texts.ts';
import { createCheckInForm, findAnswersAbout, listAskedAbout } from '../../../src/topics/plans/check-in-form.ts';
import { about } from '../about.ts';

describe('a check-in', () => {
  const form = createCheckInForm([{ slug: 'sprakstod', title: 'Språkstöd' }], textsIn('sv'));
  /** By the questions alone, as there is one activity. */
  const check = (answers: Record<string, string>) => {
    const checked = checkAnswers(form, about('sprakstod', answers), 'sv');
    if ('answers' in checked) return { answers: findAnswersAbout('sprakstod', checked.answers) };
    return { faults: checked.faults.map(({ field, message }) => ({ field: parseFieldKey(field).question, message })) };
  };

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

describe('a check-in of several activities', () => {
  const form = createCheckInForm(
    [
      { slug: 'sprakstod-2', title: 'Språkstöd' },
      { slug: 'sfi', title: 'SFI', lastTime: 'förra gången (mars): ● Grön' },
    ],
    textsIn('sv'),
  );

  test('asks the same of each under its name, with last time’s answer beside it', () => {
    expect(form.fields.filter(({ section }) => section !== undefined)).toMatchObject([
      { kind: 'light', section: 'Språkstöd' },
      { kind: 'light', section: 'SFI', help: 'Förra gången (mars): ● Grön.' },
    ]);
    expect(listAskedAbout(form)).toEqual(['sprakstod-2', 'sfi']);
  });

  test('needs no more of one than its own light calls for', () => {
    const answers = { ...about('sprakstod-2', { light: 'green' }), ...about('sfi', { light: 'yellow' }) };

    const checked = checkAnswers(form, answers, 'sv');

    expect(checked).toMatchObject({ faults: [{ field: toFieldKey('comment', 'sfi') }] });
  });

  test('is kept for each by itself', () => {
    const answers = {
      ...about('sprakstod-2', { light: 'green' }),
      ...about('sfi', { light: 'yellow', comment: 'Kö' }),
    };

    expect(findAnswersAbout('sfi', answers)).toEqual({ light: 'yellow', comment: 'Kö' });
    expect(findAnswersAbout('annat', answers)).toBeUndefined();
  });
});
