// Which answers are kept, and what is said about the others?
import { describe, expect, test } from '@jest/globals';
import { answersSchema, checkAnswers, type ReadAnswers, readAnswers } from '../../src/message/answers.ts';
import { missingFor, visibleFields } from '../../src/message/conditions.ts';
import { entriesOf } from '../../src/message/entries.ts';
import { type Field, Form } from '../../src/message/form.ts';
import { chain, checkIn, makeForm, plain } from './forms.ts';

type Entry = string | readonly string[];

const absent = Symbol('absent');

describe('C1: what is typed in a field of each kind', () => {
  const limited = { ...plain.number, min: -5, max: 12_500, isWhole: false } as const;
  const link = { ...plain.text, format: 'link' } as const;
  const time = { ...plain.text, maxLength: 10, format: 'time' } as const;
  const whole = { ...plain.number, min: 0, isWhole: true } as const;
  const spring = { ...plain.date, min: '2025-03-01', max: '2025-05-31' } as const;

  test.each<[string, Field, Entry, unknown]>([
    ['a text', plain.text, 'Två platser', 'Två platser'],
    ['a text with space around it', plain.text, ' \n Två platser\t\u00a0', 'Två platser'],
    ['lines as a browser sends them', plain.text, 'Ett\r\ntvå\rtre', 'Ett\ntvå\ntre'],
    ['what a database refuses', plain.text, 'a\u0000b\u001b\ud800c', 'ab\ufffdc'],
    ['as much as there is room for', plain.text, 'å'.repeat(20), 'å'.repeat(20)],
    ['as much after trimming', plain.text, ` ${'å'.repeat(20)} `, 'å'.repeat(20)],
    ['a text in a list of one', plain.text, ['Två platser'], 'Två platser'],
    ['nothing', plain.text, '', absent],
    ['only space', plain.text, ' \r\n ', absent],
    ['a text that names a property of objects', plain.text, '__proto__', '__proto__'],

    ['an option', plain.choice, 'work', 'work'],
    ['no option', plain.choice, '', absent],
    ['an option in a list', plain.choice, ['work'], 'work'],
    ['nothing in a list', plain.choice, [], absent],

    ['several options', plain.choices, ['school', 'health'], ['school', 'health']],
    ['options in any order, twice', plain.choices, ['health', 'school', 'health'], ['school', 'health']],
    ['one option alone', plain.choices, 'work', ['work']],
    ['all options', plain.choices, ['school', 'work', 'health'], ['school', 'work', 'health']],
    ['no options', plain.choices, [], absent],
    ['the empty option of a hidden input', plain.choices, ['', 'work'], ['work']],

    ['the bottom of a scale', plain.scale, '1', 1],
    ['the top of a scale', plain.scale, '5', 5],
    ['the middle of a scale', plain.scale, ' 3 ', 3],
    ['no place on a scale', plain.scale, '', absent],
    ['zero on a scale', { ...plain.scale, from: 0 }, '-0', 0],

    ['a whole number', plain.number, '12', 12],
    ['a decimal comma', plain.number, '12,5', 12.5],
    ['a decimal point', plain.number, '12.5', 12.5],
    ['less than one', plain.number, '0,125', 0.125],
    ['thousands', plain.number, '1 200 500', 1_200_500],
    ['thousands with hard and narrow spaces', plain.number, '1\u00a0200\u202f500,25', 1_200_500.25],
    ['a number with its unit', { ...plain.number, unit: 'kr' }, '1 200 kr', 1200],
    ['a percentage', { ...plain.number, unit: '%' }, '12,5%', 12.5],
    ['less than nothing', plain.number, '-3', -3],
    ['a real minus sign', plain.number, '−3,5', -3.5],
    ['minus nothing', plain.number, '-0', 0],
    ['the least', limited, '-5', -5],
    ['the most', limited, '12 500', 12_500],
    ['zero', whole, '0', 0],
    ['no number', whole, '  ', absent],

    ['an address', link, 'https://example.org', 'https://example.org'],
    ['an hour', time, '13', '13'],
    ['a time', time, 'kl. 9:30', 'kl. 9:30'],
    ['no time', time, '', absent],

    ['a date', plain.date, '2025-03-28', '2025-03-28'],
    ['a leap day', plain.date, '2024-02-29', '2024-02-29'],
    ['the first date', spring, '2025-03-01', '2025-03-01'],
    ['the last date', spring, '2025-05-31', '2025-05-31'],
    ['no date', spring, '', absent],

    ['green', plain.light, 'green', 'green'],
    ['yellow', plain.light, 'yellow', 'yellow'],
    ['red', plain.light, 'red', 'red'],
    ['unrated', plain.light, 'unrated', 'unrated'],
    ['no light', plain.light, '', absent],

    ['a municipality', plain.municipality, '0780', '0780'],
    ['no municipality', plain.municipality, '', absent],

    ['a person', plain.person, 'kalmar/samordnare', 'kalmar/samordnare'],
    ['no person', plain.person, '', absent],
  ])('%s is kept (%#)', (_what, field, entry, expected) => {
    const read = readAnswers(makeForm(field), { it: entry }, 'sv');

    expect(read).toEqual({ answers: expected === absent ? {} : { it: expected } });
  });

  test.each<[Field, Entry, string]>([
    [plain.text, 'å'.repeat(21), 'Texten är 21 tecken. Korta den till högst 20 tecken.'],
    [plain.text, ['ett', 'två'], 'Svaret går inte att läsa. Skriv ett svar i fältet.'],
    [
      plain.text,
      'om 811218-9876',
      'Det här ser ut som ett personnummer. Ta bort det. Är det ett telefonnummer, skriv det så här: 010-225 45 36. Är det något annat, skriv det på ett annat sätt.',
    ],
    [time, 'ett', 'Skriv tiden som 13.15.'],
    [time, '25.00', 'Skriv tiden som 13.15.'],
    [time, 'kvart över ett på eftermiddagen', 'Skriv tiden som 13.15.'],
    [link, 'example.org/sida', 'Skriv hela adressen, till exempel https://example.org/sida.'],
    [link, 'javascript:alert(1)', 'Skriv hela adressen, till exempel https://example.org/sida.'],
    [plain.choice, 'leisure', 'Alternativet finns inte. Välj ett i listan.'],
    [plain.choice, 'Arbete', 'Alternativet finns inte. Välj ett i listan.'],
    [plain.choice, ['work', 'school'], 'Alternativet finns inte. Välj ett i listan.'],
    [plain.choices, ['work', 'leisure'], 'Alternativet finns inte. Välj ett i listan.'],
    [plain.scale, '0', 'Talet finns inte på skalan. Välj ett heltal från 1 till 5.'],
    [plain.scale, '6', 'Talet finns inte på skalan. Välj ett heltal från 1 till 5.'],
    [plain.scale, '2,5', 'Talet finns inte på skalan. Välj ett heltal från 1 till 5.'],
    [plain.scale, 'tre', 'Talet finns inte på skalan. Välj ett heltal från 1 till 5.'],
    [plain.number, 'tolv', 'Det här är inget tal. Skriv det med siffror, till exempel 1200 eller 12,5.'],
    [plain.number, '1 2', 'Det här är inget tal. Skriv det med siffror, till exempel 1200 eller 12,5.'],
    [plain.number, '1e3', 'Det här är inget tal. Skriv det med siffror, till exempel 1200 eller 12,5.'],
    [plain.number, '1.200', 'Det här är inget tal. Skriv det med siffror, till exempel 1200 eller 12,5.'],
    [plain.number, 'Infinity', 'Det här är inget tal. Skriv det med siffror, till exempel 1200 eller 12,5.'],
    [whole, '12,0', 'Det här är inget heltal. Skriv det med bara siffror, till exempel 1200.'],
    [whole, '1.200', 'Det här är inget heltal. Skriv det med bara siffror, till exempel 1200.'],
    [whole, '-1', 'Talet är för litet. Skriv ett tal som är minst 0.'],
    [limited, '-5,01', 'Talet är för litet. Skriv ett tal som är minst -5.'],
    [limited, '12500,01', 'Talet är för stort. Skriv ett tal som är högst 12\u00a0500.'],
    [plain.date, '28/3 2025', 'Datumet finns inte. Skriv det som år-månad-dag, till exempel 2025-03-28.'],
    [plain.date, '2025-3-28', 'Datumet finns inte. Skriv det som år-månad-dag, till exempel 2025-03-28.'],
    [plain.date, '2025-02-29', 'Datumet finns inte. Skriv det som år-månad-dag, till exempel 2025-03-28.'],
    [spring, '2025-02-28', 'Datumet är för tidigt. Välj lördag 1 mars 2025 eller senare.'],
    [spring, '2025-06-01', 'Datumet är för sent. Välj lördag 31 maj 2025 eller tidigare.'],
    [plain.light, 'Gul', 'Ljuset finns inte. Välj ett av dem: ● Grön, ▲ Gul, ■ Röd och ○ Ej bedömd.'],
    [plain.municipality, '1480', 'Kommunen finns inte i listan. Välj en kommun i listan.'],
    [plain.person, 'kalmar/landshovding', 'Personen finns inte i listan. Välj en person i listan.'],
  ])('is refused in words: %#', (field, entry, message) => {
    const read = readAnswers(makeForm(field), { it: entry }, 'sv');

    expect(read).toEqual({ faults: [{ field: 'it', message }] });
  });

  test('a point is for thousands or decimals by the language, and is not guessed', () => {
    const form = makeForm(plain.number);

    expect(readAnswers(form, { it: '1,200' }, 'sv')).toEqual({ answers: { it: 1.2 } });
    expect(readAnswers(form, { it: '1.200' }, 'en')).toEqual({ answers: { it: 1.2 } });
    expect(readAnswers(form, { it: '1,200' }, 'en')).toEqual({
      faults: [{ field: 'it', message: 'This is not a number. Write it in digits, for example 1200 or 12.5.' }],
    });
  });

  test.each<[Field, string]>([
    [plain.text, 'Skriv ett svar.'],
    [{ ...plain.text, noun: 'en kommentar' }, 'Skriv en kommentar.'],
    [plain.choice, 'Välj ett alternativ.'],
    [plain.choices, 'Välj minst ett alternativ.'],
    [plain.scale, 'Välj ett tal på skalan.'],
    [plain.number, 'Skriv ett tal.'],
    [plain.date, 'Välj ett datum.'],
    [plain.light, 'Välj ett ljus.'],
    [plain.municipality, 'Välj en kommun.'],
    [plain.person, 'Välj en person.'],
  ])('is asked for where it is required and empty: %#', (field, message) => {
    const form = makeForm({ ...field, required: true });

    for (const entries of [{}, { it: '' }, { it: '  ' }, { it: [] }, { it: [''] }]) {
      expect(readAnswers(form, entries, 'sv')).toEqual({ faults: [{ field: 'it', message }] });
    }
  });
});

