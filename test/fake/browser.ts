// A real browser without a window, for the tests that look at pages as people do.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, describe } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { z } from 'zod';
import { leaveOut } from './leave-out.ts';

const path = process.env.CHROME_PATH ?? '/usr/bin/chromium';

/** The suite gets a function that opens the browser; it is closed when the file's tests are done. */
export function describeInBrowser(title: string, suite: (open: () => Promise<Browser>) => void): void {
  if (existsSync(path)) describe(title, () => suite(openBrowser));
  else leaveOut(`${title} is left out: there is no browser at ${path}. Install chromium, or set CHROME_PATH.`);
}

let opened: Promise<Browser> | undefined;

/** Nothing leaves the machine: no updates, no sync, no start page. */
function openBrowser(): Promise<Browser> {
  opened ??= chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-sync', '--no-first-run'],
  });
  return opened;
}

afterAll(async () => {
  await (await opened)?.close();
});

const Access = z.object({
  faults: z.array(z.object({ id: z.string(), at: z.array(z.string()) })),
  /** How many rules found something to look at and were content. */
  checked: z.int(),
});
type Access = z.infer<typeof Access>;

/** What axe-core finds wrong with a page as it stands now. */
export async function checkAccess(page: Page): Promise<Access> {
  // In a world of its own, as a browser's extension: the page's policy lets no foreign script in.
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'axe' });
  const contextId = world.executionContextId;
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await session.send('Runtime.evaluate', { contextId, expression: axe });
  const { result } = await session.send('Runtime.evaluate', {
    contextId,
    awaitPromise: true,
    returnByValue: true,
    expression: `axe.run().then(${summarise.toString()})`,
  });
  await session.detach();
  return Access.parse(result.value);
}

/** Runs in the browser. */
function summarise({ violations, passes }: AxeResults) {
  const faults = violations.map(({ id, nodes }) => ({
    id,
    at: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }));
  return { faults, checked: passes.length };
}
