// Whatever is asked, what the simulated members answer can be kept.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LocalDate } from '../../src/calendar/local-date.ts';
import { readAnswers } from '../../src/message/answers.ts';
import { entriesOf } from '../../src/message/entries.ts';
import type { Condition, Field, Form } from '../../src/message/form.ts';
import { findPersonalNumberIn } from '../../src/message/personal-number.ts';
import { createDraw, pickEarly } from '../../src/simulation/draw.ts';
import { fillForm } from '../../src/simulation/fill-form.ts';
import { Language } from '../../src/text/language.ts';
import { checkIn, plain } from '../message/forms.ts';

const today = LocalDate.parse('2025-03-01');
const keys = ['a', 'b', 'c', 'd', 'constructor'];
const words = ['work', 'school', 'red', 'yellow', 'green', '1', '2', '2480'];

const anyCondition: fc.Arbitrary<Condition> = fc.record({
  field: fc.constantFrom(...keys),
  isOneOf: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }),
});

const anyField: fc.Arbitrary<Field> = fc
  .record({
    base: fc.constantFrom<Field[]>(
      ...Object.values(plain),
      { ...plain.text, maxLength: 1 },
      { ...plain.number, isWhole: true, min: 8_112_189_876, max: 8_112_189_878 },
      { ...plain.number, isWhole: false, max: -2.5 },
      { ...plain.number, isWhole: true, min: 0, max: 0 },
      { ...plain.date, min: '2030-01-01' },
      { ...plain.date, max: '2025-03-02' },
    ),
    required: fc.oneof(fc.boolean(), anyCondition),
    shownWhen: fc.option(anyCondition, { nil: undefined }),
  })
  .map(({ base, required, shownWhen }) => ({ ...base, required, ...(shownWhen && { shownWhen }) }));

const anyForm: fc.Arbitrary<Form> = fc
  .array(anyField, { minLength: keys.length, maxLength: keys.length })
  .map((fields) => ({ fields: fields.map((field, n) => ({ ...field, key: keys[n] ?? '' })) }));

test('any form is filled in so that it is accepted, and names nobody', () => {
  fc.assert(
    fc.property(anyForm, fc.nat(), fc.constantFrom(...Language.options), (form, seed, language) => {
      const answers = fillForm({ form, given: {}, draw: createDraw(seed), today, language });
      const entries = entriesOf(form, answers, language);

      expect(readAnswers(form, entries, language)).toHaveProperty('answers');
      expect(findPersonalNumberIn(entries)).toBeUndefined();
    }),
  );
});

test('what a button has answered stays, and what it makes necessary is added', () => {
  const given = { light: 'red' };
  const answers = fillForm({ form: checkIn, given, draw: createDraw(1), today, language: 'sv' });

  expect(answers).toMatchObject({ light: 'red', comment: expect.any(String), actionBy: expect.any(String) });
});

describe('chance', () => {
  test('is the same for the same seed and matter, and another for others', () => {
    expect(createDraw(7)('a')).toBe(createDraw(7)('a'));
    expect(createDraw(7)('a')).not.toBe(createDraw(8)('a'));
    expect(createDraw(7)('a')).not.toBe(createDraw(7)('b'));
  });

  test('is even: of ten thousand matters some 80 % fall under 0.8', () => {
    const draw = createDraw(7);
    const under = Array.from({ length: 10_000 }, (_, n) => draw(`${n}`)).filter((chance) => chance < 0.8).length;

    expect(under).toBeGreaterThan(7_800);
    expect(under).toBeLessThan(8_200);
  });

  test('falls on the first most often, and always on one that is there', () => {
    const picked = [0, 0.3, 0.59, 0.61, 0.83, 0.85, 0.999].map((chance) =>
      pickEarly(['first', 'second', 'third'], chance),
    );

    expect(picked).toEqual(['first', 'first', 'first', 'second', 'second', 'third', 'third']);
    expect(pickEarly([], 0.5)).toBeUndefined();
  });
});
