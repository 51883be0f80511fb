// A stranger starts Samverk with nothing configured: is it there, does it ask, and does it take their answers?
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { wallClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import { openService, type Service } from '../../src/main.ts';
import { until } from '../fake/until.ts';
import {
  createVisitor,
  readCards,
  readForms,
  readHidden,
  readPresses,
  readText,
  type Visitor,
} from '../platforms/room/visitor.ts';

describe('started with nothing configured', () => {
  let dataDir: string;
  let service: Service;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'samverk-start-'));
    const config = readConfig({ DATA_DIR: dataDir, PORT: '0' });
    service = await openService(config, { clock: wallClock, log: silentLog });
  }, 120_000);
  afterAll(async () => {
    await service.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const read = async (path: string) => {
    const response = await fetch(new URL(path, service.address));
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  test('it says that it is alive, and soon that it keeps up', async () => {
    const alive = await read('/healthz');
    await until(async () => (await read('/readyz')).status === 200, 30_000);
    const ready = await read('/readyz');

    expect([alive.status, alive.text]).toEqual([200, '{"isAlive":true}']);
    expect(JSON.parse(ready.text)).toMatchObject({ isReady: true, database: true, queue: true });
  });

  test('its bare address leads to the room, where the four counties are, and the page says that dates were moved', async () => {
    const { status, text } = await read('/');

    expect(status).toBe(200);
    for (const name of ['Blekinge', 'Kalmar', 'Kronobergs', 'Västerbottens']) expect(text).toContain(`${name} län`);
    expect(readText(text)).toMatch(/Datumen är flyttade \d år framåt/);
  });

  test('it sends no trace of what it is made of, and nothing that a browser may misuse', async () => {
    const page = await read('/nowhere');
    const odd = await read('/%E0%A4%A');

    expect([page.status, odd.status]).toEqual([404, 404]);
    expect(readText(page.text)).toContain('Sidan finns inte');
    expect(page.headers.get('x-powered-by')).toBeNull();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.text + odd.text).not.toMatch(/\bat .*\.(ts|js):\d+/);
  });

  test('it keeps its secret to its user', async () => {
    expect((await stat(join(dataDir, 'secret'))).mode & 0o777).toBe(0o600);
  });

  test.each([
    { topic: 'call', press: 'Vi tänker söka' },
    { topic: 'meeting', press: 'Jag kommer' },
    { topic: 'plan', press: 'Grön' },
  ])(
    'anyone can be a member who is asked about a $topic, answers, gets a receipt and sees it counted',
    async ({ topic, press }) => {
      const { id, personId, groupId } = await findAsked(topic);
      const member = createVisitor(service.address);
      await member.post('/room/be', { person: personId });
      const own = `/room/c/room/${personId}`;
      await until(async () => (await member.get(own)).html.includes(id), 60_000);
      const before = await readProgress(member, groupId, id);

      const answered = await pressOn(member, own, { id, words: press });

      expect(readText(answered)).toContain('Svaret är sparat');
      if (before) await until(async () => (await readProgress(member, groupId, id)) !== before, 30_000);
    },
  );

  /** Somebody who is asked, in a group whose conversation shows where the question stands. */
  async function findAsked(topic: string) {
    const { db } = service.road.database;
    const asked = async () => {
      const prompts = await db.prompt.findMany({
        // Whoever has several activities is asked for all of them, and has another button.
        where: { countyId: 'kalmar', topic, NOT: { title: { endsWith: 'delar' } } },
        select: { id: true, groupId: true },
      });
      for (const { id, groupId } of prompts) {
        const members = await db.membership.findMany({ where: { groupId: groupId ?? '' }, select: { personId: true } });
        const where = { promptId: id, personId: { in: members.map(({ personId }) => personId) } };
        const one = await db.asked.findFirst({ where, orderBy: { personId: 'asc' } });
        if (one && groupId) return { id, groupId, personId: one.personId };
      }
      return undefined;
    };
    await until(async () => (await asked()) !== undefined, 60_000);
    const found = await asked();
    if (!found) throw new Error(`Nobody in Kalmar is asked about a ${topic}.`);
    return found;
  }
});

/** The line on the group's card of this prompt: "4 av 15 kommuner har svarat". */
async function readProgress(member: Visitor, groupId: string, promptId: string): Promise<string | undefined> {
  const { html } = await member.get(`/room/c/room/${groupId}`);
  const card = readCards(html).find((one) => one.includes(promptId));
  return card && readText(card);
}

async function pressOn(member: Visitor, path: string, { id, words }: { id: string; words: string }): Promise<string> {
  const { html } = await member.get(path);
  const card = readCards(html).find((one) => one.includes(id)) ?? '';
  for (const form of readForms(card)) {
    const buttons = [...form.matchAll(/<button[^>]*name="_press"[^>]*>[\s\S]*?<\/button>/g)].map(([text]) => text);
    const wanted = buttons.find((button) => readText(button).includes(words));
    const [value] = wanted ? readPresses(wanted) : [];
    if (value) return (await member.post('/room/act', { ...readHidden(form), _press: value })).html;
  }
  throw new Error(`There is no button "${words}" on ${path}: ${readText(html)}`);
}
