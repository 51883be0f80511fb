// npm run docs:commands: writes docs/commands.md, and the hint in Slack's manifest.
import { readFile, writeFile } from 'node:fs/promises';
import { changeUsageHint, writeCommandsDoc } from './commands-doc.ts';

const [page, manifest] = ['docs/commands.md', 'manifests/slack/manifest.json'];
await writeFile(page, writeCommandsDoc());
await writeFile(manifest, changeUsageHint(await readFile(manifest, 'utf8')));
console.log(`Wrote ${page}, and the hint in ${manifest}.`);
