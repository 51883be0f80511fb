// How do we tell an operator, in plain words, what a field should have been?

import type { z } from 'zod';
import { loadMunicipalities } from '../directory/municipality.ts';
import { findNearest, suggest } from '../text/nearest.ts';
import { isRecord } from './finding.ts';

type Issue = z.core.$ZodIssue;

/** One sentence on what is wrong and one on how to mend it. `value` is what the file says at the issue's path. */
export function explainIssue(issue: Issue, value: unknown): string {
  if (value === undefined) return 'This is missing. Add it.';
  if (value === null) return 'This is empty. Write a value, or take the line out.';
  const sentence = SENTENCES.get(issue.message);
  if (sentence) return sentence(value);
  if (issue.code === 'invalid_value') return explainChoice(value, issue.values.map(String));
  if (issue.code === 'invalid_type') return explainType(value, issue.expected);
  return `${quote(value)} is not right here: ${issue.message}.`;
}

/** What the schemas call their faults, in sentences. */
const SENTENCES: ReadonlyMap<string, (value: unknown) => string> = new Map([
  ['not-a-date', (value) => `${quote(value)} is not a day. Write year-month-day, for example 2019-03-20.`],
  ['date-out-of-range', (value) => `${quote(value)} lies outside the years 1900–2999. Correct the year.`],
  ['not-a-time', (value) => `${quote(value)} is not a time. Write hours and minutes in quotes, for example "09:00".`],
  ['unknown-zone', (value) => `${quote(value)} is not a time zone. Write its IANA name, for example Europe/Stockholm.`],
  [
    'not-a-step-name',
    (value) => `${quote(value)} cannot name a step. Use a–z, 0–9 and hyphens, at most 40 characters.`,
  ],
  ['not-a-move', (value) => `${quote(value)} is not known here. Choose one of before, after, keep.`],
  ['step-twice', () => 'Two steps have the same name. Give each its own.'],
  [
    'not-a-slug',
    (value) => `${quote(value)} is not an id. Use a–z, 0–9 and single hyphens, for example arbetsgrupp-sprak.`,
  ],
  [
    'not-a-county-code',
    (value) => `${quote(value)} is not a county code. Write two digits in quotes, for example "08".`,
  ],
  ['unknown-municipality', explainMunicipality],
  ['empty', () => 'This is empty. Write a value, or take the line out.'],
  ['nothing-listed', () => 'This list is empty. Name at least one.'],
  ['not-a-goal', (value) => `${quote(value)} is not a goal of Agenda 2030. They are numbered 1–17.`],
  ['not-a-year', (value) => `${quote(value)} is not a year. Write four digits, for example 2024.`],
  ['not-a-link', (value) => `${quote(value)} is not a web address. Begin with https://.`],
  [
    'not-a-tenant',
    (value) =>
      `${quote(value)} is not a tenant's id. Copy "Tenant ID" from Microsoft Entra: 36 characters with hyphens.`,
  ],
  [
    'not-a-workspace',
    (value) =>
      `${quote(value)} is not a workspace's id. It begins with T (or E): the first part of the address in Slack.`,
  ],
  ['not-an-email', (value) => `${quote(value)} is not an e-mail address. Write it as name@example.org.`],
  [
    'not-a-phone',
    (value) => `${quote(value)} is not a telephone number. Use digits, spaces and a hyphen: 010-000 00 01.`,
  ],
  [
    'not-an-example-mark',
    () => 'Write true when the whole entry is an example, or list the fields that are: [phone, email].',
  ],
  ['quota-without-number', () => 'Say how many meetings: atLeast, atMost or both.'],
  ['quota-upside-down', () => 'atLeast is more than atMost. Correct one of them.'],
  ['own-measure-without-name', () => 'An own measure has a name of its own. Add it, or choose another measure.'],
  ['known-measure-with-name', () => 'Only an own measure has a name. Take it out, or write own as the measure.'],
  ['closed-too-soon', () => 'openDays is less than answerDays. Correct one of them.'],
  ['below-zero', (value) => `${quote(value)} is below zero. Count the days before the meeting as 0 or more.`],
]);

function explainMunicipality(value: unknown): string {
  const text = String(value);
  const nearest = findNearest(
    text,
    loadMunicipalities().map(({ name }) => name),
  );
  const meant = loadMunicipalities().find(({ name }) => name === nearest);
  const advice = meant
    ? `Did you mean "${meant.name}" (${meant.code})?`
    : 'Write its short name or its four-digit code.';
  return `${quote(value)} is not a municipality. ${advice}`;
}

function explainChoice(value: unknown, choices: readonly string[]): string {
  const choice = choices.length === 1 ? `Write ${choices[0]}.` : `Choose one of ${choices.join(', ')}.`;
  return `${quote(value)} is not known here.${suggest(String(value), choices)} ${choice}`;
}

function explainType(value: unknown, expected: string): string {
  if (expected === 'string' && !isRecord(value))
    return `${quote(value)} should be text. Put quotes around it: "${value}".`;
  return `${quote(value)} should be ${TYPES.get(expected) ?? expected}.`;
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['int', 'a whole number'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['tuple', 'a list'],
  ['object', 'a group of lines with keys'],
]);

function quote(value: unknown): string {
  if (Array.isArray(value)) return 'A list';
  if (isRecord(value)) return 'A group of lines with keys';
  return typeof value === 'string' ? `"${value}"` : String(value);
}
