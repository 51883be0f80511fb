// Are lights always shape and word, and are refusals in words that help?
import { describe, expect, test } from '@jest/globals';
import { Light } from '../../src/message/form.ts';
import { Language } from '../../src/text/language.ts';
import { textsIn } from '../../src/text/texts.ts';

describe('a light', () => {
  test('is told by shape and word, and explained by its meaning', () => {
    const { lights } = textsIn('sv');

    expect(Light.options.map(lights.name)).toEqual(['● Grön', '▲ Gul', '■ Röd', '○ Ej bedömd']);
    expect(Light.options.map(lights.explain)).toEqual([
      '● Grön: enligt plan',
      '▲ Gul: viss avvikelse',
      '■ Röd: stor avvikelse',
      '○ Ej bedömd: ingen bedömning än',
    ]);
  });

  test('has a shape of its own, the same in both languages', () => {
    const shapes = Language.options.map((language) => Light.options.map(textsIn(language).lights.shape));

    expect(new Set(shapes[0]).size).toBe(Light.options.length);
    expect(shapes[1]).toEqual(shapes[0]);
  });
});

test('lights and what is missing have their own words in each language', () => {
  const listWords = (language: Language) => {
    const { forms, lights } = textsIn(language);
    const kinds = ['text', 'choice', 'choices', 'scale', 'number', 'date', 'light', 'municipality', 'person'] as const;
    const told = [lights.word, lights.meaning, lights.name, lights.explain, lights.cause];
    return [...told.flatMap((tell) => Light.options.map(tell)), ...kinds.map((kind) => forms.missing(kind))];
  };

  const swedish = listWords('sv');

  expect(listWords('en').filter((words) => swedish.includes(words))).toEqual([]);
});

test('an activity’s status has five words', () => {
  expect(Object.values(textsIn('sv').lights.statuses)).toEqual([
    'Ej påbörjad',
    'Pågår',
    'Försenad',
    'Avslutad',
    'Utgår',
  ]);
});

test('a refused personal number is told with the field, how to mend it and what is left', () => {
  expect(textsIn('sv').forms.personalNumber.inField('Kommentar')).toBe(
    'Svaret är inte sparat. I fältet "Kommentar" står något som ser ut som ett personnummer. Ta bort det och skicka igen. Det du skrev i övrigt finns kvar.',
  );
});

test('what is missing is asked for, with the reason where there is one', () => {
  const { forms, lights } = textsIn('sv');

  expect(forms.missing('text')).toBe('Skriv ett svar.');
  expect(forms.missing('text', 'en kommentar', lights.cause('yellow'))).toBe('Skriv en kommentar när ljuset är gult.');
  expect(forms.missing('date', undefined, forms.cause('Vad gäller det?', ['Skola', 'Arbete']))).toBe(
    'Välj ett datum när svaret på "Vad gäller det?" är "Skola" och "Arbete".',
  );
});
