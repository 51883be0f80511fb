// A real browser without a window, for the tests that look at pages as people do.
import { existsSync } from 'node:fs';
import { afterAll, describe, test } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';

const path = process.env.CHROME_PATH ?? '/usr/bin/chromium';

/** The suite gets a function that opens the browser; it is closed when the file's tests are done. */
export function describeInBrowser(title: string, suite: (open: () => Promise<Browser>) => void): void {
  if (existsSync(path)) {
    describe(title, () => suite(openBrowser));
    return;
  }
  const sentence = `${title} is left out: there is no browser at ${path}. Install chromium, or set CHROME_PATH.`;
  if (process.env.CI) {
    test(sentence, () => {
      throw new Error(`In CI it must run. ${sentence}`);
    });
    return;
  }
  process.stderr.write(`${sentence}\n`);
  test.skip(sentence, () => {});
}

let opened: Promise<Browser> | undefined;

/** Nothing leaves the machine: no updates, no sync, no start page. */
export function openBrowser(): Promise<Browser> {
  opened ??= chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-sync', '--no-first-run'],
  });
  return opened;
}

afterAll(async () => {
  await (await opened)?.close();
});
