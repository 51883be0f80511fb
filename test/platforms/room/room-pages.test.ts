// Every page of the room, in both colour schemes and on both widths, as axe-core sees it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { checkAccess, describeInBrowser } from '../../fake/browser.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { createFakeHandle, type FakeHandle } from './fake-handle.ts';
import { beredning, director, personal, sprak } from './fake-people.ts';
import { type OpenRoom, openRoom } from './open-room.ts';
import { call, checkIn, meeting, movedCall, prompts, silent, survey } from './sample-messages.ts';

const beredningUrl = '/room/c/room/blekinge/beredningsgruppen';
const sprakUrl = '/room/c/room/blekinge/arbetsgrupp-sprak';

interface Walk {
  readonly page: Page;
  readonly room: OpenRoom;
  readonly handle: FakeHandle;
}

type Step = (walk: Walk) => Promise<unknown>;

const be = ({ page, room }: Walk) => page.goto(`${room.url}/room?county=blekinge`).then(() => enter(page));
const goTo =
  (path: string): Step =>
  async (walk) => {
    await be(walk);
    await walk.page.goto(`${walk.room.url}${path}`);
  };

const pages: Readonly<Record<string, Step>> = {
  'the entrance': ({ page, room }) => page.goto(`${room.url}/room`),
  'the choice of person': ({ page, room }) => page.goto(`${room.url}/room?county=blekinge`),
  'Mina frågor': goTo('/room/mine'),
  'a conversation with every kind of part': goTo(beredningUrl),
  'the question where one asks': goTo('/room/ask'),
  'a question on its own': goTo(`/room/q/${prompts.meeting}`),
  'a form with every kind of field': async (walk) => {
    await goTo('/room/c/room/blekinge/karlshamn-direktor')(walk);
    await walk.page.locator('summary', { hasText: 'Svara nu' }).click();
  },
  'a form with faults': async (walk) => {
    await goTo('/room/c/room/blekinge/karlshamn-direktor')(walk);
    await walk.page.locator('summary', { hasText: 'Svara nu' }).click();
    await walk.page.getByRole('button', { name: 'Skicka svaret' }).click();
  },
  'a form that a press opened': async (walk) => {
    await goTo(sprakUrl)(walk);
    await walk.page.getByRole('button', { name: 'Röd' }).click();
  },
  'a receipt': async (walk) => {
    await goTo(beredningUrl)(walk);
    await walk.page.getByRole('button', { name: 'Jag kommer' }).click();
  },
  'an answer to a question': async (walk) => {
    await goTo('/room/ask')(walk);
    await walk.page.getByLabel('Din fråga').fill('kontakt Karlshamn');
    await walk.page.keyboard.press('Enter');
    await walk.page.waitForURL(/done=/);
  },
  'trouble with what was typed': async (walk) => {
    await goTo('/room/c/room/blekinge/karlshamn-direktor')(walk);
    walk.handle.answerWith = () => {
      throw new Error('down');
    };
    await walk.page.locator('summary', { hasText: 'Svara nu' }).click();
    await walk.page.getByRole('button', { name: 'Skicka svaret' }).click();
  },
  'an answer link': async ({ page, room }) => {
    await page.goto(room.room.linkFor(director.id, { kind: 'answer', promptId: prompts.checkIn }));
  },
  'a link that is not whole': ({ page, room }) => page.goto(`${room.url}/room/in/nonsense`),
  'a page that is not there': goTo('/room/nowhere'),
};

describeInBrowser('every page of the room', (open) => {
  let browser: Browser;
  let room: OpenRoom;
  const handle = createFakeHandle();

  beforeAll(async () => {
    browser = await open();
    const { db } = await openTestDatabase();
    room = await openRoom({ db, handle });
    for (const message of [movedCall, silent, call, meeting]) await room.post(beredning, message);
    await room.post(sprak, checkIn);
    await room.post(personal, survey);
  });
  afterAll(() => room.close());

  /** Colours do not depend on the width, nor widths on the colours. */
  const looks = [
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 320 },
  ] as const;

  test.each(Object.entries(pages))('%s is accessible, light and dark, wide and narrow', async (_title, step) => {
    handle.replies.clear();
    handle.answerWith = undefined;
    const context = await browser.newContext({ locale: 'sv-SE' });
    const page = await context.newPage();
    const refused = listRefusals(page);
    await step({ page, room, handle });

    for (const { colorScheme, width } of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const { faults, checked } = await checkAccess(page);

      expect({ colorScheme, width, faults }).toEqual({ colorScheme, width, faults: [] });
      expect(checked).toBeGreaterThan(10);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    }
    expect(refused).toEqual([]);
    await context.close();
  });
});

async function enter(page: Page): Promise<void> {
  await page.locator(`button[value="${director.id}"]`).first().click();
}

/** What the page's own security policy kept from loading. */
function listRefusals(page: Page): readonly string[] {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
  return refused;
}
