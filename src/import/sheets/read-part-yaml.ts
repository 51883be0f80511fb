// Reads sections of a county's file by themselves, as an export writes them: entries with ids, each whole.

import { LineCounter, parseDocument } from 'yaml';
import { hasPersonalNumber } from '../../message/personal-number.ts';
import { type Fault, isRecord, type Path, printPath, type Say } from '../finding.ts';
import { explainSyntax, findBadAliases, findDuplicateKeys, findOffset } from '../yaml-tree.ts';
import { decodeText } from './decode-text.ts';
import type { Draft, DraftsRead } from './draft.ts';
import type { Entry } from './known-county.ts';
import type { NamedBytes } from './sheet.ts';
import { SheetKind } from './sheet-kinds.ts';

/** An entry says all of itself: a field that it leaves out is taken out, unlike a column that a sheet does not have. */
export function readPartYaml({ name, bytes }: NamedBytes): DraftsRead {
  const lines = new LineCounter();
  const document = parseDocument(decodeText(bytes), { lineCounter: lines, uniqueKeys: false });
  const print = (offset: number, path: Path) => {
    const { line, col } = lines.linePos(offset);
    return `${name}:${Math.max(line, 1)}:${Math.max(col, 1)}${path.length === 0 ? '' : ` ${printPath(path)}`}`;
  };
  const at = (path: Path) => print(findOffset(document, path), path);
  const refuse = (say: Say, offset = 0) => ({ drafts: [], faults: [{ path: print(offset, []), say }] });

  const [broken] = [...document.errors, ...document.warnings];
  const [bad] = [...(broken ? [explainSyntax(broken)] : []), ...findBadAliases(document)];
  if (bad) return refuse(bad.say, bad.offset);
  const tree: unknown = document.toJS({ maxAliasCount: -1 });
  if (!isEntry(tree)) return refuse(({ sheet }) => sheet.noSections);
  if ('county' in tree) return refuse(({ sheet }) => sheet.wholeCounty);

  const wrong = [...findDuplicateKeys(document), ...findPersonalNumbers(tree, []), ...findStrange(tree)];
  const faults = wrong.map(({ path, say }) => ({ path: at(path), say }));
  return { drafts: SheetKind.options.flatMap((kind) => listDrafts(tree, kind, at)), faults };
}

function listDrafts(tree: Entry, kind: SheetKind, at: (path: Path) => string): readonly Draft[] {
  return listItems(tree[kind]).flatMap((entry, index) => {
    if (!isEntry(entry)) return [];
    return [
      { kind, entry, locate: (field?: string) => at([kind, index, ...(field === undefined ? [] : field.split('.'))]) },
    ];
  });
}

/** What is no section, or no entry in one. */
function findStrange(tree: Entry): readonly Fault[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const { data: kind } = SheetKind.safeParse(key);
    if (kind === undefined) return [{ path: [key], say: ({ sheet }) => sheet.unknownSection(key, SheetKind.options) }];
    if (!Array.isArray(value)) return [{ path: [key], say: ({ sheet }) => sheet.notAList }];
    return listItems(value).flatMap((entry, index): readonly Fault[] =>
      isEntry(entry) ? [] : [{ path: [key, index], say: ({ sheet }) => sheet.notAnEntry }],
    );
  });
}

function findPersonalNumbers(value: unknown, path: Path): readonly Fault[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => findPersonalNumbers(item, [...path, index]));
  if (isRecord(value)) return Object.entries(value).flatMap(([key, item]) => findPersonalNumbers(item, [...path, key]));
  return (typeof value === 'string' || typeof value === 'number') && hasPersonalNumber(String(value))
    ? [{ path, say: ({ sheet }) => sheet.personal }]
    : [];
}

function listItems(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isEntry(value: unknown): value is Entry {
  return isRecord(value) && !Array.isArray(value);
}
