// One question with its form, or with what came of the answer.
import type { PromptId } from '../../ids.ts';
import { Notice } from '../../page/notice.tsx';
import type { Answer } from '../../platform.ts';
import { textsIn } from '../../text/texts.ts';
import { AnswerForm } from './act-form.tsx';
import type { RoomShowing } from './message-card.tsx';
import { OutcomeView } from './outcome-view.tsx';
import { StatusLine } from './status-line.tsx';

export interface QuestionProps {
  readonly promptId: PromptId;
  /** What came when the form was asked for. */
  readonly opened: Answer;
  readonly showing: RoomShowing;
  readonly title: string;
  /** Where the form is shown again once the answer is kept. */
  readonly changeUrl?: string;
}

export function Question({ promptId, opened, showing, title, changeUrl }: QuestionProps) {
  const { outcome, views, language } = showing;
  const answer = outcome?.answer;
  const view = views.get(promptId);
  const isOpening =
    answer === undefined || answer.kind === 'not-kept' || (answer.kind === 'note' && opened.kind === 'form');
  return (
    <article class="ds-card stack card">
      <h1 class="ds-heading" data-size="sm">
        {title}
      </h1>
      {outcome && <OutcomeView outcome={outcome} showing={showing} views={views} />}
      {view && <StatusLine view={view} language={language} />}
      {answer?.kind === 'receipt' && changeUrl && <Done changeUrl={changeUrl} showing={showing} />}
      {isOpening && view?.state !== 'closed' && (
        <Opened opened={opened} showing={showing} values={answer?.kind === 'not-kept' ? answer.values : undefined} />
      )}
    </article>
  );
}

function Done({ changeUrl, showing }: { readonly changeUrl: string; readonly showing: RoomShowing }) {
  const texts = textsIn(showing.language).room.answer;
  return (
    <p>
      {texts.done}{' '}
      <a class="ds-link" href={changeUrl}>
        {texts.change}
      </a>
    </p>
  );
}

interface OpenedProps {
  readonly opened: Answer;
  readonly showing: RoomShowing;
  /** What was typed and could not be kept. */
  readonly values: Extract<Answer, { kind: 'form' }>['values'] | undefined;
}

function Opened({ opened, showing, values }: OpenedProps) {
  switch (opened.kind) {
    case 'form':
      return (
        <>
          {opened.notice && <Notice tone="info">{opened.notice}</Notice>}
          <AnswerForm showing={showing} {...opened} {...(values ? { values } : {})} />
        </>
      );
    case 'note':
      return <p class="text">{opened.text}</p>;
    case 'receipt':
    case 'faults':
    case 'card':
    case 'views':
    case 'nothing':
      return null;
  }
}
