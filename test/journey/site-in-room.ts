// The web room for those who have neither Teams nor Slack: pages over HTTP, and no script.
import type { Entries } from '../../src/message/entries.ts';
import {
  createVisitor,
  type Fields,
  type Page,
  readCards,
  readForms,
  readHidden,
  readPresses,
  readText,
  type Visitor,
} from '../platforms/room/visitor.ts';
import type { Arrived, Hand, Seen, Site, Someone } from './hand.ts';
import type { AllDoors } from './open-all-doors.ts';

export function createRoomSite(doors: AllDoors): Site {
  return {
    tenants: { teams: [], slack: [] },
    enter: (someone) => createHand(doors, someone),
    bind: async (group, by) => createHand(doors, by).write(`koppla ${group}`),
    read: (everybody) => readRoom(doors, everybody),
  };
}

/** Everybody's own conversation, and those of the groups that they are in. */
export async function readRoom(
  doors: AllDoors,
  everybody: readonly Someone[],
): Promise<ReadonlyMap<string, readonly Arrived[]>> {
  const read = new Map<string, readonly Arrived[]>();
  for (const { id } of everybody) {
    const { visitor, html } = await letIn(doors, id);
    for (const [, path = ''] of html.matchAll(/href="(\/room\/c\/[^"]*)"/g)) {
      if (read.has(path)) continue;
      const page = (await visitor.get(path)).html;
      const cards = readCards(page).toReversed();
      const name = readText(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(page)?.[1] ?? '').trim();
      const channel = decodeURIComponent(path).endsWith(id) ? {} : { channel: `${name} (webbrummet)` };
      read.set(
        path,
        cards.map((card) => ({ ...channel, text: readText(card) })),
      );
    }
  }
  return read;
}

/** By a signed link; the page that it leads to names their conversations. */
async function letIn(doors: AllDoors, person: string): Promise<Page & { readonly visitor: Visitor }> {
  const visitor = createVisitor(doors.url);
  return { visitor, ...(await visitor.get(doors.linkFor(person))) };
}

function createHand(doors: AllDoors, { id }: Someone): Hand {
  let visitor = createVisitor(doors.url);
  const send = async (fields: Fields) => see((await visitor.post('/room/act', fields)).html);

  function see(html: string): Seen {
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
    const items = [...main.matchAll(/<(?:li|p|h\d)[^>]*>([\s\S]*?)<\/(?:li|p|h\d)>/g)];
    return {
      text: readText(main),
      lines: items.map(([, item = '']) => readText(item).trim()),
      fill: (entries) => send({ ...readAnswerForm(html), ...toFields(entries) }),
      press: (words) => pressOn(html, words),
    };
  }

  async function pressOn(html: string, words: string): Promise<Seen> {
    for (const form of readForms(html)) {
      const buttons = [...form.matchAll(/<button[^>]*name="_press"[^>]*>[\s\S]*?<\/button>/g)].map(([text]) => text);
      const button = buttons.find((text) => readText(text).includes(words));
      const press = button && readPresses(button)[0];
      if (press) return send({ ...readHidden(form), _press: press });
    }
    const links = [...html.matchAll(/<a[^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)];
    const href = links.find(([, , text = '']) => readText(text).includes(words))?.[1];
    if (href === undefined) throw new Error(`No button "${words}": ${readText(html)}`);
    return see((await visitor.get(href.replaceAll('&amp;', '&'))).html);
  }

  const hand: Hand = {
    async write(text) {
      ({ visitor } = await letIn(doors, id));
      const { html } = await visitor.get('/room/ask');
      return send({ ...readHidden(readForms(html).find((one) => one.includes('name="text"')) ?? ''), text });
    },
    open: (text) => hand.write(text),
    async press(words) {
      ({ visitor } = await letIn(doors, id));
      return pressOn((await visitor.get(`/room/c/room/${id}`)).html, words);
    },
  };
  return hand;
}

function readAnswerForm(html: string): Fields {
  return readHidden(readForms(html).find((one) => one.includes('answer-form')) ?? '');
}

function toFields(entries: Entries): Fields {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, String(value)]));
}
