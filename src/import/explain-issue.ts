// How do we tell somebody, in plain words, what a field should have been?

import type { z } from 'zod';
import { loadMunicipalities } from '../directory/municipality.ts';
import { findNearest } from '../text/nearest.ts';
import type { Texts } from '../text/texts.ts';
import { isRecord, type Say } from './finding.ts';

type Issue = z.core.$ZodIssue;
type Words = Texts['findings'];

/** One sentence on what is wrong and one on how to mend it. `value` is what the file says at the issue's path. */
export function explainIssue(issue: Issue, value: unknown): Say {
  return (words) => {
    if (value === undefined) return words.missing;
    if (value === null) return words.issues.empty();
    const shown = quote(value, words);
    if (issue.message === 'unknown-municipality') return words.notAMunicipality(shown, findMunicipality(value));
    if (isNamed(issue.message, words)) return words.issues[issue.message](shown);
    if (issue.code === 'invalid_value') {
      const choices = issue.values.map(String);
      return words.notAmong(shown, findNearest(String(value), choices), choices);
    }
    if (issue.code === 'invalid_type') return explainType(value, issue.expected, words);
    return words.notRight(shown, issue.message);
  };
}

function isNamed(name: string, { issues }: Words): name is keyof Words['issues'] {
  return name in issues;
}

/** `"Umeå" (2480)` */
function findMunicipality(value: unknown): string | undefined {
  const nearest = findNearest(
    String(value),
    loadMunicipalities().map(({ name }) => name),
  );
  const meant = loadMunicipalities().find(({ name }) => name === nearest);
  return meant && `"${meant.name}" (${meant.code})`;
}

function explainType(value: unknown, expected: string, words: Words): string {
  const shown = quote(value, words);
  if (expected === 'string' && !isRecord(value)) return words.shouldBeText(shown);
  return words.shouldBe(shown, isType(expected, words) ? words.types[expected] : expected);
}

function isType(name: string, { types }: Words): name is keyof Words['types'] {
  return name in types;
}

function quote(value: unknown, { aList, aGroup }: Words): string {
  if (Array.isArray(value)) return aList;
  if (isRecord(value)) return aGroup;
  return typeof value === 'string' ? `"${value}"` : String(value);
}
