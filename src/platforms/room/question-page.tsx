// One question on a page of its own: in the room, or alone for whoever came by an answer link.
import type { PromptId } from '../../ids.ts';
import { Page, renderPage } from '../../page/layout.tsx';
import { Notice } from '../../page/notice.tsx';
import type { Answer } from '../../platform.ts';
import { textsIn } from '../../text/texts.ts';
import { AnswerForm } from './act-form.tsx';
import type { RoomShowing } from './message-card.tsx';
import { OutcomeView } from './outcome-view.tsx';
import { describePerson, RoomPage, withLanguage } from './room-frame.tsx';
import { readInbox } from './room-inbox.ts';
import { answerPath } from './room-session.ts';
import { toShowing, type Visit } from './room-visit.ts';

export async function renderQuestion(visit: Visit, promptId: PromptId): Promise<string> {
  const inbox = await readInbox(visit);
  const showing = toShowing(visit, inbox.views);
  const answer = await open(visit, promptId);
  const title = findTitle(visit, answer);
  return renderPage(
    <RoomPage visit={visit} inbox={inbox} showing={showing} title={title}>
      <Question answer={answer} showing={showing} title={title} />
    </RoomPage>,
  );
}

/** The form, and nothing else of the room. */
export async function renderAnswerPage(visit: Visit, promptId: PromptId): Promise<string> {
  const path = answerPath(promptId);
  const showing = { ...toShowing(visit, new Map()), action: path };
  const answer = await open(visit, promptId);
  const title = findTitle(visit, answer);
  const { language, outcome } = showing;
  const texts = textsIn(language).room;
  const who = (
    <div class="who">
      <p>
        {texts.bar.youAre} <strong>{describePerson(visit.visitor.person)}</strong>
      </p>
    </div>
  );
  return renderPage(
    <Page
      {...{ language, title }}
      home={path}
      bar={who}
      otherLanguageUrl={withLanguage(path, language === 'sv' ? 'en' : 'sv')}
      hasFault={outcome?.answer.kind === 'faults' || outcome?.answer.kind === 'trouble'}
    >
      <Question answer={answer} showing={showing} title={title} changeUrl={path} />
    </Page>,
  );
}

function open({ handle, visitor }: Visit, promptId: PromptId): Promise<Answer> {
  return handle.look({ kind: 'opened', from: visitor.user, promptId });
}

function findTitle({ visitor, outcome }: Visit, answer: Answer): string {
  if (outcome?.answer.kind === 'form' || outcome?.answer.kind === 'faults') return outcome.answer.title;
  return answer.kind === 'form' ? answer.title : textsIn(visitor.language).room.card.answerIn;
}

interface QuestionProps {
  readonly answer: Answer;
  readonly showing: RoomShowing;
  readonly title: string;
  /** Where the form is shown again once the answer is kept. */
  readonly changeUrl?: string;
}

function Question({ answer, showing, title, changeUrl }: QuestionProps) {
  const { outcome } = showing;
  const texts = textsIn(showing.language).room.answer;
  const typed = outcome?.answer.kind === 'trouble' ? outcome.answer.values : undefined;
  const isShown = !outcome || outcome.answer.kind === 'trouble';
  return (
    <article class="ds-card card">
      <h1 class="ds-heading" data-size="sm">
        {title}
      </h1>
      {outcome && <OutcomeView outcome={outcome} showing={showing} views={showing.views} />}
      {outcome?.answer.kind === 'receipt' && changeUrl && (
        <p>
          {texts.done}{' '}
          <a class="ds-link" href={changeUrl}>
            {texts.change}
          </a>
        </p>
      )}
      {isShown && <Opened answer={answer} showing={showing} typed={typed} />}
    </article>
  );
}

interface OpenedProps {
  readonly answer: Answer;
  readonly showing: RoomShowing;
  readonly typed: Parameters<typeof AnswerForm>[0]['values'] | undefined;
}

function Opened({ answer, showing, typed }: OpenedProps) {
  if (answer.kind === 'note') return <p class="text">{answer.text}</p>;
  if (answer.kind !== 'form') return <p>{textsIn(showing.language).room.card.closed}</p>;
  return (
    <>
      {answer.notice && (
        <Notice tone="info">
          <p class="text">{answer.notice}</p>
        </Notice>
      )}
      <AnswerForm showing={showing} {...answer} {...(typed ? { values: typed } : {})} />
    </>
  );
}
