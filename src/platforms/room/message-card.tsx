// A message in its conversation, as one person sees it.
import type { LocalDate } from '../../calendar/local-date.ts';
import type { ZoneName } from '../../calendar/zone.ts';
import { formatInstant } from '../../text/format.ts';
import { textsIn } from '../../text/texts.ts';
import { AnswerForm, type Showing } from './act-form.tsx';
import { CardActions } from './card-actions.tsx';
import { OutcomeView } from './outcome-view.tsx';
import { Card } from './room-card.tsx';
import type { Views } from './room-inbox.ts';
import type { Outcome } from './room-outcome.ts';
import type { RoomMessage } from './room-store.ts';

/** A showing of a page with messages. */
export interface RoomShowing extends Showing {
  readonly zone: ZoneName;
  readonly today: LocalDate;
  readonly views: Views;
  /** What came of what the person just did. */
  readonly outcome?: Outcome | undefined;
}

export interface MessageCardProps {
  readonly post: RoomMessage;
  readonly showing: RoomShowing;
  /** Where the message lies, on a page that gathers from several conversations. */
  readonly placeName?: string | undefined;
  /** The id of a later card about the same question: this one then only tells. */
  readonly laterCardId?: string | undefined;
}

export function cardId(post: RoomMessage): string {
  return `m-${post.id}`;
}

export function MessageCard({ post, showing, placeName, laterCardId }: MessageCardProps) {
  const { language, zone, today, outcome } = showing;
  const { message, version } = post;
  const id = cardId(post);
  const meta = (
    <p class="quiet">
      <time dateTime={post.postedAt.toISOString()}>{formatInstant(post.postedAt, zone, language, today)}</time>
      {placeName && ` · ${placeName}`}
    </p>
  );
  return (
    <Card {...{ message, id, language, version, meta }}>
      {laterCardId && message.question ? (
        <Later showing={showing} cardId={laterCardId} />
      ) : (
        <Actions
          post={laterCardId ? withoutAnswer(post) : post}
          showing={showing}
          outcome={outcome?.messageId === post.id ? outcome : undefined}
        />
      )}
    </Card>
  );
}

/** The own answer to what is over stands under the latest card about it, once. */
function withoutAnswer(post: RoomMessage): RoomMessage {
  const { past: _, ...message } = post.message;
  return { ...post, message };
}

interface ActionsProps {
  readonly post: RoomMessage;
  readonly showing: RoomShowing;
  readonly outcome: Outcome | undefined;
}

function Actions({ post, showing, outcome }: ActionsProps) {
  const { views } = showing;
  const { message } = post;
  const actions = { id: cardId(post), message, messageId: post.id, showing, views };
  if (!outcome) return <CardActions {...actions} />;
  const { answer } = outcome;
  const isFilling = answer.kind === 'form' || answer.kind === 'faults';
  const typed = answer.kind === 'not-kept' ? answer.values : undefined;
  const view = message.question && views.get(message.question.promptId);
  return (
    <>
      <OutcomeView outcome={outcome} showing={showing} views={views} />
      {message.question && typed && (
        <AnswerForm
          {...{ showing, messageId: post.id }}
          {...message.question}
          values={typed}
          basedOn={view?.basedOn ?? 0}
        />
      )}
      {!isFilling && !typed && <CardActions {...actions} />}
    </>
  );
}

function Later({ showing, cardId }: { readonly showing: RoomShowing; readonly cardId: string }) {
  const texts = textsIn(showing.language).room.conversation;
  return (
    <p class="quiet">
      {texts.isNewer}{' '}
      <a class="ds-link" href={`#${cardId}`}>
        {texts.toNewer}
      </a>
    </p>
  );
}
