// "protokoll": which meetings have no minutes yet; with a group, a day and a link after it, that they are there.
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import type { Group } from '../directory/group.ts';
import { formatDay } from '../text/format.ts';
import { readDays } from '../text/read-days.ts';
import { textsIn } from '../text/texts.ts';
import { hasMinutes, type Meeting } from '../topics/meetings/meeting.ts';
import { listMeetings, saveMinutes } from '../topics/meetings/meeting-store.ts';
import { type Asking, type Doing, say } from './asking.ts';
import { listBindable } from './bindable.ts';
import { findGroupByName } from './find-group.ts';
import { findToday } from './find-today.ts';
import { showWord } from './inquiry.ts';

/** So far back meetings are listed, and so far back minutes may be told of. */
const LISTED_DAYS = 92;
const TOLD_DAYS = 730;

export async function tellMinutes(asking: Asking): Promise<Doing> {
  const { road, person, rest } = asking;
  const steered = await listBindable(road, [person]);
  if (steered.length === 0) return say(textsIn(person.language).watches.command.notAllowed);
  const desk = { asking, steered, today: await findToday(asking) };
  return rest === '' ? listMissing(desk) : tell(desk);
}

interface Desk {
  readonly asking: Asking;
  /** The groups whose minutes are this person's matter. */
  readonly steered: readonly Group[];
  readonly today: LocalDate;
}

async function listHeld({ asking, steered, today }: Desk, from: LocalDate): Promise<readonly Meeting[]> {
  const { countyId } = asking.person;
  const meetings = await listMeetings(asking.road.database.db, { countyId, from, to: today });
  return meetings.filter(
    ({ cancelledOn, groupId }) => cancelledOn === undefined && steered.some(({ id }) => id === groupId),
  );
}

async function listMissing(desk: Desk): Promise<Doing> {
  const { language } = desk.asking.person;
  const { command } = textsIn(language).watches;
  const held = await listHeld(desk, addDays(desk.today, -LISTED_DAYS));
  const items = held.filter((meeting) => !hasMinutes(meeting)).map((meeting) => nameMeeting(meeting, desk));
  const [first] = items;
  if (first === undefined) return say(command.none);
  const example = `${showWord('minutes', language)} ${first} https://…`;
  return {
    answer: {
      kind: 'card',
      message: {
        language,
        title: command.title,
        parts: [
          { kind: 'list', items },
          { kind: 'note', text: command.how(example) },
        ],
        buttons: [],
      },
    },
  };
}

/** As it may be written back: "Beredningsgruppen 13 februari". */
function nameMeeting({ groupId, heldOn }: Meeting, { asking, steered, today }: Desk): string {
  const name = steered.find(({ id }) => id === groupId)?.name ?? '';
  return `${name} ${formatDay(heldOn, asking.person.language, today)}`;
}

async function tell(desk: Desk): Promise<Doing> {
  const { asking, today } = desk;
  const { command } = textsIn(asking.person.language).watches;
  const asked = readAsked(asking.rest, today);
  if (asked.notALink !== undefined) return say(command.notALink(asked.notALink));
  const found = await findMeeting(desk, asked);
  if ('refused' in found) return say(found.refused);
  const { link } = asked;
  return {
    ...say(command.saved(nameMeeting(found, desk))),
    write: (tx) => saveMinutes(tx, found, { minutesOn: today, ...(link !== undefined && { minutesLink: link }) }),
  };
}

interface Asked {
  readonly name: string;
  readonly on?: LocalDate;
  readonly link?: string;
  /** What was meant to be a link, and is none. */
  readonly notALink?: string;
}

/** The link comes last, and the day before it; what is left is the group's name. */
function readAsked(rest: string, today: LocalDate): Asked {
  const words = rest.split(' ').filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  const isAddress = /^[a-z]+:|^www\./i.test(last);
  const named = isAddress ? words.slice(0, -1) : words;
  const found = named.flatMap((_, place) => {
    const days = readDays(named.slice(place).join(' '), { today, towards: 'past' });
    return days ? [{ place, on: days.fromOn }] : [];
  })[0];
  const isLink = isAddress && /^https?:\/\//i.test(last) && URL.canParse(last);
  return {
    name: named.slice(0, found?.place).join(' '),
    ...(found && { on: found.on }),
    ...(isLink && { link: last }),
    ...(isAddress && !isLink && { notALink: last }),
  };
}

async function findMeeting(desk: Desk, { name, on }: Asked): Promise<Meeting | { readonly refused: string }> {
  const { asking, steered, today } = desk;
  const { language } = asking.person;
  const { chat, watches } = textsIn(language);
  const { command } = watches;
  const meant = name === '' ? undefined : findGroupByName(name, steered);
  if (meant?.kind === 'none') return { refused: command.unknownGroup(name, meant.nearest) };
  if (meant?.kind === 'several') return { refused: chat.bind.several(meant.groups.map(({ id }) => id)) };
  if (on === undefined) return { refused: command.which };
  if (on > today) return { refused: command.notHeld };
  const held = (await listHeld(desk, addDays(today, -TOLD_DAYS))).filter(
    ({ heldOn, groupId }) => heldOn === on && (meant === undefined || groupId === meant.group.id),
  );
  const [meeting, other] = held;
  if (!meeting) return { refused: command.noMeeting(formatDay(on, language, today)) };
  const names = held.map(({ groupId }) => steered.find(({ id }) => id === groupId)?.name ?? '');
  return other && other.groupId !== meeting.groupId ? { refused: command.several(names) } : meeting;
}
