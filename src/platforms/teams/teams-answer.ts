// What somebody did goes up to the road; what it answers goes back the way that Teams waits for it.

import { press, submit } from '../../outer/perform.ts';
import type { Answer, Belonging, Conversation, Handle, PlatformUser } from '../../platform.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { TeamsActivity } from './teams-activity.ts';
import type { Admitted } from './teams-admit.ts';
import type { CardData } from './teams-data.ts';
import { type Arrival, type Change, readArrival, toKey } from './teams-incoming.ts';
import type { Members } from './teams-members.ts';
import { toConversationId, toThread } from './teams-place.ts';
import type { SayPrivately } from './teams-private.ts';
import { type Body, refuseInvoke, tellInCompose, toDialog, toExecution, toFound } from './teams-response.ts';
import type { Say } from './teams-say.ts';
import type { TeamsSetting } from './teams-setting.ts';
import type { Whereabouts } from './teams-where.ts';

export interface Answering {
  readonly setting: TeamsSetting;
  readonly handle: Handle;
  readonly members: Members;
  readonly whereabouts: Whereabouts;
  readonly say: Say;
  readonly sayPrivately: SayPrivately;
}

const NOTHING: Body = {};

/** @returns the body of the HTTP answer */
export async function answerActivity(deps: Answering, admitted: Admitted): Promise<Body> {
  const { activity } = admitted;
  const arrival = readArrival(activity);
  const language = readLanguage(activity);
  switch (arrival.kind) {
    case 'wrote': {
      const text = arrival.text === '' ? textsIn(language).teams.commands.help : arrival.text;
      await answerInConversation(deps, admitted, (from, key, at) =>
        deps.handle.take({ kind: 'wrote', key, from, text, at }),
      );
      return NOTHING;
    }
    case 'pressed': {
      const { data } = arrival;
      await answerInConversation(deps, admitted, (from, key) => perform(deps.handle, { data, key, from }), data);
      return NOTHING;
    }
    case 'executed':
      return execute(deps, admitted, arrival.data);
    case 'dialog': {
      const answer = await ask(
        deps,
        admitted,
        (from, key) => perform(deps.handle, { data: arrival.data, key, from }),
        arrival.data,
      );
      return toDialog(answer, language);
    }
    case 'searched':
    case 'command':
      return answerCompose(deps, admitted, arrival);
    case 'belonging':
      await tellBelonging(deps, admitted, arrival);
      return NOTHING;
    case 'nothing':
      return activity.name === 'adaptiveCard/action' ? refuseInvoke() : NOTHING;
  }
}

interface Deed {
  readonly data: CardData;
  readonly key: string;
  readonly from: PlatformUser;
}

type Act = (from: PlatformUser, key: string) => Promise<Answer>;

/** A road that breaks down, or a roster that cannot be read, is answered with words and nothing of its insides. */
async function ask(deps: Answering, { activity, tenantId }: Admitted, act: Act, data?: CardData): Promise<Answer> {
  try {
    const from = await deps.members.identify(activity, tenantId);
    return await act(from, toKey(activity, tenantId, data));
  } catch (error) {
    deps.setting.log.error('teams.act-failed', error, { kind: activity.name ?? activity.type });
    // Says nothing of anybody, and may be all that we can say.
    return { kind: 'note', text: textsIn(readLanguage(activity)).teams.trouble, isForAll: true };
  }
}

type ActAt = (from: PlatformUser, key: string, at: Conversation) => Promise<Answer>;

async function answerInConversation(deps: Answering, admitted: Admitted, act: ActAt, data?: CardData): Promise<void> {
  const { activity, tenantId } = admitted;
  const at = await deps.whereabouts.find(activity, tenantId);
  const answer = await ask(deps, admitted, (from, key) => act(from, key, at), data);
  const threadId = at.kind === 'channel' ? findThread(activity) : activity.conversation.id;
  const key = toKey(activity, tenantId, data);
  const saying = { to: at, threadId, answer, key };
  const isHeardByOthers = at.kind !== 'personal' && !isForAll(answer);
  await (isHeardByOthers
    ? deps.sayPrivately({ ...saying, person: toUser(activity, tenantId), language: readLanguage(activity) })
    : deps.say(saying));
}

