// Is this text a county's file, and if not, what is wrong on which lines?

import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { checkCounty } from './county-check.ts';
import { CountyFile } from './county-file.ts';
import { explainIssue } from './explain-issue.ts';
import { type Fault, type FileFinding, printPath, sayIn, valueAt } from './finding.ts';
import { type Broken, explainSyntax, findBadAliases, findDuplicateKeys, findOffset } from './yaml-tree.ts';

export type CountyReading = { readonly file: CountyFile } | { readonly findings: readonly FileFinding[] };

/**
 * The county in a YAML text, with municipalities as codes; or everything that is wrong in it at once, in the order of
 * its lines. It is an operator's: its findings are in English, as the command line. `fileName` is only for the findings. Source of the rules: docs/counties.md.
 */
export function readCountyFile(text: string, fileName: string): CountyReading {
  const lines = new LineCounter();
  // Keys used twice are our own finding: the library says on which line, but not on what path.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file: fileName, line: Math.max(line, 1), column: Math.max(col, 1) };
  };

  const broken = findBroken(document);
  if (broken.length > 0)
    return { findings: broken.map(({ offset, say }) => ({ ...place(offset), path: '', message: sayIn('en', say) })) };

  // Aliases are many where municipalities share their duties, and harmless where none stands inside another.
  const tree: unknown = document.toJS({ maxAliasCount: -1 });
  const parsed = CountyFile.safeParse(tree);
  const faults = [
    ...findDuplicateKeys(document),
    ...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => listFaults(issue, tree))),
    ...checkCounty(tree),
  ];
  if (parsed.success && faults.length === 0) return { file: parsed.data };

  const findings = faults.map(({ path, say }) => ({
    ...place(findOffset(document, path)),
    path: printPath(path),
    message: sayIn('en', say),
  }));
  return { findings: sortOnce(findings) };
}

/** What keeps the text from being read at all: no other fault can be told before these are mended. */
function findBroken(document: Document): readonly Broken[] {
  return [...[...document.errors, ...document.warnings].map(explainSyntax), ...findBadAliases(document)];
}

function listFaults(issue: z.core.$ZodIssue, tree: unknown): readonly Fault[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], say: (words) => words.unknownKeyInCounty(key) }));
  return [{ path, say: explainIssue(issue, valueAt(tree, path)) }];
}

/** What several entries share through an alias stands in one place, and is told once. */
function sortOnce(findings: readonly FileFinding[]): readonly FileFinding[] {
  const isSame = (a: FileFinding, b: FileFinding) =>
    a.line === b.line && a.column === b.column && a.message === b.message;
  return findings
    .filter((finding, index) => findings.findIndex((other) => isSame(other, finding)) === index)
    .sort((a, b) => a.line - b.line || a.column - b.column);
}
