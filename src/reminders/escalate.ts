// Nudges did not help: the convener and the coordinator are told who is silent.
import type { Instant, ZoneName } from '../calendar/zone.ts';
import { toLocal } from '../calendar/zone.ts';
import type { Db, Tx } from '../database/open.ts';
import { readCounty } from '../directory/county-store.ts';
import { listConveners } from '../directory/group-store.ts';
import { findOrganisations } from '../directory/organisation-store.ts';
import { findPeople, listCoordinators } from '../directory/person-store.ts';
import type { CountyId } from '../ids.ts';
import type { Message } from '../message/message.ts';
import type { Prompt } from '../replies/prompt.ts';
import { listPartsOf } from '../replies/prompt-store.ts';
import { readStanding } from '../replies/reply-store.ts';
import { compareText, formatDeadline } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import type { Asked } from '../topic.ts';
import { findPromptOf } from './nudge.ts';
import type { Occurrence } from './occurrence.ts';
import { countNudges } from './occurrence-store.ts';
import { findPersonPlaces } from './places.ts';
import { composePosts } from './post.ts';
import { countUnits, findSilent } from './silent.ts';
import type { Tale } from './tale.ts';

/** Undefined where nobody was asked or nobody is silent. */
export async function composeEscalation(tx: Tx, occurrence: Occurrence, now: Instant): Promise<Tale | undefined> {
  const prompt = await findPromptOf(tx, occurrence);
  if (!prompt) return undefined;
  const parts = await listPartsOf(tx, prompt);
  const { asked, silent } = await readWhole(tx, [prompt, ...parts]);
  if (silent.length === 0) return undefined;
  const county = await readCounty(tx, occurrence.countyId);
  const counts = {
    asked: countUnits(asked),
    silent: countUnits(silent),
    nudges: await countMostNudges(tx, [prompt, ...parts]),
  };
  const names = await nameUnits(tx, occurrence.countyId, prompt, silent);
  const places = await findPersonPlaces(
    tx,
    occurrence.countyId,
    await findAnswerable(tx, occurrence, { prompt, silent }),
  );
  const posts = await composePosts(places, async (language) =>
    toEscalation({ prompt, counts, names, zone: county.timeZone, now }, language),
  );
  return { posts, prompt };
}

/** Of several prompts together: whoever is silent in one of them is silent. */
async function readWhole(tx: Tx, prompts: readonly Prompt[]) {
  const asked: Asked[] = [];
  const silent: Asked[] = [];
  for (const prompt of prompts) {
    const standing = await readStanding(tx, prompt);
    asked.push(...standing.asked);
    silent.push(...findSilent(standing));
  }
  return { asked, silent };
}

async function countMostNudges(tx: Tx, prompts: readonly Prompt[]): Promise<number> {
  const counts: number[] = [];
  for (const { countyId, id } of prompts) counts.push(await countNudges(tx, countyId, id));
  return Math.max(...counts);
}

interface Unanswered {
  readonly prompt: Prompt;
  readonly silent: readonly Asked[];
}

/** Conveners of the prompt's group and coordinators of the county, each once; told of one's own silence alone only where nobody else would be. */
async function findAnswerable(tx: Tx, { countyId, date }: Occurrence, { prompt, silent }: Unanswered) {
  const { groupId } = prompt;
  const conveners = groupId ? await listConveners(tx, { countyId, groupId }, date) : [];
  const coordinators = await listCoordinators(tx, countyId);
  const told = [...new Set([...conveners, ...coordinators].map(({ id }) => id))];
  const others = told.filter((id) => silent.some(({ personId }) => personId !== id));
  return others.length > 0 ? others : told;
}

async function nameUnits(
  db: Db,
  countyId: CountyId,
  prompt: Prompt,
  silent: readonly Asked[],
): Promise<readonly string[]> {
  const named =
    prompt.answerPer === 'organisation'
      ? await findOrganisations(
          db,
          countyId,
          silent.map(({ organisationId }) => organisationId),
        )
      : await findPeople(
          db,
          countyId,
          silent.map(({ personId }) => personId),
        );
  return [...new Set(named.map(({ name }) => name))].toSorted((a, b) => compareText(a, b, 'sv'));
}

interface Silence {
  readonly prompt: Prompt;
  readonly counts: { readonly asked: number; readonly silent: number; readonly nudges: number };
  readonly names: readonly string[];
  readonly zone: ZoneName;
  readonly now: Instant;
}

function toEscalation({ prompt, counts, names, zone, now }: Silence, language: Language): Message {
  const { escalation } = textsIn(language).road;
  const until = formatDeadline(prompt.answerBy, zone, language, toLocal(now, zone).date);
  return {
    language,
    title: escalation.title(counts.silent, counts.asked, prompt.title),
    parts: [
      { kind: 'text', text: `${escalation.nudged(counts.nudges)} ${escalation.until(until)}` },
      { kind: 'list', title: escalation.silent, items: names },
    ],
    buttons: [],
  };
}
