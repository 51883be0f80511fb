// What holds for all forms and everything that anybody may send?
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkAnswers, readAnswers } from '../../src/message/answers.ts';
import { missingFor, visibleFields } from '../../src/message/conditions.ts';
import { type Entries, entriesOf } from '../../src/message/entries.ts';
import { type Condition, type Field, Form } from '../../src/message/form.ts';
import { findPersonalNumberIn } from '../../src/message/personal-number.ts';
import { Language } from '../../src/text/language.ts';
import { plain } from './forms.ts';

const keys = ['a', 'b', 'c', 'd', 'constructor'];
const words = ['work', 'school', 'health', 'red', 'yellow', 'green', '1', '2', '3', '2025-03-28', '2480', 'yes'];

const anyCondition: fc.Arbitrary<Condition> = fc.record({
  field: fc.constantFrom(...keys),
  isOneOf: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }),
});

const anyField: fc.Arbitrary<Field> = fc
  .record({
    base: fc.constantFrom<Field[]>(
      ...Object.values(plain),
      { ...plain.number, isWhole: true, min: 1 },
      { ...plain.date, min: '2025-01-01' },
    ),
    required: fc.oneof(fc.boolean(), anyCondition),
    shownWhen: fc.option(anyCondition, { nil: undefined }),
  })
  .map(({ base, required, shownWhen }) => ({ ...base, required, ...(shownWhen && { shownWhen }) }));

/** A field for each key, so that every condition is about a field of the form, be it itself or in a circle. */
const anyForm: fc.Arbitrary<Form> = fc
  .array(anyField, { minLength: keys.length, maxLength: keys.length })
  .map((fields) => ({ fields: fields.map((field, n) => ({ ...field, key: keys[n] ?? '' })) }));

const likelyText = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(...words, 'kalmar/samordnare', '0780', '12,5', '1 200', '', ' x ', '811218-9876'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
const anyEntry = fc.oneof(
  { weight: 3, arbitrary: likelyText },
  { weight: 1, arbitrary: fc.array(likelyText, { maxLength: 3 }) },
);
const likelyEntries: fc.Arbitrary<Entries> = fc.dictionary(fc.constantFrom(...keys), anyEntry);
const anyEntries: fc.Arbitrary<Entries> = fc.dictionary(
  fc.oneof(fc.constantFrom(...keys, '__proto__', 'toString'), fc.string()),
  anyEntry,
);
const anyLanguage = fc.constantFrom(...Language.options);

describe('whatever is sent', () => {
  test('the forms are forms', () => {
    fc.assert(fc.property(anyForm, (form) => expect(Form.safeParse(form).success).toBe(true)));
  });

  test('it is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(anyForm, anyEntries, anyLanguage, (form, entries, language) => {
        const read = readAnswers(form, entries, language);
        if ('faults' in read) {
          expect(read.faults.length).toBeGreaterThan(0);
          for (const { message } of read.faults) expect(message).toMatch(/\.$/);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('what is kept survives being stored, and is accepted again unchanged', () => {
    let kept = 0;
    fc.assert(
      fc.property(anyForm, likelyEntries, anyLanguage, (form, entries, language) => {
        const read = readAnswers(form, entries, language);
        if ('faults' in read) return;
        kept += 1;

        const stored = JSON.parse(JSON.stringify(read.answers));

        expect(stored).toEqual(read.answers);
        expect(checkAnswers(form, stored, language)).toEqual(read);
        expect(readAnswers(form, entriesOf(form, read.answers, language), language)).toEqual(read);
      }),
      { numRuns: 2_000 },
    );
    expect(kept).toBeGreaterThan(100);
  });

  test('only what is shown is kept, nothing required is missing, and no personal number is in it', () => {
    fc.assert(
      fc.property(anyForm, likelyEntries, (form, entries) => {
        const read = readAnswers(form, entries, 'sv');
        if ('faults' in read) return;

        const shown = visibleFields(form, read.answers).map(({ key }) => key);

        expect(Object.keys(read.answers).filter((key) => !shown.includes(key))).toEqual([]);
        expect(missingFor(form, read.answers)).toEqual([]);
        expect(findPersonalNumberIn(read.answers)).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
  });

  test('every field is said to be wrong once at most', () => {
    fc.assert(
      fc.property(anyForm, anyEntries, (form, entries) => {
        const read = readAnswers(form, entries, 'sv');
        const fields = 'faults' in read ? read.faults.map(({ field }) => field) : [];
        expect(new Set(fields).size).toBe(fields.length);
      }),
      { numRuns: 1_000 },
    );
  });
});
