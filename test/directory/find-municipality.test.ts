// Is the municipality that was meant found, however it was typed, and never another one?
import { describe, expect, test } from '@jest/globals';
import { findMunicipality, suggestMunicipalities } from '../../src/directory/find-municipality.ts';
import { loadMunicipalities, type Municipality } from '../../src/directory/municipality.ts';
import { dropMarks, toLetters } from '../../src/text/spelling.ts';

const all = loadMunicipalities();
const letters = [...'abcdefghijklmnopqrstuvwxyzåäö'];

/** Its name, a list of names, or nothing. */
function nameFound(text: string): string | readonly string[] | undefined {
  const found = findMunicipality(text);
  if (found.kind === 'none') return undefined;
  return found.kind === 'one' ? found.value.name : found.among.map(({ name }) => name);
}

describe('every municipality of Sweden is found', () => {
  /** What spells two: the choice holds both. */
  const twins = ['Habo', 'Håbo'];

  test.each<[how: string, write: (one: Municipality) => string]>([
    ['by its name', ({ name }) => name],
    ['in capitals', ({ name }) => name.toUpperCase()],
    ['in small letters, with spaces around', ({ name }) => `  ${name.toLowerCase()} `],
    ['with å, ä and ö typed as a Mac stores them', ({ name }) => name.normalize('NFD')],
    ['with å, ä and ö typed a, a and o', ({ name }) => dropMarks(name.toLowerCase())],
    ['with "kommun" after it', ({ name }) => `${name} kommun`],
    ['with "komun" after it', ({ name }) => `${name.toLowerCase()} komun`],
    ['with "kommuns" after it', ({ name }) => `${name} kommuns`],
    ['by its code', ({ code }) => code],
  ])('%s', (_how, write) => {
    const wrong = all.filter((one) => nameFound(write(one)) !== one.name).map(({ name }) => name);

    expect(wrong.every((name) => twins.includes(name))).toBe(true);
    for (const name of wrong) expect(nameFound(name.replace('å', 'a'))).toEqual(['Håbo', 'Habo']);
  });

  test('in the genitive, or in a choice where that is also a slip of another name', () => {
    const written = all.map((one) => ({ name: one.name, found: nameFound(`${one.name.replace(/s$/, '')}s kommun`) }));

    const choices = written.filter(({ name, found }) => found !== name);
    expect(choices.map(({ name }) => name)).toEqual(['Trosa', 'Habo', 'Nora', 'Orsa', 'Mora']);
    for (const { name, found } of choices) expect(found).toContain(name);
  });
});

test.each([
  ['Umeå:s', 'Umeå'],
  ["umeå's kommun", 'Umeå'],
  ['Umeas', 'Umeå'],
  ['Upplands Bro', 'Upplands-Bro'],
  ['upplandsväsby', 'Upplands Väsby'],
  ['Höörs kommun', 'Höör'],
  ['Göteborgs stad', 'Göteborg'],
  ['Skeleftea', 'Skellefteå'],
  ['Skelletfeå', 'Skellefteå'],
  ['Vänäs', 'Vännäs'],
  ['Umeåå', 'Umeå'],
  ['Skelefteås kommun', 'Skellefteå'],
  ['Nora', 'Nora'],
  ['mala', 'Malå'],
  ['Håbo', 'Håbo'],
  ['habo', ['Håbo', 'Habo']],
  ['Häbo', ['Håbo', 'Habo']],
  ['Kora', ['Nora', 'Mora']],
  ['Are', 'Åre'],
  ['Linnköping', 'Linköping'],
  ['Lisköping', ['Linköping', 'Lidköping']],
])('%s is %p', (text, expected) => {
  expect(nameFound(text)).toEqual(expected);
});

test.each(['', ' ', 'kommun', 'x', '248', '9999', 'Vansa', 'SFI', 'bosättning', 'Umeå Vännäs'])(
  '%p is nobody’s name, nor one slip from one',
  (text) => {
    expect(nameFound(text)).toBeUndefined();
  },
);

test.each([
  ['Vansa', ['Vännäs', 'Vara', 'Vansbro']],
  ['Skelefto', ['Skellefteå']],
  ['qwerty', []],
  ['en hel mening som ingen kommun heter', []],
])('who writes %p may have meant %p', (text, names) => {
  expect(suggestMunicipalities(text).map(({ name }) => name)).toEqual(names);
});

describe('one slip', () => {
  /** The same numbers every time (Park and Miller). */
  function createDraw(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
  }

  function slip(word: string, draw: (below: number) => number): string {
    const at = draw(word.length);
    const letter = letters[draw(letters.length)] ?? '';
    const [before, here, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
    switch (draw(4)) {
      case 0:
        return before + letter + here + after;
      case 1:
        return before + after;
      case 2:
        return before + letter + after;
      default:
        return before + after.slice(0, 1) + here + after.slice(1);
    }
  }

  /** The slip wrote out another name: nobody can tell that it was not meant. */
  function spellsAnother(text: string, { name }: Municipality): boolean {
    const plain = dropMarks(toLetters(text));
    return all.some((other) => other.name !== name && dropMarks(toLetters(other.name)) === plain);
  }

  test.each([
    ['in a name as it is written', ({ name }: Municipality) => name],
    ['in a name without å, ä and ö', ({ name }: Municipality) => dropMarks(name)],
  ])('%s leads to it, or to a choice with it, and never to another', (_how, write) => {
    const draw = createDraw(290);
    const tries = Array.from({ length: 1_000 }, () => {
      const meant = all[draw(all.length)];
      if (!meant) throw new Error('There is no such municipality.');
      const text = slip(write(meant), draw);
      return { meant, text, found: findMunicipality(text) };
    });

    const right = tries.filter(({ meant, found }) => {
      if (found.kind === 'none') return false;
      return found.kind === 'one' ? found.value === meant : found.among.includes(meant);
    });
    const wrong = tries.filter(({ meant, found }) => found.kind === 'one' && found.value !== meant);
    expect(right.length).toBeGreaterThanOrEqual(990);
    expect(wrong.filter(({ text, meant }) => !spellsAnother(text, meant)).map(({ text }) => text)).toEqual([]);
    expect(tries.filter(({ found }) => found.kind === 'choice').length).toBeLessThan(50);
  });

  test('wherever it is, in every name: never leads to another', () => {
    const wrong = all.flatMap((meant) =>
      listSlips(dropMarks(meant.name.toLowerCase()))
        .filter((text) => {
          const found = findMunicipality(text);
          return found.kind === 'one' ? found.value !== meant : found.kind === 'choice' && !found.among.includes(meant);
        })
        .filter((text) => !spellsAnother(text, meant)),
    );

    expect(wrong).toEqual([]);
  });

  function listSlips(word: string): readonly string[] {
    const places = Array.from({ length: word.length + 1 }, (_, at) => at);
    return places.flatMap((at) => {
      const [before, here, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
      const typed = letters.flatMap((letter) => [before + letter + here + after, before + letter + after]);
      return [...typed, before + after, before + after.slice(0, 1) + here + after.slice(1)];
    });
  }
});
