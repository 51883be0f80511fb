// What came of what somebody just did, shown right where they did it.
import type { ComponentChildren } from 'preact';
import { Notice, type NoticeProps } from '../../page/notice.tsx';
import { textsIn } from '../../text/texts.ts';
import { AnswerForm, type Showing } from './act-form.tsx';
import { CardActions } from './card-actions.tsx';
import { Card } from './room-card.tsx';
import type { Views } from './room-inbox.ts';
import type { Outcome } from './room-outcome.ts';

export interface OutcomeViewProps {
  readonly outcome: Outcome;
  readonly showing: Showing;
  readonly views: Views;
}

export function OutcomeView({ outcome, showing, views }: OutcomeViewProps) {
  const { answer, messageId } = outcome;
  const texts = textsIn(showing.language).room.answer;
  switch (answer.kind) {
    case 'receipt':
      return <Done tone="success">{answer.text}</Done>;
    case 'note':
      return <Done tone="info">{answer.text}</Done>;
    case 'not-kept':
      return <Done tone="danger">{answer.text ?? (answer.values ? texts.trouble : texts.pressTrouble)}</Done>;
    case 'form':
      return (
        <>
          {answer.notice && <Done tone="info">{answer.notice}</Done>}
          <AnswerForm {...{ showing, messageId }} {...answer} />
        </>
      );
    case 'faults':
      return <AnswerForm {...{ showing, messageId }} {...answer} wrong={answer} />;
    case 'card': {
      const card = { id: 'answer', message: answer.message };
      return (
        <div id="done" tabIndex={-1}>
          <Card {...card} version={0} language={showing.language}>
            <CardActions {...card} showing={showing} views={views} />
          </Card>
        </div>
      );
    }
    case 'views':
    case 'nothing':
      return null;
  }
}

/** The address of the page leads here, and the focus with it. */
function Done({ tone, children }: { readonly tone: NoticeProps['tone']; readonly children: ComponentChildren }) {
  return (
    <Notice tone={tone} id="done">
      <p class="text">{children}</p>
    </Notice>
  );
}
