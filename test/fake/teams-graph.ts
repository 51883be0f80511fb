// The pages of Microsoft Graph that tell what was posted where, for a bot that looks whether its message arrived.
// https://learn.microsoft.com/graph/api/channel-list-messages and chat-list-messages
import type { Asked, Reply } from './foreign-server.ts';
import type { Place, Post, World } from './teams-world.ts';

const MOST_ON_A_PAGE = 50;
const USUAL_ON_A_PAGE = 20;

export function answerGraph(world: World, { method, url }: Asked, root: string): Reply {
  const path = url.pathname.split('/').map(decodeURIComponent).slice(2);
  const place = findPlace(world, path);
  if (method !== 'GET' || !place) return { status: 404, body: { error: { code: 'NotFound', message: 'NotFound.' } } };
  const thread = path.at(-1) === 'replies' ? path.at(-2) : undefined;
  const posts = world.posts.filter((post) => post.place === place && isListed(post, thread));
  const newest = posts.toReversed();
  const from = Number(url.searchParams.get('$skiptoken') ?? 0);
  const top = Math.min(MOST_ON_A_PAGE, Number(url.searchParams.get('$top') ?? USUAL_ON_A_PAGE));
  const next = new URL(`${root}${url.pathname}${url.search}`);
  next.searchParams.set('$skiptoken', `${from + top}`);
  const more = from + top < newest.length ? { '@odata.nextLink': next.href } : {};
  return { status: 200, body: { value: newest.slice(from, from + top).map((post) => describe(world, post)), ...more } };
}

function findPlace(world: World, [nouns, id, second, channelId]: readonly string[]): Place | undefined {
  const places = [...world.places.values()];
  if (nouns === 'chats') return second === 'messages' ? places.find(({ graphId }) => graphId === id) : undefined;
  if (nouns !== 'teams' || second !== 'channels') return undefined;
  return places.find((place) => place.id === channelId && place.team?.groupId === id);
}

function isListed({ id, thread, place }: Post, wanted: string | undefined): boolean {
  if (wanted !== undefined) return thread === wanted && id !== wanted;
  return place.kind !== 'channel' || thread === id;
}

function describe({ botId }: World, { id, thread, content, sentAt, isDeleted, place }: Post) {
  const at = new Date(sentAt).toISOString();
  const cards = content.cards.map((card, number) => ({ id: `${id}-${number}`, card }));
  const marks = cards.map((each) => `<attachment id="${each.id}"></attachment>`).join('');
  const application = { id: botId.slice('28:'.length), displayName: 'Samverk', applicationIdentityType: 'bot' };
  const attachments = cards.map((each) => ({
    id: each.id,
    contentType: 'application/vnd.microsoft.card.adaptive',
    contentUrl: null,
    content: JSON.stringify(each.card),
    name: null,
  }));
  return {
    id,
    replyToId: thread === id ? null : thread,
    etag: id,
    messageType: 'message',
    createdDateTime: at,
    lastModifiedDateTime: at,
    deletedDateTime: isDeleted ? at : null,
    summary: content.summary ?? null,
    importance: 'normal',
    locale: 'sv-se',
    chatId: place.kind === 'channel' ? null : place.graphId,
    from: { application, device: null, user: null },
    body: { contentType: 'html', content: isDeleted ? '' : `${content.text ?? ''}${marks}` },
    attachments: isDeleted ? [] : attachments,
  };
}
