// Are all of Sweden's municipalities known, once each, in the right county?

import { describe, expect, test } from '@jest/globals';
import {
  findMunicipalityByNameOrCode,
  loadMunicipalities,
  loadSwedishCounties,
} from '../../src/directory/municipality.ts';

describe('the reference list', () => {
  test('holds 290 municipalities with codes and names of their own', () => {
    const municipalities = loadMunicipalities();

    expect(municipalities).toHaveLength(290);
    expect(new Set(municipalities.map(({ code }) => code)).size).toBe(290);
    expect(new Set(municipalities.map(({ name }) => name)).size).toBe(290);
  });

  // Source: SCB, Län och kommuner i kodnummerordning; unchanged since Knivsta 2003 and Heby's move to Uppsala län 2007.
  test.each([
    ['01', 'Stockholms län', 26],
    ['03', 'Uppsala län', 8],
    ['04', 'Södermanlands län', 9],
    ['05', 'Östergötlands län', 13],
    ['06', 'Jönköpings län', 13],
    ['07', 'Kronobergs län', 8],
    ['08', 'Kalmar län', 12],
    ['09', 'Gotlands län', 1],
    ['10', 'Blekinge län', 5],
    ['12', 'Skåne län', 33],
    ['13', 'Hallands län', 6],
    ['14', 'Västra Götalands län', 49],
    ['17', 'Värmlands län', 16],
    ['18', 'Örebro län', 12],
    ['19', 'Västmanlands län', 10],
    ['20', 'Dalarnas län', 15],
    ['21', 'Gävleborgs län', 10],
    ['22', 'Västernorrlands län', 7],
    ['23', 'Jämtlands län', 8],
    ['24', 'Västerbottens län', 15],
    ['25', 'Norrbottens län', 14],
  ])('county %s is %s with %i municipalities', (code, name, count) => {
    const county = loadSwedishCounties().find((one) => one.code === code);
    const inCounty = loadMunicipalities().filter((one) => one.county === code);

    expect(county?.name).toBe(name);
    expect(county?.board).toBe(`Länsstyrelsen i ${name}`);
    expect(inCounty).toHaveLength(count);
    expect(inCounty.every((one) => one.code.startsWith(code))).toBe(true);
  });

  test('has 21 counties and no more', () => {
    expect(loadSwedishCounties()).toHaveLength(21);
  });
});

describe('an exact lookup', () => {
  test.each([
    ['Umeå', '2480'],
    ['2480', 'Umeå'],
    ['0880', 'Kalmar'],
    ['Upplands Väsby', '0114'],
    ['  Åsele ', '2463'],
  ])('%s finds its municipality', (text, expected) => {
    const found = findMunicipalityByNameOrCode(text);

    expect([found?.name, found?.code]).toContain(expected);
  });

  test('finds a name whose ring is a letter of its own, as on a Mac', () => {
    expect(findMunicipalityByNameOrCode('Umeå'.normalize('NFD'))?.code).toBe('2480');
  });

  test('tells Habo from Håbo', () => {
    expect(findMunicipalityByNameOrCode('Habo')?.county).toBe('06');
    expect(findMunicipalityByNameOrCode('Håbo')?.county).toBe('03');
  });

  test.each(['Ume', 'umeå', 'Umeå kommun', '880', ''])('%p is not guessed at', (text) => {
    expect(findMunicipalityByNameOrCode(text)).toBeUndefined();
  });
});
