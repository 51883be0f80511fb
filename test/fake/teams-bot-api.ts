// The Bot Connector's REST API, version 3: what each request does to the world of Teams, and what is answered.
// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
import { z } from 'zod';
import { checkCard, LARGEST_CARD } from './card-check.ts';
import type { Asked, Reply } from './foreign-server.ts';
import { describeChannels, describeTeam, fail, listMembers } from './teams-roster.ts';
import type { Account, Content, Place, Post, World } from './teams-world.ts';

/** What a request would do, so that it can be counted first, or go wrong on its way. */
export interface Effect {
  readonly kind: 'send' | 'roster' | 'create' | 'unknown';
  /** Where it counts; nowhere, if nobody knows the place. */
  readonly place: Pick<Place, 'id' | 'tenant'> | undefined;
  /** Everything that is wrong with what is posted; looked for when somebody asks, as it takes its time. */
  readonly findBreaches: () => readonly string[];
  readonly apply: () => Reply;
}

export interface BotApi {
  readonly world: World;
  readonly pageSize: number;
  readonly urlOf: (place: Place) => string;
}

/** More than this the connector refuses, whatever it is. */
const LARGEST_BODY = 28 * 1024;

const Activity = z.looseObject({
  type: z.literal('message'),
  text: z.string().optional(),
  summary: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).default([]),
});

const Creation = z.looseObject({
  isGroup: z.boolean().optional(),
  tenantId: z.string().optional(),
  members: z.array(z.looseObject({ id: z.string() })).optional(),
  activity: Activity.optional(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string() }).optional(),
      channel: z.looseObject({ id: z.string() }).optional(),
    })
    .optional(),
});

export function answerBot(api: BotApi, asked: Asked): Effect {
  const [, region = '', version, nouns, id = '', what, last] = asked.url.pathname.split('/').map(decodeURIComponent);
  const unknown = {
    kind: 'unknown',
    place: undefined,
    findBreaches: NONE,
    apply: () => fail(404, 'NotFound'),
  } as const;
  if (version === 'v3' && nouns === 'teams') return tellTeam(api.world, id, what) ?? unknown;
  if (version !== 'v3' || nouns !== 'conversations') return unknown;
  if (id === '') return asked.method === 'POST' ? create(api, region, asked) : unknown;
  const [base = '', root] = id.split(';messageid=');
  const place = findPlace(api.world, base, region);
  const refusal = refuseAt(place);
  if (what === 'activities') return act({ api, asked, place, refusal, root }, last);
  if (what !== 'members' && what !== 'pagedmembers') return unknown;
  const apply = () =>
    refusal ??
    (place ? listMembers({ place, pageSize: api.pageSize, url: asked.url }, last) : fail(404, 'ConversationNotFound'));
  return { kind: 'roster', place, findBreaches: NONE, apply };
}

interface Act {
  readonly api: BotApi;
  readonly asked: Asked;
  readonly place: Place | undefined;
  readonly refusal: Reply | undefined;
  readonly root: string | undefined;
}

function act({ api: { world }, asked, place, refusal, root }: Act, postId: string | undefined): Effect {
  const isDeletion = asked.method === 'DELETE';
  const body = isDeletion ? undefined : Activity.safeParse(readJson(asked.body));
  const content = body?.data ? toContent(body.data) : undefined;
  const effect = { kind: 'send', place, findBreaches: () => listBreaches(asked, content) } as const;
  const apply = () => refusal ?? (place ? write(place) : fail(404, 'ConversationNotFound'));
  return { ...effect, apply };

  function write(where: Place): Reply {
    if (Buffer.byteLength(asked.body) > LARGEST_BODY) return fail(413, 'MessageSizeTooBig');
    if (!content && !isDeletion) return fail(400, 'BadArgument');
    if (asked.method === 'POST' && content) {
      return { status: 201, body: { id: world.post(where, content, where.kind === 'channel' ? root : undefined).id } };
    }
    const post = world.posts.find((each) => each.id === postId && each.place === where && !each.isDeleted);
    return post ? change(post, content) : fail(404, 'ActivityNotFoundInConversation');
  }
}

