// What a person can do with a message: press, fill in, change, or only see how it stands.
import { findPromptOf, type Message } from '../../message/message.ts';
import type { PromptView } from '../../platform.ts';
import { textsIn } from '../../text/texts.ts';
import { ActForm, AnswerForm, type Showing } from './act-form.tsx';
import { isOffered, isOpen, PressButtons } from './card-buttons.tsx';
import type { Views } from './room-inbox.ts';
import type { RoomMessageId } from './room-store.ts';
import { OwnAnswer, StatusLine } from './status-line.tsx';

export interface CardActionsProps {
  /** The card's. */
  readonly id: string;
  readonly message: Message;
  /** Absent for a card that is an answer and lies in no conversation. */
  readonly messageId?: RoomMessageId;
  readonly showing: Showing;
  readonly views: Views;
}

export function CardActions({ id, message, messageId, showing, views }: CardActionsProps) {
  const { question, buttons } = message;
  const promptId = findPromptOf(message);
  const view = promptId && views.get(promptId);
  const fill = buttons.find((button) => button.kind === 'fill' && button.promptId === question?.promptId);
  const offered = buttons.filter((button) => button !== fill && isOffered(button, views));
  const isChange = question !== undefined && view?.state === 'answered';
  const summary = isChange ? textsIn(showing.language).room.card.change : isOpen(view) ? fill?.label : undefined;
  return (
    <div id={`${id}-acts`} class="row acts" data-part={nameState(view)}>
      {view && (question ? <StatusLine view={view} language={showing.language} /> : <OwnAnswer view={view} />)}
      {offered.length > 0 && (
        <ActForm class="row" {...{ showing, messageId }}>
          <PressButtons buttons={offered} views={views} showing={showing} />
        </ActForm>
      )}
      {question && summary && (
        <details class="fill">
          <summary class="ds-button" data-variant={isChange ? 'secondary' : 'primary'}>
            {summary}
          </summary>
          <AnswerForm
            {...{ showing, messageId }}
            {...question}
            values={view?.values ?? {}}
            basedOn={view?.basedOn ?? 0}
          />
        </details>
      )}
    </div>
  );
}

/** Changes when what can be done does: the open page then swaps it. */
function nameState(view: PromptView | undefined): string {
  return view ? `${view.state} ${view.basedOn} ${view.status ?? ''}` : '';
}