function isForAll(answer: Answer): boolean {
  return 'isForAll' in answer && answer.isForAll === true;
}

/** What is written into a channel begins a thread, unless it stands in one. */
function findThread({ conversation, replyToId, id }: TeamsActivity): string {
  return conversation.id.includes(';') ? conversation.id : toThread(conversation.id, replyToId ?? id);
}

async function execute(deps: Answering, admitted: Admitted, data: CardData): Promise<Body> {
  const { activity, tenantId } = admitted;
  const answer = await ask(deps, admitted, (from, key) => perform(deps.handle, { data, key, from }), data);
  const conversationId = toConversationId(tenantId, activity.conversation.id);
  const { replyToId } = activity;
  const place = replyToId === undefined ? undefined : { conversationId, ref: replyToId };
  const shown = place && (await deps.setting.journal.findShown(place));
  return toExecution({ answer, shown });
}

/** The doors from the compose box: a search for a contact, and a command that shows what can be asked. */
async function answerCompose(
  deps: Answering,
  admitted: Admitted,
  arrival: Extract<Arrival, { kind: 'searched' | 'command' }>,
): Promise<Body> {
  const language = readLanguage(admitted.activity);
  const { commands, compose } = textsIn(language).teams;
  if (arrival.kind === 'searched' && arrival.text === '') return tellInCompose(compose.ask);
  const text = arrival.kind === 'searched' ? commands.contact(arrival.text) : commands.help;
  const answer = await ask(deps, admitted, (from, key) => deps.handle.take({ kind: 'wrote', key, from, text }));
  return arrival.kind === 'searched' ? toFound(answer) : toDialog(answer, language);
}

async function tellBelonging(
  deps: Answering,
  { activity, tenantId }: Admitted,
  { change, isWholeTeam }: Extract<Arrival, { kind: 'belonging' }>,
): Promise<void> {
  const { handle, members, whereabouts, say, setting } = deps;
  const key = toKey(activity, tenantId);
  const from = await members.identify(activity, tenantId).catch(() => toUser(activity, tenantId));
  const places = isWholeTeam
    ? await whereabouts.findAll(activity, tenantId)
    : [await whereabouts.find(activity, tenantId)];
  for (const at of places) {
    const ownKey = places.length === 1 ? key : `${key}:${at.id}`;
    try {
      const answer = await handle.notice(toBelonging(change, { key: ownKey, from, at }));
      const threadId = activity.conversation.id;
      // Teams tells of being put somewhere in two ways, with an id each. One of them is greeted.
      if (activity.type === 'installationUpdate' && change.kind === 'joined')
        await say({ to: at, threadId, answer, key: ownKey });
    } catch (error) {
      setting.log.error('teams.notice-failed', error, { kind: change.kind, conversation: at.id });
    }
  }
}

type PlaceBelonging = Exclude<Belonging, { kind: 'uninstalled' }>;

function toBelonging(change: Change, told: Pick<PlaceBelonging, 'key' | 'from' | 'at'>): Belonging {
  return change.kind === 'left' ? { ...told, kind: 'left', reason: change.reason } : { ...told, kind: change.kind };
}

/** By the id alone, with nothing that anybody vouches for: as is known also of those who are out of the roster. */
function toUser({ from }: TeamsActivity, tenant: string): PlatformUser {
  return { platform: 'teams', tenant, user: from.aadObjectId ?? from.id };
}

/** As their Teams speaks. What the road says, it says in the person's own language. */
function readLanguage({ locale }: TeamsActivity): Language {
  return locale?.toLowerCase().startsWith('en') ? 'en' : 'sv';
}

function perform(handle: Handle, { data, ...done }: Deed): Promise<Answer> {
  return data.act === 'submit' ? submit(handle, { ...data, ...done }) : press(handle, { ...done, data });
}
