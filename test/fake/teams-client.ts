// Somebody in Teams: reads what a conversation shows them, presses, fills in and writes, and sees what comes back.
import { z } from 'zod';
import { checkCard } from './card-check.ts';
import { type CardAction, type CardView, viewCard } from './card-view.ts';
import {
  type Activity,
  executedActivity,
  openedDialogActivity,
  type Pressed,
  type Scene,
  searchedActivity,
  submittedActivity,
  submittedDialogActivity,
  wroteActivity,
} from './teams-activities.ts';
import type { TeamsConnector } from './teams-connector.ts';
import { type Answered, type Postman, readInvoke } from './teams-postman.ts';
import type { Account, Place, Post } from './teams-world.ts';
import { until } from './until.ts';

export interface Shown {
  /** All that the person sees of what came back: the card, the dialog, a toast, or new posts, also in their own chat. */
  readonly text: string;
  /** What can be pressed and filled in there. */
  readonly card?: CardView | undefined;
  readonly isDialog: boolean;
  /** The post that it belongs to. */
  readonly postId: string;
}

export type Entries = Readonly<Record<string, string>>;

export interface TeamsClient {
  readonly scene: Scene;
  /** Everything that is posted, oldest first, as it reads. */
  read(): readonly string[];
  /** Presses the button with these words on the newest post that has it, and says these words besides. */
  press(words: string, about?: string): Promise<Shown>;
  /** Twice, so fast that both are on their way before either is answered. */
  pressTwice(words: string): Promise<Shown>;
  /** Presses it on what was shown last: a dialog, or a card that is only theirs. */
  pressOn(shown: Shown, words: string | undefined, entries?: Entries): Promise<Shown>;
  /** Fills in what was shown, and sends it by its first button that sends. */
  fill(shown: Shown, entries: Entries): Promise<Shown>;
  write(text: string, options?: { readonly isMention?: boolean }): Promise<Shown>;
  search(command: string, words: string): Promise<Shown>;
  /** What the client asks for by itself when the newest card that says these words comes into view: the person's own version. */
  look(about?: string): Promise<Shown>;
  /** The last one once more, exactly as it was sent. */
  again(): Promise<Shown>;
  /** Sends whatever it is. */
  send(activity: Activity, postId?: string): Promise<Shown>;
  /** The last activity that was sent. */
  last(): Activity;
}

export interface ClientOptions {
  readonly connector: TeamsConnector;
  readonly postman: Postman;
  readonly account: Account;
  readonly place: Place;
  /** A client of before Action.Execute. */
  readonly isOld?: boolean;
}

/** A dialog that takes longer is shown as broken. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards */
const PATIENCE_MS = 5_000;
const POST_PATIENCE_MS = 2_000;

