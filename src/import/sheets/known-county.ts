// What a county has already, in the words of its file: what rows of a sheet add to, change and refer to.

import type { SheetKind } from './sheet-kinds.ts';

/** One thing with its fields, as an entry of a county file; it need not be right. */
export type Entry = Readonly<Record<string, unknown>>;

/** Memberships stand by themselves with their `group`, activities with their `plan`, goals without their areas. */
export type Section = SheetKind | 'matters' | 'groups' | 'instruments' | 'plans' | 'goals';

export interface KnownCounty {
  readonly county: { readonly id: string; readonly code: string; readonly name: string };
  readonly sections: Readonly<Record<Section, readonly Entry[]>>;
}

/** The same as a tree of a county file, so that what checks a whole file checks this too. */
export function toCountyTree({ county, sections }: KnownCounty): Readonly<Record<string, unknown>> {
  const { memberships, activities, goals, ...rest } = sections;
  return {
    ...rest,
    county,
    groups: nest(sections.groups, 'members', memberships, 'group'),
    plans: nest(sections.plans, 'activities', activities, 'plan'),
    strategy: { areas: [{ goals }] },
  };
}

function nest(owners: readonly Entry[], into: string, owned: readonly Entry[], by: string): readonly Entry[] {
  const groups = new Map<unknown, Entry[]>();
  for (const one of owned) groups.set(one[by], [...(groups.get(one[by]) ?? []), one]);
  return owners.map((owner) => ({ ...owner, [into]: groups.get(owner.id) ?? [] }));
}

/** The value at `eligible.kinds`. */
export function fieldOf(entry: Entry, field: string): unknown {
  return field.split('.').reduce<unknown>((value, step) => (isEntry(value) ? value[step] : undefined), entry);
}

/** The entry with another value at `eligible.kinds`; without it where that is undefined. */
export function withField(entry: Entry, field: string, value: unknown): Entry {
  const [step = '', ...steps] = field.split('.');
  const inner = entry[step];
  const changed = steps.length === 0 ? value : withField(isEntry(inner) ? inner : {}, steps.join('.'), value);
  const { [step]: _, ...others } = entry;
  return changed === undefined ? others : { ...others, [step]: changed };
}

export function textOf(entry: Entry, field: string): string {
  const value = fieldOf(entry, field);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
