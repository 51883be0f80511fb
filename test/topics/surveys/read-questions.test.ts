// Questions as coordinators write them, one on a line: what each becomes, and that it is written back as it was.
import { describe, expect, test } from '@jest/globals';
import { Form } from '../../../src/message/form.ts';
import { textsIn } from '../../../src/text/texts.ts';
import { readQuestions, writeQuestions } from '../../../src/topics/surveys/read-questions.ts';

const sv = textsIn('sv');
const en = textsIn('en');

function readOne(line: string, texts = sv) {
  const read = readQuestions(line, texts);
  return 'form' in read ? read.form.fields[0] : read.faults;
}

describe('a line', () => {
  test.each([
    ['Vad behöver ni?', { kind: 'text', label: 'Vad behöver ni?', required: false }],
    ['Vad behöver ni? *', { kind: 'text', label: 'Vad behöver ni?', required: true }],
    ['Hur går det? (ljus)', { kind: 'light', label: 'Hur går det?' }],
    ['Hur många kom? (tal) *', { kind: 'number', isWhole: true, required: true }],
    ['När börjar ni? (datum)', { kind: 'date' }],
    ['Deltar ni? (ja/nej)', { kind: 'choice', options: [{ value: 'yes' }, { value: 'no' }] }],
    ['Hur nöjda är ni? (skala 1–5)', { kind: 'scale', from: 1, to: 5 }],
    ['Vilket? [Språk, Arbete]', { kind: 'choice', options: [{ label: 'Språk' }, { label: 'Arbete' }] }],
    ['Vilka? [Språk, Arbete] (flera) *', { kind: 'choices', label: 'Vilka?', required: true }],
  ])('"%s" is read', (line, field) => {
    expect(readOne(line)).toMatchObject(field);
  });

  test.each([
    ['Hur mår ni? (humör)', 'unknown-kind'],
    ['(ljus)', 'no-question'],
    ['Vilket? [Språk]', 'one-option'],
    ['Vilket? [Språk, språk]', 'twice'],
    ['Hur? (skala 5-1)', 'not-a-scale'],
    ['Hur? (skala)', 'not-a-scale'],
  ])('"%s" is told to be wrong', (line, kind) => {
    expect(readOne(line)).toMatchObject([{ line: 1, kind }]);
  });
});

test.each([
  ['sv', sv, 'Hur går det? (ljus) *\nDeltar ni? (ja/nej)\nVilka? [Språk, Arbete] (flera)\nHur? (skala 1–5)\nMer?'],
  ['en', en, 'How is it? (light) *\nDo you come? (yes/no)\nWhich? [A, B] (several)\nHow? (scale 1–5)\nMore?'],
] as const)('what is read in %s is written back as it was, and is a form', (_language, texts, lines) => {
  const read = readQuestions(lines, texts);
  if (!('form' in read)) throw new Error(JSON.stringify(read));

  expect(Form.parse(read.form)).toEqual(read.form);
  expect(read.form.fields.map(({ key }) => key)).toEqual(['q1', 'q2', 'q3', 'q4', 'q5']);
  expect(writeQuestions(read.form, texts)).toBe(lines);
});

test('every faulty line is told, by its number, empty ones counted', () => {
  const read = readQuestions('Bra?\n\nHur? (humör)\n[a]', sv);

  expect('faults' in read && read.faults.map(({ line }) => line)).toEqual([3, 4]);
});
