// @ts-check
// node scripts/manifests-icons.mjs: draws the icons of the app packages anew from the SVG beside each, with Chromium.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { ICONS } from './manifests-teams.mjs';

const folder = fileURLToPath(new URL('../manifests/teams', import.meta.url));
const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
for (const { file, size } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = await readFile(join(folder, file.replace('.png', '.svg')), 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await writeFile(join(folder, file), await page.screenshot({ omitBackground: true }));
  await page.close();
  console.log(`manifests/teams/${file}: ${size} × ${size}`);
}
await browser.close();
