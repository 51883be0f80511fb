// A topic whose dates, audience and question a test sets as it likes.

import { LocalDate, LocalTime } from '../../src/calendar/local-date.ts';
import { toInstant, ZoneName } from '../../src/calendar/zone.ts';
import { SubjectId } from '../../src/ids.ts';
import type { Form } from '../../src/message/form.ts';
import type { PlannedDate, Recipient, Replied, Subject, Topic, Topics } from '../../src/topic.ts';
import { testCounty } from './county.ts';

export const STOCKHOLM = ZoneName.parse('Europe/Stockholm');
export const subject: Subject = { countyId: testCounty.id, id: SubjectId.parse('testlan/sak') };

export const yesOrNo: Form = {
  fields: [
    {
      key: 'coming',
      kind: 'choice',
      label: 'Kommer du?',
      required: true,
      options: [
        { value: 'yes', label: 'Jag kommer' },
        { value: 'no', label: 'Jag kan inte' },
      ],
    },
  ],
};

export function aDate(date: string, rest: Partial<PlannedDate> = {}): PlannedDate {
  const day = LocalDate.parse(date);
  const time = LocalTime.parse('09:00');
  return {
    step: date,
    kind: 'reminder',
    date: day,
    time,
    at: toInstant({ date: day, time }, STOCKHOLM),
    usefulTo: new Date('2026-12-31T00:00:00Z'),
    whenLate: 'summarise',
    question: 'coming',
    ...rest,
  };
}

export interface FakeTopic extends Topic {
  asks: NonNullable<Topic['asks']>;
  plan: PlannedDate[];
  recipients: Recipient[];
  form: Form;
  answerPer: 'person' | 'organisation';
  closesAt: Date;
  answerBy: Date;
  readonly answered: Replied[];
}

export function createFakeTopic(): FakeTopic {
  const members = testCounty.members.map(
    ({ personId, organisationId }): Recipient => ({ kind: 'person', personId, organisationId, isAsked: true }),
  );
  const topic: FakeTopic = {
    kind: 'call',
    plan: [],
    recipients: [{ kind: 'group', groupId: testCounty.group }, ...members],
    form: yesOrNo,
    answerPer: 'person',
    answerBy: new Date('2026-03-31T21:59:00Z'),
    closesAt: new Date('2026-04-14T21:59:00Z'),
    answered: [],
    dates: async () => topic.plan,
    upcoming: async () => [subject],
    audience: async () => topic.recipients,
    asks: async () => ({
      title: 'Kommer du på torsdag?',
      period: '2026',
      form: topic.form,
      answerPer: topic.answerPer,
      groupId: testCounty.group,
      opensAt: new Date('2026-03-01T08:00:00Z'),
      answerBy: topic.answerBy,
      closesAt: topic.closesAt,
    }),
    message: async (_db, due, language) => ({
      language,
      title: 'Möte på torsdag',
      parts: [
        {
          kind: 'progress',
          text: '',
          answered: due.prompt?.standing.replies.length ?? 0,
          asked: due.prompt?.standing.asked.length ?? 0,
        },
      ],
      buttons: [],
      ...(due.prompt && !due.prompt.isClosed ? { question: { promptId: due.prompt.id, form: due.prompt.form } } : {}),
    }),
    onAnswers: async (_db, _due, replied) => {
      topic.answered.push(replied);
    },
  };
  return topic;
}

/** The fake is the only topic that has anything to say. */
export function asTopics(topic: FakeTopic): Topics {
  const silent: Topic = { ...topic, dates: async () => [], upcoming: async () => [] };
  return {
    call: topic,
    meeting: { ...silent, kind: 'meeting' },
    plan: { ...silent, kind: 'plan' },
    followup: { ...silent, kind: 'followup' },
    contact: { ...silent, kind: 'contact' },
    need: { ...silent, kind: 'need' },
    event: { ...silent, kind: 'event' },
    survey: { ...silent, kind: 'survey' },
    memo: { ...silent, kind: 'memo' },
    watch: { ...silent, kind: 'watch' },
  };
}
