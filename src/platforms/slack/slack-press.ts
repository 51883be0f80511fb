// Somebody pressed a button, wrote a command or called the shortcut: it is answered at once, or a modal says "wait".

import { press } from '../../outer/perform.ts';
import type { Answer, PlatformUser } from '../../platform.ts';
import { textsIn } from '../../text/texts.ts';
import { ask, isForAll, readLanguage } from './slack-ask.ts';
import { followDecision } from './slack-decide.ts';
import { readWritten } from './slack-escape.ts';
import { showHome } from './slack-home.ts';
import { readPressed, toPressKey, toTriggerKey } from './slack-incoming.ts';
import { within } from './slack-late.ts';
import { composeWords } from './slack-modal.ts';
import type { Answering } from './slack-parts.ts';
import type { Of } from './slack-payload.ts';
import { composeQuestion } from './slack-shortcut.ts';
import type { Scene } from './slack-show.ts';

export async function answerPress(parts: Answering, payload: Of<'actions'>): Promise<void> {
  const pressed = readPressed(payload);
  switch (pressed.kind) {
    case 'button': {
      const { data } = pressed;
      const key = toPressKey(payload);
      const scene = await toScene(parts, payload);
      await answerSoon(parts, scene, (from) => press(parts.handle, { data, key, from }));
      if (payload.view?.type === 'home') await showHome(parts, payload.teamId, payload.user.id);
      return;
    }
    case 'decided':
      return followDecision(parts, payload);
    case 'nothing':
      return;
  }
}

async function toScene(parts: Answering, payload: Of<'actions'>): Promise<Scene> {
  const { teamId, user, channel, container, response_url, trigger_id, view } = payload;
  return {
    teamId,
    userId: user.id,
    language: await readLanguage(parts, teamId, user.id),
    channelId: channel?.id,
    messageTs: container?.message_ts,
    threadTs: container?.thread_ts,
    responseUrl: response_url,
    triggerId: trigger_id,
    ...(view?.type === 'modal' ? { viewId: view.id } : {}),
  };
}

/** What is answered to a command is for whoever wrote it alone, but what is meant for all. */
export async function answerCommand(parts: Answering, payload: Of<'command'>): Promise<void> {
  const { teamId, user_id: userId, channel_id: channelId, trigger_id: triggerId, response_url: responseUrl } = payload;
  const language = await readLanguage(parts, teamId, userId);
  const text = readWritten(payload.text, parts.installation.botUserId) || textsIn(language).slack.commands.help;
  const key = toTriggerKey(teamId, triggerId);
  const spot = { teamId, userId, channelId };
  const scene = { teamId, userId, language, channelId, responseUrl, triggerId };
  await answerSoon(parts, scene, async (from) => {
    // Commands work anywhere, also where the bot is not: there it cannot write, and no group can be connected.
    const at = (await parts.whereabouts.isIn(spot)) ? await parts.whereabouts.find(spot) : undefined;
    const answer = await parts.handle.take({ kind: 'wrote', key, from, text, ...(at && { at }) });
    if (!at || !isForAll(answer)) return answer;
    await parts.say({ to: at, answer, key });
    return { kind: 'nothing' };
  });
}

/** From anywhere: what one may do, and a line to ask in. */
export async function answerShortcut(parts: Answering, payload: Of<'shortcut'>): Promise<void> {
  const { teamId, user, trigger_id: triggerId } = payload;
  const language = await readLanguage(parts, teamId, user.id);
  const key = toTriggerKey(teamId, triggerId);
  const scene = { teamId, userId: user.id, language, triggerId };
  const { opening } = textsIn(language).slack.wait;
  const viewId = await parts.show.open(scene, composeWords(opening, language));
  if (viewId === undefined) return;
  const text = textsIn(language).slack.commands.help;
  const answer = await ask(parts, scene, (from) => parts.handle.take({ kind: 'wrote', key, from, text }));
  await parts.show.update(teamId, viewId, composeQuestion(answer, language));
}

type Act = (from: PlatformUser) => Promise<Answer>;

/** What opens a modal is good for three seconds: where the answer takes longer, one is opened that waits for it. */
async function answerSoon(parts: Answering, scene: Scene, act: Act): Promise<void> {
  const { setting, show } = parts;
  const answering = ask(parts, scene, act);
  const soon = await within(setting.patience.openMs, answering);
  if (soon) return show.show(scene, soon.done);
  const { opening } = textsIn(scene.language).slack.wait;
  const viewId = scene.viewId ?? (await show.open(scene, composeWords(opening, scene.language)));
  const { triggerId: _, ...later } = scene;
  await show.show(viewId === undefined ? later : { ...later, viewId }, await answering);
}
