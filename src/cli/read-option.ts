// Reads what is written after an option, or says how it is written.
import { InvalidArgumentError } from 'commander';
import { LocalDate } from '../calendar/local-date.ts';
import { CountyId } from '../ids.ts';

export function readCountyId(text: string): CountyId {
  return CountyId.safeParse(text).data ?? refuse('It is the id of a county, as vasterbotten.');
}

export function readDay(text: string): LocalDate {
  return LocalDate.safeParse(text).data ?? refuse('It is a day that exists, as 2026-01-31.');
}

export function readYear(text: string): number {
  return /^[12]\d{3}$/.test(text) ? Number(text) : refuse('It is a year, as 2026.');
}

export function refuse(message: string): never {
  throw new InvalidArgumentError(message);
}
