// Counts a year again from its raw rows alone, in another way than the report does.
import type { RawAsked, RawReply, RawYear } from '../../src/followup/raw-year.ts';

export interface Counted {
  readonly asked: number;
  readonly onTime: number;
  readonly late: number;
  readonly silent: number;
  readonly open: number;
}

type Part = 'topic' | 'group' | 'organisation' | 'municipality';

/** Question by question, by whoever answers. */
export function recountRates(raw: RawYear, now: Date, part?: Part): ReadonlyMap<string, Counted> {
  const counts = new Map<string, Counted>();
  for (const { people, reply, prompt } of listUnits(raw)) {
    const id = part === undefined ? '' : part === 'topic' ? prompt.topic : (firstOf(people, part) ?? '');
    const count = counts.get(id) ?? { asked: 0, onTime: 0, late: 0, silent: 0, open: 0 };
    const open = new Date(prompt.answerBy) <= now ? 'silent' : 'open';
    const how = reply === undefined ? open : reply.isLate ? 'late' : 'onTime';
    counts.set(id, { ...count, asked: count.asked + 1, [how]: count[how] + 1 });
  }
  return counts;
}

/** Everybody who answers once, with their first answer; without those who were released before they gave one. */
function listUnits(raw: RawYear) {
  return raw.prompts.flatMap((prompt) => {
    const asked = raw.asked.filter((one) => one.prompt === prompt.id);
    return [...new Set(asked.map((one) => one.unit))].flatMap((unit) => {
      const people = asked.filter((one) => one.unit === unit);
      const reply = raw.replies.find((one) => one.prompt === prompt.id && one.unit === unit && one.version === 1);
      return reply || people.some(({ isReleased }) => !isReleased) ? [{ prompt, people, reply }] : [];
    });
  });
}

function firstOf(people: readonly RawAsked[], part: Exclude<Part, 'topic'>): string | undefined {
  return people.flatMap((one) => one[part] ?? []).toSorted()[0];
}

export interface RawCheckIn {
  readonly activity: string;
  readonly round: string;
  readonly light: unknown;
  readonly receipt: string;
}

/** The answers that count, one for each activity of each, in the order in which the rounds closed. */
export function listRawCheckIns(raw: RawYear): readonly RawCheckIn[] {
  return raw.prompts
    .filter(({ topic }) => topic === 'plan')
    .toSorted((a, b) => (a.answerBy < b.answerBy ? -1 : 1))
    .flatMap(({ id, subject, question: round }) =>
      listCurrent(raw, id).flatMap(({ answers, receipt }) =>
        Object.entries(answers)
          .filter(([key]) => /^light(Y|$)/.test(key))
          .map(([key, light]) => ({ activity: toActivity(key, subject), round, light, receipt })),
      ),
    );
}

/** About how many activities was nobody heard in a round? */
export function countRawSilent(raw: RawYear, round: string): number {
  const isAsked = (id: string) => raw.asked.some(({ prompt, isReleased }) => prompt === id && !isReleased);
  const heard = new Set(listRawCheckIns(raw).flatMap((one) => (one.round === round ? [one.activity] : [])));
  const asked = raw.prompts
    .filter(({ id, topic, question }) => topic === 'plan' && question === round && isAsked(id))
    .flatMap(({ fields, subject }) =>
      fields.filter((key) => /^light(Y|$)/.test(key)).map((key) => toActivity(key, subject)),
    );
  return new Set(asked.filter((activity) => !heard.has(activity))).size;
}

/** A question about several activities has each one's id in the key: "lightYsprakstodXarbetsplats". */
function toActivity(key: string, subject: string): string {
  const [, own] = key.split('Y');
  return own === undefined ? subject : `${subject.split('/')[0]}/${own.replaceAll('X', '-')}`;
}

/** For each organisation the best that any of its people said, meeting by meeting, until a day. */
export function recountAttendance(raw: RawYear, until: string): ReadonlyMap<string, readonly string[]> {
  const said = new Map<string, string[]>();
  const order = ['yes', 'digital', 'no'];
  for (const { id, topic, question } of raw.prompts) {
    if (topic !== 'meeting' || question.slice('attendance:'.length) > until) continue;
    const asked = raw.asked.filter((one) => one.prompt === id && !one.isReleased);
    for (const organisation of new Set(asked.map((one) => one.organisation))) {
      const units = asked.filter((one) => one.organisation === organisation).map(({ unit }) => unit);
      const answers = listCurrent(raw, id).flatMap((one) => (units.includes(one.unit) ? [one.answers.attendance] : []));
      const best = order.find((one) => answers.includes(one)) ?? 'silent';
      said.set(organisation, [...(said.get(organisation) ?? []), best]);
    }
  }
  return said;
}

export function listCurrent(raw: RawYear, prompt: string): readonly RawReply[] {
  return raw.replies.filter((one) => one.prompt === prompt && one.isCurrent);
}
