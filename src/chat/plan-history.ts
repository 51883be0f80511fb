// "plan historik språkstöd": how one thing in the plan has stood, round by round and year by year.
import { toLocal, type ZoneName } from '../calendar/zone.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Message, Part } from '../message/message.ts';
import { formatDay } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { findNearest } from '../text/nearest.ts';
import { foldWords } from '../text/spelling.ts';
import { textsIn } from '../text/texts.ts';
import type { Activity } from '../topics/plans/activity.ts';
import { describeCheckIn, followBack, type HistoryLine, readHistory } from '../topics/plans/activity-history.ts';
import { listActivities } from '../topics/plans/activity-store.ts';
import type { Plan } from '../topics/plans/plan.ts';
import { listPlans } from '../topics/plans/plan-store.ts';
import { type Asking, type Doing, say } from './asking.ts';
import { findOwn } from './plan-asking.ts';

export async function showHistory(asking: Asking): Promise<Doing> {
  const { road, person, rest } = asking;
  const { db } = road.database;
  const { countyId, language } = person;
  const { history } = textsIn(language).planYear;
  if (rest === '') return say(history.how);
  const plans = await listPlans(db, countyId);
  const isOwn = await findOwn(asking);
  const all: Activity[] = [];
  for (const { id: planId } of plans) all.push(...(await listActivities(db, { countyId, planId })).filter(isOwn));
  const found = findActivity(rest, all);
  if (found.length === 0) {
    return say(
      history.unknown(
        rest,
        findNearest(
          rest,
          all.map(({ title }) => title),
        ),
      ),
    );
  }
  const [activity] = found;
  if (!activity || found.length > 1) return say(history.several(found.map(({ title }) => title)));
  const chain = followBack(activity, all);
  const lines = await readHistory(db, chain);
  const { timeZone } = await readCounty(db, countyId);
  return {
    answer: { kind: 'card', message: compose({ chain, plans, lines, timeZone }, language) },
  };
}

/** Those whose title it is, else those whose title has it in it; of one that goes on over the years the latest. */
function findActivity(text: string, all: readonly Activity[]): readonly Activity[] {
  const wanted = foldWords(text);
  const latest = all.filter(({ id }) => all.every(({ carriedFromId }) => carriedFromId !== id));
  const exact = latest.filter(({ title }) => foldWords(title) === wanted);
  return exact.length > 0 ? exact.slice(0, 1) : latest.filter(({ title }) => foldWords(title).includes(wanted));
}

interface Timeline {
  /** The latest first. */
  readonly chain: readonly Activity[];
  readonly plans: readonly Plan[];
  readonly lines: readonly HistoryLine[];
  readonly timeZone: ZoneName;
}

function compose({ chain, plans, lines, timeZone }: Timeline, language: Language): Message {
  const { history } = textsIn(language).planYear;
  const [activity, before] = chain;
  const from = before && plans.find(({ id }) => id === before.planId);
  const items = lines.map(({ checkIn, round }) => {
    const day = formatDay(toLocal(checkIn.at, timeZone).date, language);
    return history.item(day, round, describeCheckIn(checkIn, language));
  });
  const parts: readonly Part[] = [
    ...(from ? [{ kind: 'text', text: history.carriedFrom(from.year) } as const] : []),
    items.length > 0 ? { kind: 'list', items } : { kind: 'text', text: history.none },
  ];
  return { language, title: history.title(activity?.title ?? ''), parts, buttons: [] };
}
