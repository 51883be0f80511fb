// Reads sections of a county's file by themselves, as an export writes them: entries with ids, each whole.

import { LineCounter, parseDocument } from 'yaml';
import type { Finding } from '../../errors.ts';
import { hasPersonalNumber } from '../../message/personal-number.ts';
import { isRecord, type Path, printPath } from '../finding.ts';
import { findBadAliases, findDuplicateKeys, findOffset } from '../yaml-tree.ts';
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
  const refuse = (message: string, offset = 0) => ({ drafts: [], findings: [{ path: print(offset, []), message }] });

  const [broken] = [...document.errors, ...document.warnings];
  const reason = broken?.message.split('\n', 1)[0]?.replace(/ at line \d+.*$/, '');
  if (broken) return refuse(`This is not YAML: ${reason}. Correct the line.`, broken.pos[0]);
  const [bad] = findBadAliases(document);
  if (bad) return refuse(bad.message, bad.offset);
  const tree: unknown = document.toJS({ maxAliasCount: -1 });
  if (!isEntry(tree)) return refuse('It has no sections. Begin with the name of one, as contacts, and a colon.');
  if ('county' in tree) return refuse('This is a whole county file. Import it without --county.');

  const findings = [
    ...findDuplicateKeys(document).map(({ path, message }) => ({ path: at(path), message })),
    ...findPersonalNumbers(tree, []).map((path) => ({ path: at(path), message: PERSONAL })),
    ...findStrange(tree).map(({ path, message }) => ({ path: at(path), message })),
  ];
  return { drafts: SheetKind.options.flatMap((kind) => listDrafts(tree, kind, at)), findings };
}

const PERSONAL = 'Something here looks like a personal identity number. Take it out.';

function listDrafts(tree: Entry, kind: SheetKind, at: (path: Path) => string): readonly Draft[] {
  return listItems(tree[kind]).flatMap((entry, index) => {
    if (!isEntry(entry)) return [];
    return [
      { kind, entry, locate: (field?: string) => at([kind, index, ...(field === undefined ? [] : field.split('.'))]) },
    ];
  });
}

/** What is no section, or no entry in one. */
function findStrange(tree: Entry): readonly (Omit<Finding, 'path'> & { readonly path: Path })[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const { data: kind } = SheetKind.safeParse(key);
    const known = SheetKind.options.join(', ');
    if (kind === undefined)
      return [{ path: [key], message: `"${key}" is not a section here. Choose one of ${known}.` }];
    if (!Array.isArray(value))
      return [{ path: [key], message: 'This should be a list of entries. Begin each with a hyphen.' }];
    return listItems(value).flatMap((entry, index) =>
      isEntry(entry) ? [] : [{ path: [key, index], message: 'This should be an entry with keys, as id: and title:.' }],
    );
  });
}

function findPersonalNumbers(value: unknown, path: Path): readonly Path[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => findPersonalNumbers(item, [...path, index]));
  if (isRecord(value)) return Object.entries(value).flatMap(([key, item]) => findPersonalNumbers(item, [...path, key]));
  return (typeof value === 'string' || typeof value === 'number') && hasPersonalNumber(String(value)) ? [path] : [];
}

function listItems(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isEntry(value: unknown): value is Entry {
  return isRecord(value) && !Array.isArray(value);
}
