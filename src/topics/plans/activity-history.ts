// How one thing in the plan has stood, round by round, and year by year where it goes on with one of the year before.
import type { Db } from '../../database/open.ts';
import { formatDay } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Activity } from './activity.ts';
import type { KeptCheckIn } from './check-in.ts';
import { listCheckIns } from './check-in-store.ts';
import { toSlug } from './round.ts';
import { listRounds } from './round-store.ts';

export interface HistoryLine {
  readonly checkIn: KeptCheckIn;
  /** What its round is called: "mars". */
  readonly round: string;
}

/**
 * In the order in which it was said, all versions of it.
 * @param chain the activity, and what it goes on with of the years before
 */
export async function readHistory(db: Db, chain: readonly Activity[]): Promise<readonly HistoryLine[]> {
  const [first] = chain;
  if (!first) return [];
  const { countyId } = first;
  const labels = new Map<string, string>();
  for (const { planId } of chain) {
    for (const round of await listRounds(db, { countyId, planId })) labels.set(toSlug(round), round.label);
  }
  const checkIns = await listCheckIns(db, { countyId, activityIds: chain.map(({ id }) => id) });
  return checkIns.map((checkIn) => ({ checkIn, round: labels.get(checkIn.round) ?? checkIn.period }));
}

/** The activity, and what it goes on with of the years before, the latest first. */
export function followBack(activity: Activity, all: readonly Activity[]): readonly Activity[] {
  const before = all.find(({ id }) => id === activity.carriedFromId);
  return before ? [activity, ...followBack(before, all)] : [activity];
}

/** "▲ Gul, Pågår. Två platser saknades. Åtgärd: ny rekrytering, klar 30 april (sent svar)" */
export function describeCheckIn(checkIn: KeptCheckIn, language: Language): string {
  const { lights } = textsIn(language);
  const { light, status } = checkIn;
  const state = [lights.name(light), status && lights.statuses[status]].filter(Boolean).join(', ');
  const words = [state, ...listSaid(checkIn, language)].map((sentence) => sentence.replace(/\.$/, '')).join('. ');
  const marks = listMarks(checkIn, language);
  return marks.length > 0 ? `${words} (${marks.join(', ')})` : words;
}

type Said = Pick<KeptCheckIn, 'comment' | 'action' | 'actionBy' | 'forecast'>;

/** What was written beside the light. */
export function listSaid({ comment, action, actionBy, forecast }: Said, language: Language): readonly string[] {
  const { history } = textsIn(language).planYear;
  return [
    ...(comment ? [comment] : []),
    ...(action ? [history.action(action, actionBy && formatDay(actionBy, language))] : []),
    ...(forecast ? [history.forecast(forecast)] : []),
  ];
}

export function listMarks(
  { isLate, isCopy, isCurrent }: Pick<KeptCheckIn, 'isLate' | 'isCopy' | 'isCurrent'>,
  language: Language,
): readonly string[] {
  const { history } = textsIn(language).planYear;
  return [
    ...(isLate ? [history.late] : []),
    ...(isCopy ? [history.copy] : []),
    ...(isCurrent ? [] : [history.replaced]),
  ];
}
