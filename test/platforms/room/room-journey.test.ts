// People's ways through the room in a real browser: with the keyboard alone, without script, and while things happen.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Database } from '../../../src/database/open.ts';
import { describeInBrowser } from '../../fake/browser.ts';
import { emptyTables, openTestDatabase } from '../../fake/test-database.ts';
import { createFakeHandle, type FakeHandle } from './fake-handle.ts';
import { beredning, director, sprak } from './fake-people.ts';
import { type OpenRoom, openRoom } from './open-room.ts';
import { call, checkIn, meeting, movedCall, prompts } from './sample-messages.ts';

const beredningUrl = '/room/c/room/blekinge/beredningsgruppen';
const sprakUrl = '/room/c/room/blekinge/arbetsgrupp-sprak';

describeInBrowser('a way through the room', (open) => {
  let browser: Browser;
  let database: Database;
  let room: OpenRoom;
  let handle: FakeHandle;
  let context: BrowserContext;

  beforeAll(async () => {
    browser = await open();
    database = await openTestDatabase();
  });
  beforeEach(async () => {
    handle = createFakeHandle();
    room = await openRoom({ db: database.db, handle });
  });
  afterEach(async () => {
    await context.close();
    await room.close();
    await emptyTables(database);
  });
  afterAll(() => database.close());

  const begin = async (options: BrowserContextOptions = {}): Promise<Page> => {
    context = await browser.newContext({ locale: 'sv-SE', ...options });
    return context.newPage();
  };
  const enterAt = async (path: string, options?: BrowserContextOptions): Promise<Page> => {
    const page = await begin(options);
    await page.goto(`${room.url}/room?county=blekinge`);
    await page.locator(`button[value="${director.id}"]`).first().click();
    await page.goto(`${room.url}${path}`);
    return page;
  };

  test('with the keyboard alone: in, to a question, answered, and the focus is on the receipt', async () => {
    await room.post(beredning, meeting);
    const page = await begin();
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press('Tab');
        if ((await page.evaluate('document.activeElement.textContent')) === name) return;
      }
      throw new Error(`"${name}" was not reached with the Tab key.`);
    };

    await page.goto(`${room.url}/room`);
    await tabTo('Blekinge län');
    await page.keyboard.press('Enter');
    await page.waitForURL(/county=blekinge/);
    await tabTo('Gå in som Kommundirektör, Karlshamns kommun');
    await page.keyboard.press('Enter');
    await page.waitForURL(/mine/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tabTo('Jag deltar digitalt');
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=/);

    expect(await page.evaluate('document.activeElement.id')).toBe('done');
    expect(await page.locator(':focus').textContent()).toContain('kvitto 7F3A-21');
    expect(handle.replies.get(prompts.meeting)).toEqual({ attendance: 'digital' });
  });

  test('without script: every field is there with its condition in words, faults are told, and the answer is kept', async () => {
    await room.post(sprak, checkIn);
    const page = await enterAt(sprakUrl, { javaScriptEnabled: false });

    await page.getByRole('button', { name: 'Röd' }).click();
    expect(await page.getByText('Fyll bara i om du svarar ■ Röd på ”Läge”').isVisible()).toBe(true);
    await page.getByLabel('Kommentar').fill('Två platser saknas.');
    await page.getByRole('button', { name: 'Skicka svaret' }).click();

    expect(await page.getByRole('alert').textContent()).toContain('Åtgärd');
    expect(await page.getByLabel('Kommentar').inputValue()).toBe('Två platser saknas.');
    await page.getByRole('link', { name: /^Åtgärd/ }).click();
    await page.getByLabel('Åtgärd').fill('Vi söker två till.');
    await page.getByLabel('Klart senast').fill('2025-05-01');
    await page.getByRole('button', { name: 'Skicka svaret' }).click();

    expect(await page.locator('#done').textContent()).toContain('Tack! Svaret är sparat');
    await page.reload();
    expect(await page.locator('#done').textContent()).toContain('Tack! Svaret är sparat');
    expect(handle.taken.filter(({ kind }) => kind === 'submitted')).toHaveLength(2);
  });

  test('with script: fields are there only while their condition holds', async () => {
    await room.post(sprak, checkIn);
    const page = await enterAt(sprakUrl);
    await page.getByRole('button', { name: 'Gul' }).click();

    expect(await page.getByLabel('Åtgärd').isVisible()).toBe(true);
    expect(await page.getByLabel('Klart senast').isVisible()).toBe(false);
    await page.getByRole('radio', { name: 'Röd' }).check();
    expect(await page.getByLabel('Klart senast').isVisible()).toBe(true);
    await page.getByRole('radio', { name: 'Grön' }).check();
    expect(await page.getByLabel('Åtgärd').isVisible()).toBe(false);
  });

  test('a new message comes in over the others, is announced, and counts in the side', async () => {
    await room.post(beredning, movedCall);
    const page = await enterAt(beredningUrl);
    await page.getByRole('button', { name: 'Jag kommer' }).waitFor({ state: 'detached' });

    await room.post(beredning, meeting);

    await page.getByRole('button', { name: 'Jag kommer' }).waitFor();
    expect(await page.getByRole('article').first().textContent()).toContain('Beredningsgruppen möts');
    await page.waitForFunction('document.querySelector("#news").textContent !== ""');
    expect(await page.locator('#news').textContent()).toBe('Ett nytt meddelande har kommit.');
    expect(await page.locator('#places [aria-current]').textContent()).toContain('1 att besvara');
  });

  test('a changed card changes, but never the form that somebody is filling in', async () => {
    const sent = await room.post(sprak, checkIn);
    const other = await room.post(sprak, call);
    const page = await enterAt(sprakUrl);
    handle.replies.set(prompts.call, { apply: 'yes' });
    handle.replies.set(prompts.checkIn, { light: 'green' });
    await page.reload();
    const card = page.getByRole('article').filter({ hasText: 'Avstämning mars' });
    await card.getByText('Ändra svaret').click();
    await card.getByLabel('Kommentar').fill('En halv mening');

    handle.replies.set(prompts.checkIn, { light: 'yellow', comment: 'En kollegas svar.' });
    handle.replies.delete(prompts.call);
    await room.room.update(sprak, sent, { ...checkIn, title: 'Avstämning mars: två har svarat' });
    await room.room.update(sprak, other, { ...call, title: 'Sista dagen att söka' });

    await page.getByText('Avstämning mars: två har svarat').waitFor();
    await page.getByText('Sista dagen att söka').waitFor();
    await page.getByRole('button', { name: 'Vi tänker söka' }).waitFor();
    expect(await page.getByLabel('Kommentar').first().inputValue()).toBe('En halv mening');
    expect(await page.evaluate('document.activeElement.name')).toBe('comment');
  });

  test('a swapped-in form works: its answer is kept', async () => {
    const page = await enterAt(beredningUrl);
    await room.post(beredning, meeting);

    await page.getByRole('button', { name: 'Jag kan inte' }).click();
    await page.waitForURL(/done=/);

    expect(handle.replies.get(prompts.meeting)).toEqual({ attendance: 'no' });
  });

  test('two presses in a row are one act', async () => {
    await room.post(beredning, meeting);
    const page = await enterAt(beredningUrl);

    await page.getByRole('button', { name: 'Jag kommer' }).dblclick();
    await page.waitForURL(/done=/);

    expect(new Set(handle.taken.map(({ key }) => key)).size).toBe(1);
    expect(await page.locator('#done').textContent()).toContain('kvitto 7F3A-21');
  });
});
