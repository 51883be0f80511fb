// Is docs/counties.md right about the file it describes?

import { describe, expect, test } from '@jest/globals';
import { CountyFile } from '../../src/import/county-file.ts';
import { readCountyFile } from '../../src/import/county-yaml.ts';
import { printFinding } from '../../src/import/finding.ts';
import { change, findFaults, readExample, readText } from './read-county.ts';

describe('docs/counties.md', () => {
  test('shows a whole county without a fault', () => {
    expect(findFaults(readExample())).toEqual([]);
  });

  test('shows findings just as they are printed', () => {
    const broken = change(
      readExample(),
      ['closesOn: 2024-04-26', 'closesOn: 2024-02-30'],
      ['municipalities: [Kiruna] }\n    purpose', 'municipalities: [Kirunna] }\n    purpose'],
      ['groups: [radet]', 'groups: [radett]'],
    );

    const reading = readCountyFile(broken, 'norrbotten.yaml');

    const printed = 'findings' in reading ? reading.findings.map(printFinding).join('\n') : '';
    expect(readText('docs/counties.md')).toContain(`\`\`\`\n${printed}\n\`\`\``);
  });

  test('has every section of the file in its example and under a heading of its own', () => {
    const page = readText('docs/counties.md');
    const headings = [...page.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading).join(' ');

    for (const section of Object.keys(CountyFile.shape)) {
      expect(readExample()).toMatch(new RegExp(`^${section}:`, 'm'));
      expect(headings).toContain(section);
    }
  });
});
