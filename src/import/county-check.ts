// Does a county file agree with itself: do its references lead somewhere, do its dates come in order?

import { LocalDate, LocalTime } from '../calendar/local-date.ts';
import { findMunicipalityByNameOrCode, loadSwedishCounties, type SwedishCounty } from '../directory/municipality.ts';
import { checkReferences, findAll, findEntries } from './county-references.ts';
import { type Fault, isRecord, type Path, type Say, valueAt } from './finding.ts';
import { checkGroups } from './group-check.ts';

/**
 * Everything that one field alone cannot tell. Works on the file as written, valid or not, so that a wrong date in one
 * place hides no unknown group in another; what a field's own schema refuses is passed over here.
 */
export function checkCounty(tree: unknown): readonly Fault[] {
  return [
    ...checkReferences(tree),
    ...checkOrder(tree),
    ...checkGroups(tree),
    ...checkPlans(tree),
    ...checkCountyCode(tree),
    ...checkMunicipalities(tree),
    ...checkExampleMarks(tree, []),
  ];
}

/** Pairs of days, or of times, that must come in this order. The same day may begin and end a thing. */
const ORDERED = [
  { in: 'calls.*', first: 'opensOn', last: 'closesOn' },
  { in: 'meetings.*', first: 'from', last: 'to' },
  { in: 'meetings.*', first: 'answerBy', last: 'date' },
  { in: 'groups.*.members.*', first: 'from', last: 'to' },
  { in: 'plans.*.activities.*', first: 'from', last: 'to' },
  { in: 'plans.*.rounds.*', first: 'opensOn', last: 'closesOn' },
  { in: 'strategy', first: 'from', last: 'to' },
] as const;

function checkOrder(tree: unknown): readonly Fault[] {
  return ORDERED.flatMap(({ in: pattern, first, last }) =>
    findEntries(tree, pattern).flatMap(({ path, entry }) => {
      const [from, to] = [entry[first], entry[last]];
      if (!isMoment(from) || !isMoment(to) || from <= to) return [];
      return [{ path: [...path, last], say: (words) => words.outOfOrder(to, first, from) }];
    }),
  );
}

function isMoment(value: unknown): value is LocalDate | LocalTime {
  return LocalDate.safeParse(value).success || LocalTime.safeParse(value).success;
}

const APPROVED: readonly unknown[] = ['approved', 'followed-up', 'locked'];

function checkPlans(tree: unknown): readonly Fault[] {
  const from = valueAt(tree, ['strategy', 'from']);
  const to = valueAt(tree, ['strategy', 'to']);
  return findEntries(tree, 'plans.*').flatMap(({ path, entry: { state, approvedOn, year } }) => {
    const isUndated = APPROVED.includes(state) && approvedOn === undefined;
    const isTooEarly = typeof year === 'number' && isMoment(from) && year < Number(from.slice(0, 4));
    const isTooLate = typeof year === 'number' && isMoment(to) && year > Number(to.slice(0, 4));
    const outside: Say = (words) => words.outsideStrategy(Number(year), String(from), isMoment(to) ? to : undefined);
    const undated: Say = (words) => words.undatedPlan(String(state));
    return [
      ...(isUndated ? [{ path, say: undated }] : []),
      ...(isTooEarly || isTooLate ? [{ path: [...path, 'year'], say: outside }] : []),
    ];
  });
}

function checkCountyCode(tree: unknown): readonly Fault[] {
  const code = valueAt(tree, ['county', 'code']);
  const name = valueAt(tree, ['county', 'name']);
  if (typeof code !== 'string' || !/^\d{2}$/.test(code)) return [];
  const county = findSwedishCounty(code);
  if (!county) return [{ path: ['county', 'code'], say: (words) => words.unknownCounty(code) }];
  if (typeof name !== 'string' || name === county.name) return [];
  return [{ path: ['county', 'name'], say: (words) => words.otherCountyName(code, county.name) }];
}

/** What is said of a municipality, by contacts and figures, is said of the county's own. */
function checkMunicipalities(tree: unknown): readonly Fault[] {
  const county = findSwedishCounty(valueAt(tree, ['county', 'code']));
  const named = ['contacts.*.municipalities.*', 'figures.*.municipality'].flatMap((pattern) => findAll(tree, pattern));
  return named.flatMap(({ path, value }) => {
    const municipality = typeof value === 'string' ? findMunicipalityByNameOrCode(value) : undefined;
    if (!county || !municipality || municipality.county === county.code) return [];
    const { name, code } = municipality;
    return [{ path, say: (words) => words.otherCounty(name, code) }];
  });
}

function findSwedishCounty(code: unknown): SwedishCounty | undefined {
  return loadSwedishCounties().find((county) => county.code === code);
}

/** A mark that names a field which is not there would outlive what it marked. */
function checkExampleMarks(value: unknown, path: Path): readonly Fault[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => checkExampleMarks(item, [...path, index]));
  if (!isRecord(value)) return [];
  const marks: readonly unknown[] = Array.isArray(value.example) ? value.example : [];
  const faults = marks.flatMap((field, index) => {
    if (typeof field !== 'string' || field in value) return [];
    const say: Say = (words) => words.noSuchField(field);
    return [{ path: [...path, 'example', index], say }];
  });
  return [...faults, ...Object.entries(value).flatMap(([key, item]) => checkExampleMarks(item, [...path, key]))];
}