describe('C9: conditions', () => {
  test('green needs nothing more', () => {
    expect(readAnswers(checkIn, { light: 'green' }, 'sv')).toEqual({ answers: { light: 'green' } });
  });

  test('yellow needs a comment', () => {
    expect(readAnswers(checkIn, { light: 'yellow' }, 'sv')).toEqual({
      faults: [{ field: 'comment', message: 'Skriv en kommentar när ljuset är gult.' }],
    });
    expect(readAnswers(checkIn, { light: 'yellow', comment: 'Två platser saknas' }, 'sv')).toEqual({
      answers: { light: 'yellow', comment: 'Två platser saknas' },
    });
  });

  test('red needs a comment, an action and a date, and says so at once', () => {
    expect(readAnswers(checkIn, { light: 'red' }, 'sv')).toEqual({
      faults: [
        { field: 'comment', message: 'Skriv en kommentar när ljuset är rött.' },
        { field: 'action', message: 'Skriv en åtgärd när ljuset är rött.' },
        { field: 'actionBy', message: 'Välj ett datum.' },
      ],
    });
  });

  test('the reason is said in the language of the person', () => {
    const form = makeForm(
      { ...plain.light, key: 'light' },
      { ...plain.text, noun: 'a comment', required: { field: 'light', isOneOf: ['yellow'] } },
    );

    expect(readAnswers(form, { light: 'yellow' }, 'en')).toEqual({
      faults: [{ field: 'it', message: 'Write a comment when the light is yellow.' }],
    });
  });

  test('another answer than a light is named in words', () => {
    const read = readAnswers(chain, { applies: 'yes', topics: ['health', 'work'] }, 'sv');

    expect(read).toEqual({
      faults: [{ field: 'places', message: 'Skriv ett tal när svaret på "Vad gäller det?" är "Arbete".' }],
    });
  });

  test('what a hidden field carries is dropped, even where it could not be kept', () => {
    const entries = { light: 'green', comment: '', action: 'å'.repeat(9_000), actionBy: 'snart, 811218-9876' };

    expect(readAnswers(checkIn, entries, 'sv')).toEqual({ answers: { light: 'green' } });
  });

  test('a field that hangs on a hidden field is hidden too, and asks for nothing', () => {
    const entries = { applies: 'no', topics: ['work'], places: 'många' };

    expect(readAnswers(chain, entries, 'sv')).toEqual({ answers: { applies: 'no' } });
    expect(visibleFields(chain, entries).map(({ key }) => key)).toEqual(['applies']);
  });

  test('one of several chosen options is enough', () => {
    const read = readAnswers(chain, { applies: 'yes', topics: ['school', 'health'] }, 'sv');

    expect(read).toEqual({ answers: { applies: 'yes', topics: ['school', 'health'] } });
  });

  test('a condition reads a number as it is written', () => {
    const form = makeForm(
      { ...plain.scale, key: 'grade' },
      { ...plain.text, key: 'why', shownWhen: { field: 'grade', isOneOf: ['1', '2'] }, required: true },
    );

    expect(readAnswers(form, { grade: '3' }, 'sv')).toEqual({ answers: { grade: 3 } });
    expect(readAnswers(form, { grade: '2' }, 'sv')).toEqual({ faults: [{ field: 'why', message: 'Skriv ett svar.' }] });
  });
});

