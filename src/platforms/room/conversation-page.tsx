// One conversation with its messages, the newest first, the older ones page by page.
import { findPromptOf } from '../../message/message.ts';
import { renderPage } from '../../page/layout.tsx';
import { textsIn } from '../../text/texts.ts';
import { cardId, MessageCard } from './message-card.tsx';
import { RoomPage } from './room-frame.tsx';
import { countOpen, listPrompts, readInbox } from './room-inbox.ts';
import { type Place, toUrl } from './room-place.ts';
import { listMessages, type RoomMessage } from './room-store.ts';
import { toShowing, type Visit } from './room-visit.ts';

const PAGE_LENGTH = 20;

export type ConversationPlace = Extract<Place, { kind: 'conversation' }>;

/** Undefined where there is no such conversation, or it is not for this person. */
export async function renderConversation(visit: Visit, at: ConversationPlace): Promise<string | undefined> {
  const { setting, visitor } = visit;
  const places = await setting.people.listPlaces(visitor.person.id);
  const place = places.find(({ conversation }) => conversation.id === at.id);
  if (!place) return undefined;
  const { conversation, groupName } = place;
  const found = await listMessages(setting.db, { conversationId: at.id, upTo: at.upTo, count: PAGE_LENGTH + 1 });
  const [posts, next] = [found.slice(0, PAGE_LENGTH), found[PAGE_LENGTH]];
  const inbox = await readInbox({ ...visit, promptIds: posts.flatMap(({ message }) => listPrompts(message)) });
  const showing = toShowing(visit, inbox.views);
  const texts = textsIn(showing.language).room;
  const open = countOpen(inbox, at.id);
  const title = conversation.kind === 'personal' ? texts.places.personal : conversation.name;
  return renderPage(
    <RoomPage visit={visit} inbox={inbox} showing={showing} title={title}>
      <div class="stack tight">
        <h1 class="ds-heading" data-size="md">
          {title}
        </h1>
        <p id="lead" data-part={`${open}`}>
          {[
            texts.places.kind[conversation.kind],
            groupName === title ? '' : groupName,
            open > 0 && texts.places.open(open),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {at.upTo && (
        <a class="ds-button" data-variant="secondary" href={toUrl({ kind: 'conversation', id: at.id })}>
          {texts.conversation.newest}
        </a>
      )}
      <div id="messages" class="stack wide" data-list>
        {posts.map((post) => (
          <MessageCard key={post.id} post={post} showing={showing} laterCardId={findLater(post, posts)} />
        ))}
      </div>
      {posts.length === 0 && <p class="quiet">{texts.conversation.none}</p>}
      {next && (
        <a class="ds-button" data-variant="secondary" href={toUrl({ kind: 'conversation', id: at.id, upTo: next.id })}>
          {texts.conversation.older}
        </a>
      )}
    </RoomPage>,
  );
}

/** A later message on the page about the same question, open or over. */
function findLater(post: RoomMessage, posts: readonly RoomMessage[]): string | undefined {
  const promptId = findPromptOf(post.message);
  const newest = promptId && posts.find((one) => findPromptOf(one.message) === promptId);
  return newest && newest !== post ? cardId(newest) : undefined;
}
