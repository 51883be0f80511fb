import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { emptyTables, openTestDatabase } from '../../fake/test-database.ts';
import { createFakeHandle, type FakeHandle } from './fake-handle.ts';
import { beredning, director, sprak } from './fake-people.ts';
import { type OpenRoom, openRoom } from './open-room.ts';
import { checkIn, meeting, movedCall, prompts, survey } from './sample-messages.ts';
import {
  createVisitor,
  type Fields,
  readCards,
  readForms,
  readHidden,
  readPresses,
  readText,
  type Visitor,
} from './visitor.ts';

const sprakUrl = '/room/c/room/blekinge/arbetsgrupp-sprak';
const beredningUrl = '/room/c/room/blekinge/beredningsgruppen';

describe('acting in the room', () => {
  let database: Database;
  let room: OpenRoom;
  let handle: FakeHandle;
  let visitor: Visitor;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(async () => {
    handle = createFakeHandle();
    room = await openRoom({ db: database.db, handle });
    visitor = createVisitor(room.url);
    await visitor.post('/room/be', { person: director.id });
  });
  afterEach(async () => {
    await room.close();
    await emptyTables(database);
  });
  afterAll(() => database.close());

  const readForm = async (path: string, mark: string) => {
    const { html } = await visitor.get(path);
    const form = readForms(html).find((each) => each.includes(mark)) ?? '';
    return { carried: readHidden(form), presses: readPresses(form) };
  };
  const press = async (path: string, words: string) => {
    const forms = readForms((await visitor.get(path)).html);
    const form = forms.find((each) => readPresses(each).some((value) => value.includes(words))) ?? '';
    const value = readPresses(form).find((each) => each.includes(words)) ?? '';
    return visitor.post('/room/act', { ...readHidden(form), _press: value });
  };
  const submit = async (path: string, typed: Fields) => {
    const { carried } = await readForm(path, 'name="_prompt"');
    return visitor.post('/room/act', { ...carried, ...typed });
  };

  test('a link says that it leads to another website, and one to a place of ours does not', async () => {
    const links = (url: string) => ({ ...movedCall, buttons: [{ kind: 'link', label: 'Öppna', url } as const] });
    await room.post(beredning, links('https://lansstyrelsen.example.org/tia'));
    await room.post(beredning, links(`${room.url}/desk`));

    const cards = readCards((await visitor.get(beredningUrl)).html);

    const isOutward = cards.filter((card) => readText(card).includes('öppnas på en annan webbplats'));
    expect(cards.map((card) => /href="(http[^"]+)"/.exec(card)?.[1])).toHaveLength(2);
    expect(isOutward.map((card) => /href="(http[^"]+)"/.exec(card)?.[1])).toEqual([
      'https://lansstyrelsen.example.org/tia',
    ]);
  });

  test('leads back to where the person was, with the receipt in the card they acted on', async () => {
    await room.post(beredning, meeting);
    await room.post(beredning, movedCall);

    const page = await press(beredningUrl, '"yes"');

    const url = new URL(page.url);
    expect(url.pathname).toBe(beredningUrl);
    expect(url.hash).toBe('#done');
    const [first = '', second = ''] = readCards(page.html);
    expect(first).not.toContain('id="done"');
    expect(readText(second)).toContain('Tack! Svaret är sparat (kvitto 7F3A-21');
    expect(readText(second)).toContain('Ditt svar: Jag kommer');
    expect(readText(second)).toContain('Ändra svaret');
  });

  test('keeps the receipt on reload and sends nothing again; without its address the receipt is gone', async () => {
    await room.post(beredning, meeting);
    const page = await press(beredningUrl, '"yes"');

    const again = await visitor.get(page.url);

    expect(readText(again.html)).toContain('Tack! Svaret är sparat');
    expect(handle.taken).toHaveLength(1);
    expect(readText((await visitor.get(beredningUrl)).html)).not.toContain('Tack! Svaret är sparat');
  });

  test('a press that needs more opens the form with the press filled in', async () => {
    await room.post(sprak, checkIn);

    const page = await press(sprakUrl, '"yellow"');

    expect(readText(page.html)).toContain('Fyll i det som saknas');
    expect(page.html).toMatch(/value="yellow" checked/);
    expect(page.html).not.toContain('name="_press"');
  });

  test('what was typed wrong is shown again at once, and written down nowhere', async () => {
    await room.post(sprak, checkIn);
    await press(sprakUrl, '"yellow"');
    const [filling = ''] = readForms((await press(sprakUrl, '"yellow"')).html).filter((each) =>
      each.includes('name="_prompt"'),
    );
    const before = new Map(visitor.cookies);

    const page = await visitor.post('/room/act', { ...readHidden(filling), light: 'red', comment: 'En halv <mening>' });

    expect(page.status).toBe(422);
    expect(page.html).toContain('<title>Fel: Arbetsgrupp språkutveckling – Samverk</title>');
    expect(readText(page.html)).toContain('saker behöver rättas');
    expect(page.html).toContain('En halv &lt;mening>');
    expect(page.html).toMatch(/aria-invalid="true"/);
    expect(new Map(visitor.cookies)).toEqual(before);
  });

  test('each fault leads to its field, and its field names its fault', async () => {
    await room.post(sprak, survey);
    const page = await submit(sprakUrl, { places: 'många' });

    const links = [...page.html.matchAll(/<a class="ds-link" href="#(f-[^"]+)"/g)].map(([, id = '']) => id);

    expect(links.length).toBeGreaterThan(4);
    for (const id of links) {
      expect(page.html).toContain(`id="${id}"`);
      expect(page.html).toContain(`id="${id}-fault"`);
    }
  });

  test('the same form sent twice is one act, and gets one receipt', async () => {
    await room.post(beredning, meeting);
    const { carried, presses } = await readForm(beredningUrl, 'name="_press"');
    const fields = { ...carried, _press: presses[0] ?? '' };

    const [one, two] = await Promise.all([visitor.post('/room/act', fields), visitor.post('/room/act', fields)]);

    expect(new Set(handle.taken.map(({ key }) => key)).size).toBe(1);
    expect(one.status).toBe(200);
    expect(readText(two.html)).toContain('kvitto 7F3A-21');
  });

  test('a form that is gone back to, changed and sent again is another act', async () => {
    await room.post(sprak, checkIn);
    const [filling = ''] = readForms((await press(sprakUrl, '"yellow"')).html).filter((each) =>
      each.includes('name="_prompt"'),
    );
    const carried = readHidden(filling);

    await visitor.post('/room/act', { ...carried, light: 'green' });
    await visitor.post('/room/act', { ...carried, light: 'yellow', comment: 'Nej, gul.' });

    const keys = handle.taken.slice(1).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
    expect(handle.replies.get(prompts.checkIn)).toMatchObject({ light: 'yellow' });
  });

  test('a refusal in words keeps what was typed', async () => {
    await room.post(sprak, survey);
    handle.answerWith = () => ({ kind: 'note', text: 'Svaret är inte sparat. Frågan stängde 28 mars.' });

    const page = await submit(sprakUrl, { needs: 'Fler tolkar' });

    expect(page.status).toBe(422);
    expect(readText(page.html)).toContain('Frågan stängde 28 mars');
    expect(page.html).toContain('Fler tolkar');
  });

  test('trouble on our side keeps what was typed, and tells nothing of its cause', async () => {
    await room.post(sprak, survey);
    handle.answerWith = () => {
      throw new Error('connection to 10.0.0.7 refused');
    };

    const page = await submit(sprakUrl, { needs: 'Fler tolkar' });

    expect(page.status).toBe(503);
    expect(readText(page.html)).toContain('Det du skrev finns kvar här');
    expect(page.html).toContain('Fler tolkar');
    expect(page.html).not.toContain('10.0.0.7');
  });

  test('an answer that is too long for a cookie is shown at once', async () => {
    const items = Array.from({ length: 400 }, (_, index) => `Utlysning ${index} ${Math.random()}`);
    handle.answerWith = () => ({
      kind: 'card',
      message: { language: 'sv', title: 'Alla utlysningar', parts: [{ kind: 'list', items }], buttons: [] },
    });
    const { carried } = await readForm('/room/ask', 'name="text"');

    const page = await visitor.post('/room/act', { ...carried, text: 'utlysningar' });

    expect(readText(page.html)).toContain(items.at(-1));
    expect(visitor.cookies.has('samverk_outcome')).toBe(false);
  });

  test('a question that is closed can only be read', async () => {
    await room.post(sprak, checkIn);
    handle.closed.add(prompts.checkIn);

    const { html } = await visitor.get(sprakUrl);

    expect(readText(html)).toContain('Frågan är stängd.');
    expect(html).not.toContain('name="_press"');
    expect(html).not.toContain('name="_prompt"');
  });

  test('of several reminders of one question only the newest asks', async () => {
    await room.post(sprak, checkIn);
    await room.post(sprak, checkIn);

    const [newest = '', older = ''] = readCards((await visitor.get(sprakUrl)).html);

    expect(readPresses(newest)).toHaveLength(4);
    expect(readPresses(older)).toHaveLength(0);
    expect(readText(older)).toContain('Det finns en nyare påminnelse');
  });

  test('"Mina frågor" has what waits first, each question once, and what was answered after', async () => {
    await room.post(sprak, checkIn);
    await room.post(beredning, meeting);
    await room.post(sprak, checkIn);
    await press('/room/mine', '"attendance":"yes"');

    const { html } = await visitor.get('/room/mine');

    expect(readCards(html)).toHaveLength(1);
    expect(readText(html)).toContain('En fråga väntar på ditt svar.');
    expect(readText(html)).toMatch(/Tidigare frågor Beredningsgruppen möts .* Ditt svar: Jag kommer/);
  });

  test('older messages are a page away, and nothing is lost between the pages', async () => {
    for (let count = 1; count <= 45; count += 1)
      await room.post(beredning, { ...movedCall, title: `Nummer ${count}.` });

    const seen: string[] = [];
    let path: string | undefined = beredningUrl;
    while (path) {
      const { html } = await visitor.get(path);
      seen.push(...readCards(html).map((card) => /Nummer \d+\./.exec(card)?.[0] ?? ''));
      path = [...html.matchAll(/href="([^"]*upTo=[^"]*)"[^>]*>Visa äldre/g)][0]?.[1];
    }

    expect(seen).toEqual(Array.from({ length: 45 }, (_, index) => `Nummer ${45 - index}.`));
  });

  test('nothing that people write can become part of the page', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&';
    await room.post(beredning, {
      language: 'sv',
      title: evil,
      parts: [
        { kind: 'text', text: evil },
        { kind: 'facts', facts: [{ label: evil, value: evil }] },
        { kind: 'list', title: evil, items: [evil] },
        { kind: 'progress', text: evil, answered: 1, asked: 2 },
        { kind: 'notice', text: evil, tone: 'info' },
        { kind: 'note', text: evil },
      ],
      buttons: [
        { kind: 'answer', label: evil, promptId: prompts.meeting, answers: { note: evil } },
        { kind: 'link', label: evil, url: 'https://example.org/?a=%22%3E' },
      ],
    });

    const { html } = await visitor.get(beredningUrl);

    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<img src=x');
    expect(readText(html)).toContain(evil);
    expect(readPresses(html)[0]).toContain('<script>');
  });

  test('an address that cannot be read leads nowhere, and a form that is too large is refused whole', async () => {
    const { carried } = await readForm('/room/ask', 'name="text"');

    expect((await visitor.get('/room/c/%E0%A4%A')).status).toBe(404);
    expect((await visitor.get('/room/q/not-a-prompt')).status).toBe(404);
    expect((await visitor.post('/room/act', { ...carried, text: 'å'.repeat(200_000) })).status).toBe(403);
    expect((await visitor.post('/room/act', { _csrf: carried._csrf ?? '' })).status).toBe(403);
    expect(handle.taken).toEqual([]);
  });

  test('a road that does not tell where the questions stand is no reason to say that nothing waits', async () => {
    await room.post(beredning, meeting);
    handle.look = async () => ({ kind: 'note', text: 'Det gick inte just nu.' });

    const page = await visitor.get('/room/mine');

    expect(page.status).toBe(500);
    expect(readText(page.html)).not.toContain('inget att besvara');
  });

  test('the form of a question leads nowhere else than into the room', async () => {
    await room.post(beredning, meeting);
    const { carried, presses } = await readForm(beredningUrl, 'name="_press"');

    for (const at of ['https://evil.example.org/', '//evil.example.org/room/mine', '/elsewhere', '/room/../secret']) {
      const page = await visitor.post('/room/act', { ...carried, _at: at, _press: presses[0] ?? '' });

      expect(new URL(page.url).pathname).toBe('/room/mine');
    }
  });

  test('a page asks not to be kept anywhere', async () => {
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${room.url}/room/mine`, { headers: { cookie } });

    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
  });
});
