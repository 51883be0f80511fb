// "Mina frågor": what waits for an answer first, then how the earlier ones went.
import { renderPage } from '../../page/layout.tsx';
import { textsIn } from '../../text/texts.ts';
import { MessageCard, type RoomShowing } from './message-card.tsx';
import { RoomPage } from './room-frame.tsx';
import { countOpen, type Inbox, readInbox } from './room-inbox.ts';
import { toUrl } from './room-place.ts';
import { findMessages, type RoomMessage } from './room-store.ts';
import { toShowing, type Visit } from './room-visit.ts';

const MOST_EARLIER = 20;

export async function renderMine(visit: Visit): Promise<string> {
  const inbox = await readInbox(visit);
  const showing = toShowing(visit, inbox.views);
  const { open, earlier } = await sortQuestions(visit, inbox);
  const texts = textsIn(showing.language).room.mine;
  const waiting = countOpen(inbox);
  return renderPage(
    <RoomPage visit={visit} inbox={inbox} showing={showing} title={texts.title}>
      <div id="lead" class="stack tight" data-part={`${waiting}`}>
        <h1 class="ds-heading" data-size="md">
          {texts.title}
        </h1>
        <p>
          {texts.open(waiting)} {waiting === 0 && texts.calm}
        </p>
      </div>
      <div id="messages" class="stack wide" data-list>
        {open.map((post) => (
          <MessageCard key={post.id} post={post} showing={showing} placeName={namePlace(post, inbox, showing)} />
        ))}
      </div>
      {earlier.length > 0 && <Earlier posts={earlier} inbox={inbox} showing={showing} />}
    </RoomPage>,
  );
}

/** What was just acted on stays where it was, with what came of it, also when it is no longer open. */
async function sortQuestions({ setting, outcome }: Visit, { asking, views }: Inbox) {
  const states = asking.map((message) => ({ id: message.id, view: views.get(message.promptId) }));
  const open = states.filter(({ id, view }) => view?.state === 'open' || id === outcome?.messageId).map(({ id }) => id);
  const past = states.filter(({ view }) => view?.state === 'answered' || view?.state === 'closed');
  const rest = past.filter(({ id }) => !open.includes(id)).map(({ id }) => id);
  const earlier = rest.slice(0, MOST_EARLIER);
  const posts = await findMessages(setting.db, [...open, ...earlier]);
  return {
    open: posts.filter(({ id }) => open.includes(id)),
    earlier: posts.filter(({ id }) => earlier.includes(id)),
  };
}

interface EarlierProps {
  readonly posts: readonly RoomMessage[];
  readonly inbox: Inbox;
  readonly showing: RoomShowing;
}

function Earlier({ posts, inbox, showing }: EarlierProps) {
  const texts = textsIn(showing.language).room.mine;
  return (
    <section class="stack tight" aria-labelledby="earlier">
      <h2 id="earlier" class="ds-heading" data-size="2xs">
        {texts.earlier}
      </h2>
      <ul class="plain">
        {posts.map((post) => {
          const view = post.message.question && inbox.views.get(post.message.question.promptId);
          const url = toUrl({ kind: 'conversation', id: post.conversationId, upTo: post.id });
          return (
            <li key={post.id} class="stack line">
              <a class="ds-link" href={`${url}#m-${post.id}`}>
                {post.message.title}
              </a>
              <span class="quiet">{view?.status ?? texts.closed}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function namePlace({ conversationId }: RoomMessage, { places }: Inbox, { language }: RoomShowing): string | undefined {
  const place = places.find(({ conversation }) => conversation.id === conversationId);
  if (place?.conversation.kind === 'personal') return textsIn(language).room.places.personal;
  return place?.conversation.name;
}
