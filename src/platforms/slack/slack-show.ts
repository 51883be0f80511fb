// Shows an answer to whoever pressed or asked: in a modal where there is something to fill in, else to them alone.
import { z } from 'zod';
import { PlatformError } from '../../errors.ts';
import { findPromptOf, type Message } from '../../message/message.ts';
import { inviteToFill } from '../../outer/invite.ts';
import type { Answer } from '../../platform.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Api } from './slack-api.ts';
import type { Block } from './slack-block.ts';
import { toSection } from './slack-block.ts';
import { composeCard } from './slack-card.ts';
import { composeContents } from './slack-compose.ts';
import { escapeText } from './slack-escape.ts';
import { composeBlocks, composeForm, composeWords, type View } from './slack-modal.ts';
import { toConversationId } from './slack-place.ts';
import type { Near, Respond } from './slack-respond.ts';
import type { SlackSetting } from './slack-setting.ts';
import { composeStanding } from './slack-view.ts';

/** Where something was done, and by what it can be answered. */
export interface Scene extends Near {
  readonly language: Language;
  /** Opens one modal, within three seconds. */
  readonly triggerId?: string | undefined;
  /** The modal that it was done in, or that waits for the answer. */
  readonly viewId?: string | undefined;
  /** The post that was pressed. */
  readonly messageTs?: string | undefined;
}

export interface Show {
  show(scene: Scene, answer: Answer): Promise<void>;
  /** @returns the id of the modal, where one could be opened */
  open(scene: Scene, view: View): Promise<string | undefined>;
  update(teamId: string, viewId: string, view: View, hash?: string): Promise<void>;
}

export interface ShowDeps {
  readonly setting: SlackSetting;
  readonly api: Api;
  readonly respond: Respond;
}

const Opened = z.object({ view: z.object({ id: z.string() }) });

export function createShow({ setting, api, respond }: ShowDeps): Show {
  const { journal, log } = setting;

  async function open({ teamId, triggerId }: Scene, view: View): Promise<string | undefined> {
    if (triggerId === undefined) return undefined;
    try {
      const args = { trigger_id: triggerId, view };
      return (await api({ teamId, method: 'views.open', args, schema: Opened })).view.id;
    } catch (error) {
      log.warn('slack.modal-not-opened', error);
      return undefined;
    }
  }

  async function update(teamId: string, viewId: string, view: View, hash?: string): Promise<void> {
    const args = { view_id: viewId, view, ...(hash === undefined ? {} : { hash }) };
    await api({ teamId, method: 'views.update', args, schema: z.unknown() });
  }

  async function showView(scene: Scene, view: View): Promise<boolean> {
    const { teamId, viewId } = scene;
    if (viewId === undefined) return (await open(scene, view)) !== undefined;
    await update(teamId, viewId, view);
    return true;
  }

  async function say(scene: Scene, text: string): Promise<void> {
    if (scene.viewId !== undefined) return update(scene.teamId, scene.viewId, composeWords(text, scene.language));
    if (await respond(scene, { text: escapeText(text), blocks: toBlocks(text) })) return;
    await open(scene, composeWords(text, scene.language));
  }

  async function showMessage(scene: Scene, message: Message): Promise<void> {
    if (scene.viewId !== undefined) {
      return update(scene.teamId, scene.viewId, composeBlocks(composeCard(message), scene.language));
    }
    for (const content of composeContents(message)) {
      if (!(await respond(scene, content))) return;
    }
  }

  async function show(scene: Scene, answer: Answer): Promise<void> {
    switch (answer.kind) {
      case 'receipt':
      case 'note':
        return say(scene, answer.text);
      case 'form':
      case 'faults': {
        const isShown = await showView(scene, composeForm({ shown: answer }));
        if (!isShown) await showMessage(scene, inviteToFill(answer));
        return;
      }
      case 'card':
        return showMessage(scene, answer.message);
      case 'cards':
        for (const message of answer.messages) await showMessage(scene, message);
        return;
      case 'views': {
        const { teamId, channelId = '', messageTs = '' } = scene;
        const conversationId = toConversationId(teamId, channelId || '-');
        const shown = await journal.findShown({ conversationId, ref: messageTs });
        const about = shown && findPromptOf(shown);
        const view = answer.views.find(({ promptId }) => promptId === about);
        if (shown) await showMessage(scene, composeStanding(shown, view));
        return;
      }
      case 'nothing':
        return;
    }
  }

  return {
    open,
    update,
    async show(scene, answer) {
      try {
        await show(scene, answer);
      } catch (error) {
        log.warn('slack.answer-not-shown', error, { kind: answer.kind });
        if (error instanceof PlatformError && error.code === 'too-large') {
          await respond(scene, { text: textsIn(scene.language).slack.trouble, blocks: [] });
        }
      }
    },
  };
}

function toBlocks(text: string): readonly Block[] {
  return [toSection(text)];
}