export function createTeamsClient({ connector, postman, account, place, isOld = false }: ClientOptions): TeamsClient {
  const { world, breaches } = connector;
  let scene: Scene = { from: account, at: place, botId: world.botId, serviceUrl: connector.serviceUrlOf(place) };
  let sent: { readonly activity: Activity; readonly postId: string } | undefined;
  const listPosts = () => world.posts.filter((post) => post.place === place && !post.isDeleted);
  const isOwn = ({ kind, members }: Place) => kind === 'personal' && members[0]?.id === account.id;
  const listVisible = () => world.posts.filter((post) => post.place === place || isOwn(post.place));

  function findButton(words: string, about = ''): { readonly action: CardAction; readonly post: Post } {
    for (const post of listPosts()
      .filter((each) => readPost(each).includes(about))
      .toReversed()) {
      const action = post.content.cards.map(viewCard).flatMap(({ actions }) => actions);
      const found = action.find(({ title }) => title.includes(words));
      if (found) return { action: found, post };
    }
    throw new Error(`No button "${words}" ${about} in ${place.name}: ${listPosts().map(readPost).join('\n---\n')}`);
  }

  function toActivity(action: CardAction, pressed: Pressed, isDialog: boolean): Activity {
    const chosen = isOld && action.fallback ? action.fallback : action;
    if (isDialog) return submittedDialogActivity(scene, chosen, pressed);
    if (chosen.type === 'Action.Execute') return executedActivity(scene, chosen, pressed);
    return isFetch(chosen) ? openedDialogActivity(scene, chosen, pressed) : submittedActivity(scene, chosen, pressed);
  }

  async function send(activity: Activity, postId = ''): Promise<Shown> {
    sent = { activity, postId };
    const before = new Set(world.posts);
    const listNew = () => listVisible().filter((post) => !before.has(post) && !post.isDeleted);
    const startedAt = performance.now();
    const answered = await postman.deliver({ activity });
    if (activity.type === 'invoke') {
      const ms = performance.now() - startedAt;
      if (ms > PATIENCE_MS) breaches.push(`An invoke was answered after ${Math.round(ms)} ms.`);
      return showInvoke(answered, postId, listNew());
    }
    if (answered.status >= 300) return { text: readInvoke(answered).text, isDialog: false, postId };
    // A bot answers what was written by a post of its own, when it is done; what happens to it, it need not answer.
    if (activity.type === 'message') await until(() => listNew().length > 0, POST_PATIENCE_MS).catch(() => {});
    return showPosts(listNew(), postId);
  }

  function showInvoke(answered: Answered, postId: string, posts: readonly Post[]): Shown {
    const { text, card } = readInvoke(answered);
    if (card !== undefined) breaches.push(...checkCard(card).map((finding) => `A shown card is not right. ${finding}`));
    const view = card === undefined ? undefined : viewCard(card);
    const words = [text, view?.text ?? '', ...posts.map(readPost)].filter((each) => each !== '');
    return { text: words.join('\n'), card: view, isDialog: isDialogAnswer(answered), postId };
  }

  async function pressOn(shown: Shown, words: string | undefined, entries: Entries = {}): Promise<Shown> {
    const { card, isDialog, postId } = shown;
    const action = card?.actions.find(({ title, type }) => (words === undefined ? sends(type) : title.includes(words)));
    if (!card || !action) throw new Error(`No button "${words ?? 'that sends'}" on what is shown: ${shown.text}`);
    const filled = Object.fromEntries(card.inputs.map(({ id, value }) => [id, entries[id] ?? value]));
    const unknown = Object.keys(entries).filter((id) => !(id in filled));
    if (unknown.length > 0) throw new Error(`Nothing to fill in for ${unknown.join(', ')}: ${shown.text}`);
    const missing = card.inputs.filter(({ id, isRequired }) => isRequired && filled[id] === '');
    // The client itself stops what lacks something, and sends nothing.
    if (missing.length > 0) return { ...shown, text: missing.map(({ errorMessage }) => errorMessage).join('\n') };
    // What is left empty is not sent.
    const typed = Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== ''));
    return send(toActivity(action, { postId, entries: typed }, isDialog), postId);
  }

  return {
    get scene() {
      return scene;
    },
    read: () => listPosts().map(readPost),
    async press(words, about) {
      const { action, post } = findButton(words, about);
      scene = { ...scene, thread: post.thread };
      return send(toActivity(action, { postId: post.id, entries: {} }, false), post.id);
    },
    async pressTwice(words) {
      const { action, post } = findButton(words);
      scene = { ...scene, thread: post.thread };
      const click = () => send(toActivity(action, { postId: post.id, entries: {} }, false), post.id);
      const [first] = await Promise.all([click(), click()]);
      return first;
    },
    pressOn,
    fill: (shown, entries) => pressOn(shown, undefined, entries),
    write: (text, { isMention = false } = {}) => send(wroteActivity(scene, text, isMention)),
    search: (command, words) => send(searchedActivity(scene, command, words)),
    async look(about = '') {
      const post = listPosts().findLast((each) => each.content.cards.length > 0 && readPost(each).includes(about));
      const view = post?.content.cards.map(viewCard).at(-1);
      const isMine = view?.refresh?.userIds?.includes(account.id) ?? view?.refresh !== undefined;
      if (!post || !view?.refresh || !isMine) {
        return { text: view?.text ?? '', card: view, isDialog: false, postId: post?.id ?? '' };
      }
      const pressed = { postId: post.id, entries: {}, isAutomatic: true };
      return send(executedActivity({ ...scene, thread: post.thread }, view.refresh.action, pressed), post.id);
    },
    async again() {
      if (!sent) throw new Error('Nothing was sent yet.');
      return send(sent.activity, sent.postId);
    },
    send,
    last() {
      if (!sent) throw new Error('Nothing was sent yet.');
      return sent.activity;
    },
  };
}

function showPosts(posts: readonly Post[], postId: string): Shown {
  const last = posts.at(-1);
  const card = last?.content.cards.map(viewCard).at(-1);
  return { text: posts.map(readPost).join('\n'), card, isDialog: false, postId: last?.id ?? postId };
}

function readPost({ content: { text, cards } }: Post): string {
  return [text ?? '', ...cards.map((card) => viewCard(card).text)].filter((each) => each !== '').join('\n');
}

const Fetch = z.looseObject({ msteams: z.looseObject({ type: z.literal('task/fetch') }) });

function isFetch({ data }: CardAction): boolean {
  return Fetch.safeParse(data).success;
}

function sends(type: string): boolean {
  return type === 'Action.Submit' || type === 'Action.Execute';
}

function isDialogAnswer({ body }: Answered): boolean {
  return z.looseObject({ task: z.unknown() }).safeParse(body).data?.task !== undefined;
}