test('everything that is wrong is said at once, in the order of the form', () => {
  const read = readAnswers(chain, { nonsense: '1', places: '-', applies: '', topics: ['work'] }, 'sv');
  const again = readAnswers(checkIn, { light: 'red', actionBy: 'snart', action: 'å'.repeat(501) }, 'sv');

  expect(listFields(read)).toEqual(['applies', 'nonsense']);
  expect(listFields(again)).toEqual(['comment', 'action', 'actionBy']);
});

test('a question that is not in the form is refused', () => {
  const read = readAnswers(checkIn, { light: 'green', isAdmin: 'true' }, 'sv');

  expect(read).toEqual({
    faults: [{ field: 'isAdmin', message: 'Frågan finns inte i formuläret. Öppna formuläret igen och svara där.' }],
  });
});

describe('answers that have their types', () => {
  test('are kept when right', () => {
    expect(checkAnswers(checkIn, { light: 'green' }, 'sv')).toEqual({ answers: { light: 'green' } });
    expect(checkAnswers(makeForm(plain.number), { it: -0 }, 'sv')).toEqual({ answers: { it: 0 } });
  });

  test('are refused when of another type, or when they cannot be stored', () => {
    expect(listFields(checkAnswers(makeForm(plain.number), { it: '12' }, 'sv'))).toEqual(['it']);
    expect(listFields(checkAnswers(makeForm(plain.number), { it: Number.NaN }, 'sv'))).toEqual(['it']);
    expect(listFields(checkAnswers(makeForm(plain.number), { it: 8_112_189_876 }, 'sv'))).toEqual(['it']);
    expect(listFields(checkAnswers(makeForm(plain.text), { it: 12 }, 'sv'))).toEqual(['it']);
    expect(listFields(checkAnswers(makeForm(plain.choices), { it: 'work' }, 'sv'))).toEqual(['it']);
  });
});

