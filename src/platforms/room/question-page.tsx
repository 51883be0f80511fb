// One question on a page of its own: in the room, or alone for whoever came by an answer link.
import type { PromptId } from '../../ids.ts';
import { Page, renderPage } from '../../page/layout.tsx';
import type { Answer } from '../../platform.ts';
import { textsIn } from '../../text/texts.ts';
import type { RoomShowing } from './message-card.tsx';
import { Question } from './question-card.tsx';
import { describePerson, RoomPage, withLanguage } from './room-frame.tsx';
import { readInbox, readViews } from './room-inbox.ts';
import { answerPath } from './room-session.ts';
import { toShowing, type Visit } from './room-visit.ts';

export async function renderQuestion(visit: Visit, promptId: PromptId): Promise<string> {
  const inbox = await readInbox({ ...visit, promptIds: [promptId] });
  const showing = toShowing(visit, inbox.views);
  const opened = await open(visit, promptId);
  const title = findTitle(opened, showing);
  return renderPage(
    <RoomPage visit={visit} inbox={inbox} showing={showing} title={title}>
      <Question {...{ promptId, opened, showing, title }} />
    </RoomPage>,
  );
}

/** The form, and nothing else of the room. */
export async function renderAnswerPage(visit: Visit, promptId: PromptId): Promise<string> {
  const path = answerPath(promptId);
  const views = await readViews(visit.handle, visit.visitor, [promptId]);
  const showing = { ...toShowing(visit, views), action: path };
  const opened = await open(visit, promptId);
  const title = findTitle(opened, showing);
  const { language, outcome } = showing;
  const who = (
    <p class="who">
      {textsIn(language).room.bar.youAre} <strong>{describePerson(visit.visitor.person)}</strong>
    </p>
  );
  return renderPage(
    <Page
      {...{ language, title }}
      home={path}
      bar={who}
      otherLanguageUrl={withLanguage(path, language === 'sv' ? 'en' : 'sv')}
      hasFault={outcome?.answer.kind === 'faults' || outcome?.answer.kind === 'not-kept'}
    >
      <Question {...{ promptId, opened, showing, title }} changeUrl={path} />
    </Page>,
  );
}

function open({ handle, visitor }: Visit, promptId: PromptId): Promise<Answer> {
  return handle.look({ kind: 'opened', from: visitor.user, promptId });
}

function findTitle(opened: Answer, { language, outcome }: RoomShowing): string {
  const titled = [outcome?.answer, opened].find((answer) => answer?.kind === 'form' || answer?.kind === 'faults');
  return titled && 'title' in titled ? titled.title : textsIn(language).room.card.answerIn;
}
