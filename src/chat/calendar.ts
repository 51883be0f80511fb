// "kalender": the address at which somebody's own calendar program finds their meetings and calls.

import type { County } from '../directory/county.ts';
import { readCounty } from '../directory/county-store.ts';
import { listGroups } from '../directory/group-store.ts';
import { mayIn } from '../directory/may.ts';
import { draftFeed, type Feed, type FeedOwner, toToken } from '../feeds/feed.ts';
import { findFeed, saveFeed } from '../feeds/feed-store.ts';
import type { Message } from '../message/message.ts';
import type { Site } from '../reminders/road.ts';
import { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { digestToken } from '../token.ts';
import { type Asking, type Doing, say } from './asking.ts';
import { findActor } from './find-actor.ts';
import { findGroupByName } from './find-group.ts';

/** Where calendars are to be found, on the service's own pages. */
export const CALENDAR = '/calendar';

export async function tellCalendar(asking: Asking): Promise<Doing> {
  const { road, person } = asking;
  const { site } = road;
  if (!site) return say(textsIn(person.language).feeds.notHere);
  const { name, isNew } = readAsked(asking.rest);
  const meant = await findOwner(asking, { name, isNew });
  if ('refused' in meant) return say(meant.refused);
  const known = await findFeed(road.database.db, meant.owner);
  const isGood = known !== undefined && known.tokenHash === digestToken('feed', toToken(known, site.sign));
  const isReplaced = known !== undefined && (isNew || !isGood);
  const drafting = { sign: site.sign, now: road.clock.now(), isNew: isNew || isReplaced };
  const feed = known && !isReplaced ? known : draftFeed(meant.owner, drafting);
  const { language } = person;
  return {
    answer: { kind: 'card', message: composeCalendar({ ...meant, feed, site, isReplaced, language }) },
    // Whoever has the address sees the calendar: it is said, and not kept.
    kept: { kind: 'note', text: textsIn(language).feeds.again },
    async write(tx) {
      if (feed !== known) await saveFeed(tx, feed);
    },
  };
}

interface Asked {
  /** Of a group, or of the county; empty for one's own. */
  readonly name: string;
  readonly isNew: boolean;
}

/** "ny", before the name of a group or after it. */
function readAsked(rest: string): Asked {
  const words = rest.split(' ').filter((word) => word !== '');
  const isRenewing = (word: string | undefined) =>
    word !== undefined && listWords('renew').includes(word.toLowerCase());
  const isNew = isRenewing(words[0]) || isRenewing(words.at(-1));
  const from = isRenewing(words[0]) ? 1 : 0;
  const to = from === 0 && isNew ? -1 : undefined;
  return { name: words.slice(from, to).join(' '), isNew };
}

function listWords(kind: 'renew' | 'county'): readonly string[] {
  return Language.options.flatMap((language) => textsIn(language).feeds[kind]);
}

interface Meant {
  readonly owner: FeedOwner;
  readonly title: string;
  readonly what: string;
}

type Refused = { readonly refused: string };

async function findOwner(asking: Asking, { name, isNew }: Asked): Promise<Meant | Refused> {
  const { person } = asking;
  const { countyId, language } = person;
  const { title, what } = textsIn(language).feeds;
  if (name === '')
    return { owner: { kind: 'person', countyId, ownerId: person.id }, title: title.person, what: what.person };
  const county = await readCounty(asking.road.database.db, countyId);
  const isCounty = [...listWords('county'), county.name.toLowerCase()].includes(name.toLowerCase());
  return isCounty ? findCounty(asking, county, isNew) : findGroup(asking, { name, isNew });
}

/** For those who see all its meetings. Its address is used by all of them, so that only who steers them may change it. */
async function findCounty(asking: Asking, { id, name }: County, isNew: boolean): Promise<Meant | Refused> {
  const { title, what, notAllowed } = textsIn(asking.person.language).feeds;
  const actor = await findActor(asking);
  if (!mayIn(actor, 'see-meetings', undefined)) return { refused: notAllowed.county };
  if (isNew && !mayIn(actor, 'bind-group', undefined)) return { refused: notAllowed.renewCounty };
  return { owner: { kind: 'county', countyId: id, ownerId: id }, title: title.county(name), what: what.county };
}

/** For those who see the group's meetings. Its address is used by all of them, so that only who steers it may change it. */
async function findGroup(asking: Asking, { name, isNew }: Asked): Promise<Meant | Refused> {
  const { road, person } = asking;
  const { db } = road.database;
  const { countyId, language } = person;
  const texts = textsIn(language).feeds;
  const meant = findGroupByName(name, await listGroups(db, countyId));
  if (meant.kind === 'none') return { refused: texts.unknown(name, meant.nearest) };
  if (meant.kind === 'several') return { refused: texts.several(meant.groups.map(({ id }) => id)) };
  const { group } = meant;
  const actor = await findActor(asking);
  if (!mayIn(actor, 'see-meetings', group.id)) return { refused: texts.notAllowed.group(group.name) };
  if (isNew && !mayIn(actor, 'bind-group', group.id)) return { refused: texts.notAllowed.renewGroup(group.name) };
  const owner = { kind: 'group', countyId, ownerId: group.id } as const;
  return { owner, title: texts.title.group(group.name), what: texts.what.group };
}

interface Telling extends Meant {
  readonly feed: Feed;
  readonly site: Site;
  readonly isReplaced: boolean;
  readonly language: Language;
}

function composeCalendar({ feed, site, title, what, isReplaced, language }: Telling): Message {
  const { feeds } = textsIn(language);
  const url = new URL(`${CALENDAR}/${toToken(feed, site.sign)}.ics`, site.publicUrl).href;
  return {
    language,
    title,
    parts: [
      ...(isReplaced ? [{ kind: 'notice', tone: 'info', text: feeds.renewed } as const] : []),
      { kind: 'text', text: what },
      { kind: 'facts', facts: [{ label: feeds.address, value: url }] },
      { kind: 'text', text: feeds.how },
      { kind: 'note', text: feeds.secret },
    ],
    buttons: [],
  };
}
