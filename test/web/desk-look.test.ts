// Every page of the desk in a real browser: as axe-core sees it, by keyboard, enlarged four times, without script.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { LocalDate } from '../../src/calendar/local-date.ts';
import type { Database } from '../../src/database/open.ts';
import { CountyId, OrganisationId, PersonId } from '../../src/ids.ts';
import { addEvent } from '../../src/topics/events/event-store.ts';
import { addNeed } from '../../src/topics/needs/need-store.ts';
import { checkAccess, describeInBrowser } from '../fake/browser.ts';
import { openTestDatabase } from '../fake/test-database.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';

const NOW = '2024-04-11T08:00:00Z';
const COORDINATOR = 'blekinge/integrationssamordnare';
const who = {
  countyId: CountyId.parse('blekinge'),
  organisationId: OrganisationId.parse('blekinge/olofstrom'),
};
const byId = PersonId.parse('blekinge/olofstrom-kontakt');

/** Where to look, and what is opened there. */
const pages: Readonly<Record<string, readonly [path: string, click?: string]>> = {
  'what needs somebody now': ['/desk'],
  'what can be planned': ['/desk/plan'],
  'the year': ['/desk/year?year=2024'],
  'the deliveries': ['/desk/deliveries'],
  'the groups': ['/desk/groups'],
  'a group': ['/desk/groups/beredningsgruppen'],
  'the meetings': ['/desk/meetings'],
  'a meeting with its answers': ['/desk/meetings/beredningsgruppen-2024-04-18'],
  'the calls': ['/desk/calls'],
  'a call': ['/desk/calls/tia-2024'],
  'the check-ins': ['/desk/rounds'],
  'a check-in': ['/desk/rounds/mars-2024'],
  'the plan': ['/desk/plans/2024'],
  'an activity with its history, being changed': ['/desk/activities/halsoinformation', 'Ändra insatsen'],
  'a new activity': ['/desk/plans/2024/add'],
  'the follow-up, a light being set': ['/desk/reports/2024', 'Sätt för hand'],
  'the contacts': ['/desk/contacts'],
  'the needs, one being settled': ['/desk/needs', 'Skriv utfallet'],
  'the events, one being decided': ['/desk/events', 'Ta ställning'],
  'a page that is not there': ['/desk/nowhere'],
};

