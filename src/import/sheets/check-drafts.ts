// Are the entries of sheets right, by themselves and together with what the county has? Everything that is wrong, at once.

import type { z } from 'zod';
import { checkCounty } from '../county-check.ts';
import { explainIssue } from '../explain-issue.ts';
import { isRecord, type Path, sayIn, valueAt } from '../finding.ts';
import { checkOwnership } from './check-ownership.ts';
import type { Draft, DraftsRead, SheetFault } from './draft.ts';
import { type Entry, type KnownCounty, toCountyTree } from './known-county.ts';
import { mergeEntries } from './read-rows.ts';
import { SheetKind } from './sheet-kinds.ts';
import { SCHEMAS, type SheetPart, toPart } from './sheet-part.ts';
import { sortOnce } from './sort-findings.ts';

export type SheetsChecked = { readonly part: SheetPart } | { readonly faults: readonly SheetFault[] };

export function checkDrafts(read: DraftsRead, known: KnownCounty): SheetsChecked {
  const { drafts } = read;
  const merged = { ...known, sections: mergeSections(known.sections, drafts) };
  const { theirs, others } = checkTogether(drafts, merged, known);
  const own = [...read.faults, ...drafts.flatMap(checkSchema), ...checkOwnership(drafts, merged.sections), ...theirs];
  // What follows from the sheets elsewhere has its cause in them: it is news only where that has not been told.
  const faults = own.length > 0 ? own : others;
  return faults.length > 0 ? { faults: sortOnce(faults) } : { part: toPart(drafts, known) };
}

function mergeSections(sections: KnownCounty['sections'], drafts: readonly Draft[]): KnownCounty['sections'] {
  const merged = SheetKind.options.map((kind) => [kind, mergeEntries(kind, sections[kind], drafts)] as const);
  return { ...sections, ...Object.fromEntries(merged) };
}

function checkSchema(draft: Draft): readonly SheetFault[] {
  const { error } = SCHEMAS[draft.kind].safeParse(draft.entry);
  return (error?.issues ?? []).flatMap((issue) => explainAt(draft, issue));
}

function explainAt({ entry, locate }: Draft, issue: z.core.$ZodIssue): readonly SheetFault[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: locate([...path, key].join('.')),
      say: (words) => words.unknownKey(key),
    }));
  const field = path.filter((step) => typeof step === 'string').join('.');
  return [{ path: locate(field === '' ? undefined : field), say: explainIssue(issue, valueAt(entry, path)) }];
}

/** Faults of what the sheets do not say, and that the county had before, are not theirs. */
function checkTogether(drafts: readonly Draft[], merged: KnownCounty, known: KnownCounty) {
  const [first] = drafts;
  if (first === undefined) return { theirs: [], others: [] };
  const tree = toCountyTree(merged);
  const owners = new Map(drafts.map((draft) => [draft.entry, draft]));
  const faults = checkCounty(tree).map(({ path, say }) => ({ say, path: findOwner(tree, path, owners) }));
  const theirs = faults.flatMap(({ path, say }) => (path === undefined ? [] : [{ path, say }]));
  const elsewhere = faults.filter(({ path }) => path === undefined);
  if (elsewhere.length === 0) return { theirs, others: [] };
  // The same words are the same fault, in whichever language.
  const old = new Set(checkCounty(toCountyTree(known)).map(({ say }) => sayIn('sv', say)));
  const news = elsewhere.filter(({ say }) => !old.has(sayIn('sv', say)));
  return { theirs, others: news.map(({ say }) => ({ path: first.locate(), say })) };
}

/** Where the field stands, if an entry on the way to the fault is one that a sheet says. */
function findOwner(tree: unknown, path: Path, owners: ReadonlyMap<Entry, Draft>): string | undefined {
  let value: unknown = tree;
  for (const [index, step] of path.entries()) {
    value = isRecord(value) ? value[step] : undefined;
    const draft = isEntry(value) ? owners.get(value) : undefined;
    const field = path
      .slice(index + 1)
      .filter((one) => typeof one === 'string')
      .join('.');
    if (draft) return draft.locate(field === '' ? undefined : field);
  }
  return undefined;
}

function isEntry(value: unknown): value is Entry {
  return isRecord(value) && !Array.isArray(value);
}
