// Does the page for coordinators name every column that there is, and none that there is not?

import { expect, test } from '@jest/globals';
import { COLUMNS, SheetKind } from '../../../src/import/sheets/sheet-kinds.ts';
import { textsIn } from '../../../src/text/texts.ts';
import { readText } from '../read-county.ts';

const { kinds, columns } = textsIn('sv').sheets;

test.each(SheetKind.options)('docs/sheets.md has the columns of %s, those that are needed with a star', (kind) => {
  const labels = COLUMNS[kind].map(({ key, isNeeded }) => `${columns[key]}${isNeeded ? '*' : ''}`);

  expect(readText('docs/sheets.md')).toContain(`| ${kinds[kind]} (\`${kind}\`) | ${labels.join(', ')} |`);
});
