// Somebody in Slack: reads what a conversation shows them, presses, fills in and writes, and sees what comes back.
import { z } from 'zod';
import { type Seen, type SeenButton, type SeenInput, viewBlocks } from './slack-block-view.ts';
import {
  commandPayload,
  type Doors,
  homeEvent,
  pressedPayload,
  pressedViewPayload,
  type Scene,
  type State,
  shortcutPayload,
  submittedPayload,
  wroteEvent,
} from './slack-payloads.ts';
import type { Answered, Mail, Postman } from './slack-postman.ts';
import type { SlackServer } from './slack-server.ts';
import { type Account, type Channel, listSeen, type OpenView, type Post } from './slack-world.ts';

export interface Shown {
  /** All that the person sees of what came back: new posts, and the modal as it stands now. */
  readonly text: string;
  /** The modal that is open, where one is. */
  readonly view?: OpenView | undefined;
}

export type Entries = Readonly<Record<string, string | readonly string[]>>;

export interface SlackClient {
  readonly scene: Scene;
  /** Everything that they see, oldest first, as it reads. */
  read(): readonly string[];
  /** Presses the button with these words on the newest post that has it, and says these words besides. */
  press(words: string, about?: string): Promise<Shown>;
  /** Twice, so fast that both are on their way before either is answered. */
  pressTwice(words: string): Promise<Shown>;
  /** Presses it in a modal, or on the app's own page. */
  pressIn(view: OpenView, words: string): Promise<Shown>;
  /** Fills in the modal that was shown, field by field, and sends it. */
  fill(shown: Shown, entries: Entries): Promise<Shown>;
  /** Fills in one field, without sending it. */
  choose(shown: Shown, entries: Entries): Promise<Shown>;
  write(text: string, options?: { readonly isMention?: boolean }): Promise<Shown>;
  command(text: string): Promise<Shown>;
  shortcut(): Promise<Shown>;
  /** Opens the app's own page. */
  home(): Promise<{ readonly text: string; readonly view: OpenView | undefined }>;
  /** The last one once more, exactly as it was sent. */
  again(): Promise<Shown>;
  send(mail: Mail): Promise<Shown>;
  last(): Mail;
}

export interface ClientOptions {
  readonly slack: SlackServer;
  readonly postman: Postman;
  readonly account: Account;
  readonly channel: Channel;
}

/** Then Slack shows the person that the app did not answer. */
const PATIENCE_MS = 3_000;

