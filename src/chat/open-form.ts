// A person wants to fill in a form: with what they, or their organisation, answered before.
import { toLocal } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import { readCounty } from '../directory/county-store.ts';
import { findOrganisations } from '../directory/organisation-store.ts';
import type { Person } from '../directory/person.ts';
import type { Answers, Form } from '../message/form.ts';
import type { Answer, Look } from '../platform.ts';
import type { Road } from '../reminders/road.ts';
import { describeReply } from '../replies/describe-reply.ts';
import { findDraft, isOvertaken } from '../replies/draft-store.ts';
import { findAskedOrColleague } from '../replies/keep-reply.ts';
import { isClosed, type Prompt, toUnit } from '../replies/prompt.ts';
import { findPrompt } from '../replies/prompt-store.ts';
import type { Reply } from '../replies/reply.ts';
import { findCurrentReply, findLastTime } from '../replies/reply-store.ts';
import { formatInstant } from '../text/format.ts';
import { textsIn } from '../text/texts.ts';
import { openDraftForm } from './desk-open.ts';
import { sayReleased } from './say-released.ts';
import { wordForm } from './shown-form.ts';

export async function openForm(road: Road, look: Extract<Look, { kind: 'opened' }>, person: Person): Promise<Answer> {
  const prompt = await findPrompt(road.database.db, look.promptId);
  if (!prompt) return openDraftForm(road, look, person);
  if (prompt.countyId !== person.countyId) return { kind: 'note', text: textsIn(person.language).road.gone };
  return openPromptForm(road, { prompt, person, ...(look.answers ? { pressed: look.answers } : {}) });
}

interface Opening {
  readonly prompt: Prompt;
  readonly person: Person;
  /** What was pressed goes before what was answered. */
  readonly pressed?: Answers;
  readonly notice?: string;
}

export async function openPromptForm(road: Road, { prompt, person, pressed, notice }: Opening): Promise<Answer> {
  const { db } = road.database;
  const asked = await findAskedOrColleague(db, prompt, person);
  if (!asked) return { kind: 'note', text: textsIn(person.language).road.notAsked };
  if (isClosed(prompt, road.clock.now())) return { kind: 'note', text: await sayClosed(road, db, { prompt, person }) };
  if (asked.isReleased) return { kind: 'note', text: await sayReleased(db, prompt, person) };
  const unit = toUnit(prompt.answerPer, asked);
  const current = await findCurrentReply(db, prompt, unit);
  const draft = await findDraft(db, prompt, person.id);
  const remembers = road.topics[prompt.topic].remembers === true && !current && !draft && !pressed;
  const before = remembers ? await findLastTime(db, prompt, unit) : undefined;
  const { planYear } = textsIn(person.language);
  const worded = await wordForm(road, db, { prompt, language: person.language });
  const { form } = worded;
  const isOld = current && draft && isOvertaken(draft, current);
  const old = isOld ? await sayOvertaken(road, { prompt, person, form, reply: current }) : undefined;
  const why = notice ?? (draft ? planYear.draft.restored : before && planYear.remembered);
  // Said also where there is something else to say: what they send goes over another's answer.
  const said = old === undefined ? why : [notice, old].filter((one) => one !== undefined).join(' ');
  return {
    kind: 'form',
    ...worded,
    values: { ...(current?.answers ?? before), ...draft?.entries, ...pressed },
    basedOn: current?.version ?? 0,
    ...(said === undefined ? {} : { notice: said }),
  };
}

interface Overtaken extends Opening {
  readonly form: Form;
  readonly reply: Reply;
}

/** Nothing that was written is lost, and the newer answer is not hidden behind it. */
async function sayOvertaken({ database: { db }, clock }: Road, { prompt, person, form, reply }: Overtaken) {
  const { language } = person;
  const { draft } = textsIn(language).planYear;
  const { timeZone } = await readCounty(db, prompt.countyId);
  const today = toLocal(clock.now(), timeZone).date;
  const [organisation] = await findOrganisations(db, prompt.countyId, [reply.organisationId]);
  const at = formatInstant(reply.repliedAt, timeZone, language, today);
  const since = draft.answeredSince(organisation?.name ?? '', at, describeReply(form, reply.answers, language));
  return `${since} ${draft.overwrites}`;
}

export async function sayClosed({ clock }: Road, db: Db, { prompt, person }: Opening): Promise<string> {
  const { language } = person;
  const { timeZone } = await readCounty(db, prompt.countyId);
  const today = toLocal(clock.now(), timeZone).date;
  const closed = formatInstant(prompt.closedAt ?? prompt.closesAt, timeZone, language, today);
  return textsIn(language).road.isClosed(closed);
}
