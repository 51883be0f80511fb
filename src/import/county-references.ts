// Which entries of a county file have ids, and who refers to whom by them?

import { findNearest } from '../text/nearest.ts';
import { type Fault, isRecord, type Path, printPath, type Say } from './finding.ts';

/** Where the entries of each kind keep their ids. `*` is any place in a list. */
const IDS = {
  matter: 'matters.*.id',
  organisation: 'organisations.*.id',
  person: 'people.*.id',
  group: 'groups.*.id',
  contact: 'contacts.*.id',
  area: 'strategy.areas.*.id',
  goal: 'strategy.areas.*.goals.*.id',
  instrument: 'instruments.*.id',
  call: 'calls.*.id',
  meeting: 'meetings.*.id',
  plan: 'plans.*.id',
  activity: 'plans.*.activities.*.id',
  round: 'plans.*.rounds.*.id',
  question: 'followUp.questions.*.id',
} as const;

type Kind = keyof typeof IDS;

/** Where ids of each kind are referred to. */
const REFERENCES: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  matter: ['organisations.*.offers.*.matters.*', 'organisations.*.responsibleFor.*.matters.*', 'contacts.*.matters.*'],
  organisation: [
    'county.board',
    'people.*.organisation',
    'groups.*.convener',
    'groups.*.organisations.*',
    'contacts.*.organisation',
    'plans.*.activities.*.owner',
    'followUp.coordinatedBy',
  ],
  person: [
    'groups.*.members.*.person',
    'groups.*.members.*.substituteFor',
    'contacts.*.person',
    'plans.*.activities.*.responsible',
  ],
  group: [
    'groups.*.formedBy',
    'groups.*.reportsTo',
    'strategy.adoptedBy',
    'calls.*.groups.*',
    'meetings.*.group',
    'plans.*.preparedBy',
    'plans.*.approvedBy',
    'plans.*.activities.*.group',
    'followUp.questions.*.askedOf.*',
  ],
  contact: ['calls.*.contact'],
  goal: ['plans.*.activities.*.goal'],
  instrument: ['calls.*.instrument'],
};

/** Where there is not one of these, the schema says so; that all who refer to them lead nowhere is no news. */
const NEEDED: readonly Kind[] = ['organisation', 'person', 'group', 'goal'];

/** Other values that must be one entry's alone: two people with one address would be the same user. */
const UNIQUE = { emailTaken: 'people.*.email', planYearTaken: 'plans.*.year' } as const;

/** Every reference that leads nowhere and every id that is used twice, in a tree that need not be valid otherwise. */
export function checkReferences(tree: unknown): readonly Fault[] {
  const dangling = Object.keys(IDS)
    .filter(isKind)
    .flatMap((kind) => findDangling(tree, kind));
  const ids = Object.keys(IDS)
    .filter(isKind)
    .flatMap((kind) => findTwice(findAll(tree, IDS[kind]), (value, at) => (words) => words.idTaken(kind, value, at)));
  const others = (['emailTaken', 'planYearTaken'] as const).flatMap((taken) =>
    findTwice(findAll(tree, UNIQUE[taken]), (value, at) => (words) => words[taken](value, at)),
  );
  return [...dangling, ...ids, ...others];
}

/** A value in the tree with its path. */
export interface Found {
  readonly path: Path;
  readonly value: unknown;
}

/** All values that a pattern such as `calls.*.groups.*` leads to, in the order of the file. */
export function findAll(tree: unknown, pattern: string): readonly Found[] {
  return pattern
    .split('.')
    .reduce<readonly Found[]>(
      (found, step) => found.flatMap((one) => stepInto(one, step)),
      [{ path: [], value: tree }],
    );
}

/** An object in the tree with its path; its fields may hold anything. */
export interface Entry {
  readonly path: Path;
  readonly entry: Readonly<Record<string | number, unknown>>;
}

/** Like `findAll`, but only what has fields to look into. */
export function findEntries(tree: unknown, pattern: string): readonly Entry[] {
  return findAll(tree, pattern).flatMap(({ path, value }) => (isRecord(value) ? [{ path, entry: value }] : []));
}

function stepInto({ path, value }: Found, step: string): readonly Found[] {
  if (step === '*')
    return Array.isArray(value) ? value.map((item, index) => ({ path: [...path, index], value: item })) : [];
  return isRecord(value) && step in value ? [{ path: [...path, step], value: value[step] }] : [];
}

function findDangling(tree: unknown, kind: Kind): readonly Fault[] {
  const ids = findAll(tree, IDS[kind]).map(({ value }) => String(value));
  const known = new Set(ids);
  if (ids.length === 0 && NEEDED.includes(kind)) return [];
  return (REFERENCES[kind] ?? [])
    .flatMap((pattern) => findAll(tree, pattern))
    .filter(({ value }) => typeof value === 'string' && !known.has(value))
    .map(({ path, value }) => ({
      path,
      say: (words) => words.dangling(kind, String(value), findNearest(String(value), ids)),
    }));
}

function findTwice(found: readonly Found[], explain: (value: string, at: string) => Say): readonly Fault[] {
  const owners = new Map<unknown, Found>();
  return found.flatMap((one) => {
    const { path, value } = one;
    const owner = owners.get(fold(value));
    if (owner === undefined) owners.set(fold(value), one);
    if (owner === undefined || value === null || isRecord(value)) return [];
    return [{ path, say: explain(String(value), printPath(owner.path)) }];
  });
}

/** An address is the same address however it is capitalised. */
function fold(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function isKind(text: string): text is Kind {
  return text in IDS;
}
