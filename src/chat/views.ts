// Where prompts stand for one person: open, answered (by whom, how), closed, or not asked at all.
import type { ZoneName } from '../calendar/zone.ts';
import { toLocal } from '../calendar/zone.ts';
import { readCounty } from '../directory/county-store.ts';
import { findOrganisations } from '../directory/organisation-store.ts';
import type { Person } from '../directory/person.ts';
import { findPeople } from '../directory/person-store.ts';
import type { PromptId } from '../ids.ts';
import type { Answers } from '../message/form.ts';
import type { Answer, Look, PromptView } from '../platform.ts';
import type { Road } from '../reminders/road.ts';
import { describeReply } from '../replies/describe-reply.ts';
import { isOvertaken } from '../replies/draft-store.ts';
import { isClosed } from '../replies/prompt.ts';
import type { Reply } from '../replies/reply.ts';
import { findLastTime } from '../replies/reply-store.ts';
import { listPromptsFor, type PromptForPerson } from '../replies/view-store.ts';
import { formatInstant } from '../text/format.ts';
import { textsIn } from '../text/texts.ts';

export async function readViews(
  road: Road,
  { promptIds }: Extract<Look, { kind: 'looked' }>,
  person: Person,
): Promise<Answer> {
  const { db } = road.database;
  const { timeZone } = await readCounty(db, person.countyId);
  const found = await listPromptsFor(db, person, promptIds);
  const colleagues = found.flatMap(({ reply }) => (reply ? [reply.organisationId] : []));
  const organisations = await findOrganisations(db, person.countyId, colleagues);
  const nameOf = (reply: Reply) => organisations.find(({ id }) => id === reply.organisationId)?.name ?? '';
  const others = found.flatMap(({ reply }) => reply?.insteadOfId ?? []);
  const people = await findPeople(db, person.countyId, others);
  const insteadOf = (reply: Reply) => people.find(({ id }) => id === reply.insteadOfId)?.name;
  const remembered = await recallAll(road, found);
  const viewing = { road, person, timeZone, nameOf, insteadOf, remembered };
  return { kind: 'views', views: found.map((one) => toView(one, viewing)) };
}

/** What was answered last time, where the next question begins with it. */
async function recallAll({ database: { db }, topics, clock }: Road, found: readonly PromptForPerson[]) {
  const remembered = new Map<PromptId, Answers>();
  for (const { prompt, reply, canRepeat, unit } of found) {
    if (reply || !canRepeat || isClosed(prompt, clock.now()) || topics[prompt.topic].remembers !== true) continue;
    const answers = await findLastTime(db, prompt, unit);
    if (answers) remembered.set(prompt.id, answers);
  }
  return remembered;
}

interface Viewing {
  readonly road: Road;
  readonly person: Person;
  readonly timeZone: ZoneName;
  readonly nameOf: (reply: Reply) => string;
  /** Who is away or has left, by name. */
  readonly insteadOf: (reply: Reply) => string | undefined;
  readonly remembered: ReadonlyMap<PromptId, Answers>;
}

function toView({ prompt, reply, canAnswer, canRepeat, draft }: PromptForPerson, viewing: Viewing): PromptView {
  const now = viewing.road.clock.now();
  const isOver = isClosed(prompt, now);
  const open = reply ? ('answered' as const) : ('open' as const);
  const isOld = reply && draft && canAnswer && !isOver && isOvertaken(draft, reply);
  const status = reply && describeStatus(prompt.form, reply, viewing);
  return {
    promptId: prompt.id,
    state: isOver ? 'closed' : canAnswer ? open : 'not-asked',
    ...(status === undefined ? {} : { status: isOld ? addDraft(status, viewing) : status }),
    values: { ...(reply?.answers ?? viewing.remembered.get(prompt.id)), ...draft?.entries },
    basedOn: reply?.version ?? 0,
    canRepeat: canRepeat && !reply && !isOver,
  };
}

/** The fields hold what the person had begun before that answer came. */
function addDraft(status: string, { person }: Viewing): string {
  return `${status.replace(/\.?$/, '.')} ${textsIn(person.language).planYear.draft.overwrites}`;
}

function describeStatus(form: PromptForPerson['prompt']['form'], reply: Reply, viewing: Viewing): string {
  const { person, timeZone, road, nameOf, insteadOf } = viewing;
  const texts = textsIn(person.language).road;
  const answer = describeReply(form, reply.answers, person.language);
  const today = toLocal(road.clock.now(), timeZone).date;
  const at = formatInstant(reply.repliedAt, timeZone, person.language, today);
  const status =
    reply.personId === person.id
      ? texts.ownStatus(answer, at, reply.receipt)
      : texts.colleagueStatus(nameOf(reply), answer, at);
  const absent = insteadOf(reply);
  return absent === undefined ? status : `${status} ${texts.insteadOf(absent)}`;
}