export function createSlackClient({ slack, postman, account, channel }: ClientOptions): SlackClient {
  const { world, breaches } = slack;
  const scene: Scene = { from: account, at: channel, workspace: channel.workspace };
  /** What was typed stands there while its block keeps its name. */
  const typed = new Map<string, Entries[string]>();
  let sent: Mail | undefined;
  let current: OpenView | undefined;
  const listPosts = () => listSeen(world, channel, account);
  const listOpen = () =>
    [...world.views.values()].filter(({ userId, view }) => userId === account.id && view.type === 'modal');

  function openDoors(): Doors {
    return { trigger_id: slack.makeTrigger(account), response_url: slack.makeResponseUrl(channel, account) };
  }

  function findButton(words: string, about = ''): { readonly button: SeenButton; readonly post: Post } {
    for (const post of listPosts()
      .filter((each) => readPost(each).includes(about))
      .toReversed()) {
      const button = viewBlocks(post.content.blocks).buttons.find(({ label }) => label.includes(words));
      if (button) return { button, post };
    }
    throw new Error(`No button "${words}" ${about} in ${channel.name}: ${listPosts().map(readPost).join('\n---\n')}`);
  }

  async function send(mail: Mail): Promise<Shown> {
    sent = mail;
    const before = new Set(world.posts);
    const views = new Map(listOpen().map(({ id, hash }) => [id, hash]));
    const answered = await postman.deliver(mail);
    if (answered.ms > PATIENCE_MS) breaches.push(`Something was answered after ${Math.round(answered.ms)} ms.`);
    if (answered.status >= 300) return { text: `Something went wrong (${answered.status}). ${answered.text}` };
    const errors = takeResponse(answered);
    const fresh = listOpen().findLast(({ id, hash }) => views.get(id) !== hash);
    if (fresh) current = fresh;
    const posts = listPosts().filter((post) => !before.has(post));
    const isModal = fresh !== undefined || errors.length > 0;
    const modal = isModal && current ? [...errors, readView(current)] : [];
    return { text: [...posts.map(readPost), ...modal].join('\n'), view: isModal ? current : undefined };
  }

  /** What Slack makes of the answer to a form that was sent. @returns what is told at the fields */
  function takeResponse({ body }: Answered): readonly string[] {
    const response = Response.safeParse(body).data;
    if (!response || !current) return [];
    if (response.response_action === 'errors') {
      const known = new Set(viewOf(current).inputs.map(({ blockId }) => blockId));
      const unknown = Object.keys(response.errors).filter((id) => !known.has(id));
      breaches.push(...unknown.map((id) => `An error at ${id}, which is not there.`));
      return Object.values(response.errors);
    }
    world.showView(account.id, response.view, current);
    return [];
  }

  async function set(view: OpenView, entries: Entries): Promise<OpenView> {
    let open = view;
    for (const [key, entry] of Object.entries(entries)) {
      const input = viewOf(open).inputs.find((each) => each.key === key);
      if (!input) throw new Error(`Nothing to fill in for ${key}: ${readView(open)}`);
      checkChoice(input, entry);
      typed.set(input.blockId, entry);
      if (!input.dispatches) continue;
      const doors = { trigger_id: slack.makeTrigger(account) };
      const button = { actionId: key, blockId: input.blockId, value: undefined };
      const shown = await send({
        as: 'interactive',
        payload: pressedViewPayload(scene, button, open, doors, stateOf(open)),
      });
      open = shown.view ?? open;
    }
    return open;
  }

  function stateOf(open: OpenView): State {
    return Object.fromEntries(
      viewOf(open).inputs.map((input) => {
        const entry = typed.get(input.blockId) ?? input.initial;
        return [input.blockId, { [input.key]: toState(input, entry) }] as const;
      }),
    );
  }

  /** As the client shows it: with what was typed in the place of what stood there. */
  function readView({ view }: OpenView): string {
    const { title, blocks } = Shape.parse(view);
    const values = viewBlocks(blocks).inputs.flatMap(({ blockId }) => [typed.get(blockId) ?? []].flat());
    return [title?.text ?? '', viewBlocks(blocks).text, ...values].join('\n');
  }

  const press = async (words: string, about?: string) => {
    const { button, post } = findButton(words, about);
    return send({ as: 'interactive', payload: pressedPayload(scene, button, post, openDoors()) });
  };

  return {
    scene,
    read: () => listPosts().map(readPost),
    press,
    async pressTwice(words) {
      const [first] = await Promise.all([press(words), press(words)]);
      return first;
    },
    async pressIn(open, words) {
      const button = viewOf(open).buttons.find(({ label }) => label.includes(words));
      if (!button) throw new Error(`No button "${words}" in ${readView(open)}`);
      current = open;
      return send({ as: 'interactive', payload: pressedViewPayload(scene, button, open, openDoors()) });
    },
    async choose(shown, entries) {
      const open = await set(toOpen(shown), entries);
      return { text: readView(open), view: open };
    },
    async fill(shown, entries) {
      const open = await set(toOpen(shown), entries);
      const state = stateOf(open);
      const missing = viewOf(open).inputs.filter(
        ({ isRequired, blockId, key, initial }) =>
          isRequired && [typed.get(blockId) ?? initial ?? []].flat().length === 0 && state[blockId]?.[key],
      );
      // The client itself stops what lacks something, and sends nothing.
      if (missing.length > 0) return { text: `Missing: ${missing.map(({ label }) => label).join(', ')}`, view: open };
      const payload = submittedPayload(scene, open, state, slack.makeTrigger(account));
      current = open;
      return send({ as: 'interactive', payload });
    },
    write: (text, { isMention = false } = {}) => send({ as: 'event', payload: wroteEvent(scene, text, isMention) }),
    command: (text) => send({ as: 'command', payload: commandPayload(scene, text, openDoors()) }),
    shortcut: () => send({ as: 'interactive', payload: shortcutPayload(scene, openDoors()) }),
    async home() {
      await send({ as: 'event', payload: homeEvent(scene) });
      const view = world.homes.get(account.id);
      return { text: view ? readView(view) : '', view };
    },
    async again() {
      if (!sent) throw new Error('Nothing was sent yet.');
      return send(sent);
    },
    send,
    last() {
      if (!sent) throw new Error('Nothing was sent yet.');
      return sent;
    },
  };
}

const Response = z.discriminatedUnion('response_action', [
  z.looseObject({ response_action: z.literal('update'), view: z.record(z.string(), z.unknown()) }),
  z.looseObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
]);

const Shape = z.looseObject({
  title: z.looseObject({ text: z.string() }).optional(),
  blocks: z.array(z.unknown()).default([]),
});

function viewOf({ view }: OpenView): Seen {
  return viewBlocks(Shape.parse(view).blocks);
}

function toOpen({ view, text }: Shown): OpenView {
  if (!view) throw new Error(`No modal is open: ${text}`);
  return view;
}

export function readPost({ content }: Post): string {
  return content.blocks.length > 0 ? viewBlocks(content.blocks).text : content.text;
}

function checkChoice({ key, options }: SeenInput, entry: Entries[string]): void {
  const unknown = options.size > 0 ? [entry].flat().filter((value) => !options.has(value)) : [];
  if (unknown.length > 0) throw new Error(`Nothing to choose in ${key} that is ${unknown.join(', ')}.`);
}

function toState({ type }: SeenInput, entry: Entries[string] | undefined): Readonly<Record<string, unknown>> {
  const all = [entry ?? []].flat();
  const [first = null] = all;
  const option = first === null ? null : { value: first, text: { type: 'plain_text', text: first } };
  switch (type) {
    case 'radio_buttons':
    case 'static_select':
      return { type, selected_option: option };
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: all.map((value) => ({ value })) };
    case 'datepicker':
      return { type, selected_date: first };
    default:
      return { type, value: first };
  }
}
