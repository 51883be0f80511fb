// The room as the contract suite sees it.
import { z } from 'zod';
import { RoomMessageId } from '../../../src/platforms/room/room-store.ts';
import type { Deed, PlatformHarness, PlatformUnderTest } from '../../contract/platform-harness.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { beredning, blekinge, director } from './fake-people.ts';
import { openRoom } from './open-room.ts';
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
} from './visitor.ts';

export const roomUnderTest: PlatformUnderTest = {
  name: 'the room',
  // Everybody is in it from the beginning, with a place of their own, where nobody else reads what they are answered.
  cannot: ['tell-all', 'belong', 'rename', 'list-members', 'open-personal'],
  tooLarge: {
    language: 'sv',
    title: 'För långt',
    parts: [{ kind: 'text', text: 'å'.repeat(150_000) }],
    buttons: [],
  },
  open: async (handle): Promise<PlatformHarness> => {
    const { db } = await openTestDatabase();
    const { room, url, close } = await openRoom({ db, handle });
    const visitor = createVisitor(url);
    await visitor.post('/room/be', { person: director.id });
    let last: Sending | undefined;
    return {
      platform: room,
      conversation: beredning,
      user: { platform: 'room', tenant: blekinge.id, user: director.id },
      readPosts: async () => (await readConversation(visitor)).map(readText).toReversed(),
      deletePost: async (sent) => {
        const { id } = z.object({ id: RoomMessageId }).parse(sent.ref);
        await db.roomMessage.delete({ where: { id: BigInt(id) } });
      },
      perform: async (deed) => {
        last = await prepare(visitor, deed);
        return readText(toMain(await visitor.post(last.action, last.fields)));
      },
      performAgain: async () => {
        if (!last) throw new Error('Nothing was performed yet.');
        return readText(toMain(await visitor.post(last.action, last.fields)));
      },
      forge: async (deed) => {
        const { action, fields } = await prepare(visitor, deed);
        await createVisitor(url).post(action, fields);
        await visitor.post(action, { ...fields, _csrf: 'guessed' });
        await visitor.post(action, fields, { origin: 'https://elsewhere.example.org' });
      },
      empty: async () => {
        await db.roomMessage.deleteMany();
      },
      close,
    };
  },
};

interface Sending {
  readonly action: string;
  readonly fields: Fields;
}

const conversationUrl = '/room/c/room/blekinge/beredningsgruppen';

async function readConversation(visitor: Visitor): Promise<readonly string[]> {
  return readCards((await visitor.get(conversationUrl)).html);
}

/** What a browser would send, from what the page holds. */
async function prepare(visitor: Visitor, deed: Deed): Promise<Sending> {
  if (deed.kind === 'write') {
    const { html } = await visitor.get('/room/ask');
    const [form = ''] = readForms(html).filter((each) => each.includes('name="text"'));
    return { action: '/room/act', fields: { ...readHidden(form), text: deed.text } };
  }
  const [card = ''] = await readConversation(visitor);
  const forms = readForms(card);
  if (deed.kind === 'submit') {
    const [form = ''] = forms.filter((each) => each.includes('name="_prompt"'));
    return { action: '/room/act', fields: { ...readHidden(form), ...deed.entries } };
  }
  const [form = ''] = forms.filter((each) => readPresses(each).length > 0);
  const [press] = readPresses(form).filter((value) => isPress(value, deed));
  if (press === undefined) throw new Error(`There is no button to ${deed.kind}.`);
  return { action: '/room/act', fields: { ...readHidden(form), _press: press } };
}

function isPress(value: string, deed: Exclude<Deed, { kind: 'submit' | 'write' }>): boolean {
  const pressed: unknown = JSON.parse(value);
  const expected =
    deed.kind === 'press'
      ? { kind: 'answer', promptId: deed.promptId, answers: deed.answers }
      : { kind: deed.kind, promptId: deed.promptId };
  return JSON.stringify(pressed) === JSON.stringify(expected);
}

function toMain({ html }: Page): string {
  return /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
}