describeInBrowser('every page of the desk', (open) => {
  let browser: Browser;
  let database: Database;
  let desk: OpenDesk;
  /** Signed in once, for all that only looks. */
  let shared: Page | undefined;

  beforeAll(async () => {
    browser = await open();
    database = await openTestDatabase();
    desk = await openDesk(database, { counties: ['blekinge'], start: '2024-03-01T08:00:00Z' });
    for (const day of ['2024-03-04', '2024-03-18', '2024-04-05', '2024-04-11']) await desk.goTo(`${day}T08:00:00Z`);
    await database.transaction(async (tx) => {
      const raisedAt = new Date(NOW);
      await addNeed(tx, { ...who, raisedById: byId, raisedAt, text: 'Fler platser på språkcaféerna i västra länet.' });
      await addEvent(tx, {
        ...{ ...who, proposedById: byId, proposedAt: raisedAt, title: 'Mötesplats Olofström', place: 'Folkets hus' },
        ...{ fromOn: LocalDate.parse('2024-05-21'), toOn: LocalDate.parse('2024-05-21') },
      });
    });
    const [sent] = await database.db.delivery.findMany({ where: { state: 'sent' }, take: 1 });
    await database.db.delivery.update({ where: { id: sent?.id ?? '' }, data: { state: 'failed', error: 'archived' } });
  });
  afterAll(() => desk.close());

  const begin = async (options = {}): Promise<Page> => {
    const context = await browser.newContext({ locale: 'sv-SE', ...options });
    const page = await context.newPage();
    await page.goto(`${desk.url}/desk/in/${await desk.makeLink(COORDINATOR)}`);
    await page.getByRole('button', { name: 'Logga in' }).click();
    await page.waitForURL(/\/desk$/);
    return page;
  };

  /** 320 pixels are 1,280 at 400 %. Colours do not depend on the width, nor widths on the colours. */
  const looks = [
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 320 },
  ] as const;

  test.each(Object.entries(pages))(
    '%s is accessible, light and dark, wide, and at 400 %',
    async (_title, [path, click]) => {
      shared ??= await begin();
      const page = shared;
      const refused = listRefusals(page);
      await page.goto(`${desk.url}${path}`);
      if (click) await page.locator('summary', { hasText: click }).first().click();

      for (const { colorScheme, width } of looks) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        const { faults, checked } = await checkAccess(page);

        expect({ colorScheme, width, faults }).toEqual({ colorScheme, width, faults: [] });
        expect(checked).toBeGreaterThan(10);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      }
      expect(refused).toEqual([]);
    },
  );

  test('a new meeting: its form, what is wrong with it, and its preview, accessible at 400 % too', async () => {
    const page = await begin();
    const look = async () => {
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        expect({ width, faults: (await checkAccess(page)).faults }).toEqual({ width, faults: [] });
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      }
      await page.setViewportSize({ width: 1280, height: 900 });
    };
    await page.goto(`${desk.url}/desk/plan`);
    await page.getByRole('button', { name: 'Nytt möte' }).click();
    await page.waitForURL(/\/acts\//);
    await look();

    await page.getByRole('button', { name: 'Förhandsgranska' }).click();
    await page.getByRole('alert').waitFor();
    await look();

    await page.getByLabel('Grupp').first().check();
    await page.getByLabel('Dag', { exact: true }).fill('2024-06-12');
    await page.getByLabel('Börjar').fill('13');
    await page.getByLabel('Slutar').fill('15');
    await page.getByLabel('Nej, bara en gång').check();
    await page.getByRole('button', { name: 'Förhandsgranska' }).click();
    await page.getByRole('heading', { name: 'Det här skickas' }).waitFor();
    await look();

    await page.getByRole('button', { name: 'Spara' }).click();
    expect(await page.locator('#done').textContent()).toContain('Mötet är sparat.');
    await look();
    await page.context().close();
  });

  test('the ways in are accessible too', async () => {
    const context = await browser.newContext({ locale: 'sv-SE' });
    const page = await context.newPage();
    for (const path of ['/desk/in', '/desk/in/nonsense', `/desk/in/${await desk.makeLink(COORDINATOR)}`]) {
      await page.goto(`${desk.url}${path}`);
      expect({ path, faults: (await checkAccess(page)).faults }).toEqual({ path, faults: [] });
    }
    await context.close();
  });

  test('with the keyboard alone: to the needs, an outcome written and saved, and the focus is on what came of it', async () => {
    const page = await begin();
    const tabTo = async (name: RegExp) => {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab');
        if (name.test(String(await page.evaluate('document.activeElement.textContent')))) return;
      }
      throw new Error(`${name} was not reached with the Tab key.`);
    };

    await tabTo(/^Behov$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/needs/);
    await tabTo(/^Skriv utfallet/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Tas upp i planen för nästa år.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=settled/);

    expect(await page.locator('#done').textContent()).toContain('Utfallet är sparat');
    expect(await page.getByText('Tas upp i planen för nästa år.').isVisible()).toBe(true);
    await page.context().close();
  });

  test('without script: an event is refused only with a reason, and what was chosen is still there', async () => {
    const page = await begin({ javaScriptEnabled: false });
    await page.goto(`${desk.url}/desk/events`);
    await page.locator('summary', { hasText: 'Ta ställning' }).first().click();
    await page.getByLabel('Avslå').check();
    await page.getByRole('button', { name: 'Spara beslutet' }).click();

    expect(await page.getByRole('alert').textContent()).toContain('Skäl');
    expect(await page.getByLabel('Avslå').isChecked()).toBe(true);
    await page.getByLabel('Skäl').fill('Krockar med rådets möte.');
    await page.getByRole('button', { name: 'Spara beslutet' }).click();
    await page.waitForURL(/done=decided/);

    expect(await page.locator('#done').textContent()).toContain('Beslutet är sparat');
    await page.context().close();
  });
});

/** What the page's own security policy kept from loading. */
function listRefusals(page: Page): readonly string[] {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
  return refused;
}