test('a pressed button knows what more is needed before its answer can be kept', () => {
  const listMissing = (light: string) => missingFor(checkIn, { light }).map(({ key }) => key);

  expect(listMissing('green')).toEqual([]);
  expect(listMissing('yellow')).toEqual(['comment']);
  expect(listMissing('red')).toEqual(['comment', 'action', 'actionBy']);
});

test('a form is filled in again with what was answered', () => {
  const form = makeForm({ ...plain.number, key: 'share' }, { ...plain.choices, key: 'topics' }, plain.text);
  const answers = { share: 12_500.5, topics: ['work'] };

  const entries = entriesOf(form, answers, 'sv');

  expect(entries).toEqual({ share: '12\u00a0500,5', topics: ['work'] });
  expect(readAnswers(form, entries, 'sv')).toEqual({ answers });
});

test('a field may be called as a property of every object', () => {
  const form = makeForm({ ...plain.text, key: 'constructor', required: true }, { ...plain.text, key: 'toString' });

  expect(listFields(readAnswers(form, {}, 'sv'))).toEqual(['constructor']);
  expect(readAnswers(form, { constructor: 'Byggherren' }, 'sv')).toEqual({ answers: { constructor: 'Byggherren' } });
  expect(entriesOf(form, {}, 'sv')).toEqual({});
});

test('the schema of a form says the same as the check', () => {
  const schema = answersSchema(checkIn);

  expect(schema.parse({ light: 'green', comment: ' Allt väl ' })).toEqual({ light: 'green', comment: 'Allt väl' });
  expect(schema.safeParse({ light: 'yellow' }).error?.issues).toEqual([
    { code: 'custom', message: 'Skriv en kommentar när ljuset är gult.', path: ['comment'] },
  ]);
  expect(schema.safeParse('yellow').success).toBe(false);
});

test('a form whose keys are not its own is refused, with the path', () => {
  const wrong = {
    fields: [
      { ...plain.text, shownWhen: { field: 'other', isOneOf: ['1'] } },
      { ...plain.text, required: { field: 'another', isOneOf: ['1'] } },
    ],
  };

  const paths = Form.safeParse(wrong).error?.issues.map(({ message, path }) => `${path.join('.')}: ${message}`);

  expect(Form.safeParse(checkIn).success).toBe(true);
  expect(paths).toEqual([
    'fields.0.shownWhen.field: unknown-field',
    'fields.1.key: key-twice',
    'fields.1.required.field: unknown-field',
  ]);
});

function listFields(read: ReadAnswers): readonly string[] {
  return 'faults' in read ? read.faults.map(({ field }) => field) : [];
}