function change(post: Post, content: Content | undefined): Reply {
  if (content) post.content = content;
  else post.isDeleted = true;
  return { status: 200, body: { id: post.id } };
}

function create(api: BotApi, region: string, asked: Asked): Effect {
  const { world, urlOf } = api;
  const wanted = Creation.safeParse(readJson(asked.body)).data;
  const channelId = wanted?.channelData?.channel?.id;
  const content = wanted?.activity ? toContent(wanted.activity) : undefined;
  if (channelId !== undefined) {
    const place = findPlace(world, channelId, region);
    const refusal = refuseAt(place);
    const apply = () => {
      if (refusal || !place || !content) return refusal ?? fail(400, 'BadArgument');
      if (Buffer.byteLength(asked.body) > LARGEST_BODY) return fail(413, 'MessageSizeTooBig');
      const { id } = world.post(place, content);
      return { status: 201, body: { id: `${channelId};messageid=${id}`, activityId: id, serviceUrl: urlOf(place) } };
    };
    return { kind: 'send', place, findBreaches: () => listBreaches(asked, content), apply };
  }
  const tenant = wanted?.channelData?.tenant?.id ?? wanted?.tenantId;
  const account = findAccount(world, wanted?.members?.[0]?.id ?? '', tenant);
  const place = account && world.openPersonal(account, region);
  const apply = () => {
    if (!place) return fail(403, 'ForbiddenOperationException');
    const refusal = refuseAt(place);
    return refusal ?? { status: 201, body: { id: place.id, serviceUrl: urlOf(place) } };
  };
  return { kind: 'create', place, findBreaches: NONE, apply };
}

function tellTeam(world: World, teamId: string, what: string | undefined): Effect | undefined {
  const channels = [...world.places.values()].filter(({ team, kind }) => kind === 'channel' && team?.id === teamId);
  const [first] = channels;
  if (!first?.team) return undefined;
  const body = what === 'conversations' ? describeChannels(channels) : describeTeam(first.team, first.tenant);
  const place = { id: teamId, tenant: first.tenant };
  return { kind: 'roster', place, findBreaches: NONE, apply: () => refuseAt(first) ?? { status: 200, body } };
}

function findAccount(world: World, id: string, tenant: string | undefined): Account | undefined {
  const everybody = [...world.places.values()].flatMap(({ members }) => members);
  return everybody.find((each) => (each.id === id || each.objectId === id) && each.tenant === tenant);
}

/** Each part of the world knows its own places only. */
function findPlace({ places }: World, id: string, region: string): Place | undefined {
  const place = places.get(id);
  return place?.region === region ? place : undefined;
}

function refuseAt(place: Place | undefined): Reply | undefined {
  switch (place?.state) {
    case 'removed':
      return fail(403, 'BotNotInConversationRoster');
    case 'blocked':
      return fail(403, 'MessageWritesBlocked');
    case 'archived':
      return fail(403, 'ForbiddenOperationException');
    case 'open':
      return undefined;
    default:
      return fail(404, 'ConversationNotFound');
  }
}

function toContent({ text, summary, attachments }: z.infer<typeof Activity>): Content {
  return { text, summary, cards: attachments.map(({ content }) => content) };
}

const NONE = () => [];

function listBreaches(asked: Asked, content: Content | undefined): readonly string[] {
  if (!content) return [];
  const { cards, text, summary } = content;
  const size = Buffer.byteLength(asked.body);
  return [
    ...cards.flatMap(checkCard).map((finding) => `A card is not right. ${finding}`),
    ...(size > LARGEST_CARD ? [`A message has ${size} bytes.`] : []),
    ...(cards.length > 0 && !text && !summary ? ['A card has no words for the notification.'] : []),
  ];
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
