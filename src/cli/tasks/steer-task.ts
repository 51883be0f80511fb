// Task: pause, resume or cancel what a subject still has to say, or send again what failed. It leaves its trace as at the desk.
import { z } from 'zod';
import type { Tx } from '../../database/open.ts';
import { retryFailed } from '../../delivery/resend-store.ts';
import { listPartFields, toTraced } from '../../desk/traced-as.ts';
import { readCounty } from '../../directory/county-store.ts';
import { InvalidInput } from '../../errors.ts';
import { CountyId, SubjectId } from '../../ids.ts';
import type { ChangedField } from '../../records/change.ts';
import { addChange } from '../../records/change-store.ts';
import { listLive } from '../../reminders/live-store.ts';
import { listOccurrences } from '../../reminders/occurrence-store.ts';
import { isPaused, type PausedSubject } from '../../reminders/pause-store.ts';
import { cancelIn, pauseIn, resumeIn, steer } from '../../reminders/steer.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { TopicKind } from '../../topic.ts';
import { type Desk, defineTask } from './task.ts';

const Act = z.enum(['pause', 'resume', 'cancel', 'resend']);
export type Act = z.infer<typeof Act>;

const SteerRequest = z.object({
  act: Act,
  /** As keys begin, "call:vasterbotten/tia-2019-1"; to pause or resume, also all of what comes back, "survey:kalmar/7f3a". */
  subject: z.string(),
  /** To cancel or to resend, this step of its ladder alone. */
  step: z.string().optional(),
  /** The user who asks. */
  by: z.string().min(1),
});
export type SteerRequest = z.infer<typeof SteerRequest>;

const SteerReply = z.object({
  /** How many occurrences were cancelled, or messages put back into the outbox. */
  count: z.int(),
  /** Messages that failed and were left, for they are of no use any more, or paused. */
  outdated: z.int(),
  paused: z.int(),
});
export type SteerReply = z.infer<typeof SteerReply>;

const NONE = { count: 0, outdated: 0, paused: 0 } as const satisfies SteerReply;

export const steerTask = defineTask({
  name: 'steer',
  needsDatabase: true,
  request: SteerRequest,
  reply: SteerReply,
  async run(desk, request) {
    const { database, clock } = desk;
    const subject = await findSubject(desk, request);
    const now = clock.now();
    const steering = { ...request, subject, now };
    switch (request.act) {
      case 'pause':
        return steer(database, subject, async (tx) => {
          await pauseIn(tx, subject, now);
          return leaveTrace(tx, steering, NONE);
        });
      case 'resume':
        return database.transaction(async (tx) => {
          await resumeIn(tx, subject, now);
          await assertGoesOn(tx, subject);
          return leaveTrace(tx, steering, NONE);
        });
      case 'cancel':
        return steer(database, subject, async (tx) =>
          leaveTrace(tx, steering, { ...NONE, count: await cancelIn(tx, subject, request.step) }),
        );
      case 'resend':
        return database.transaction(async (tx) => leaveTrace(tx, steering, await resend(tx, steering)));
    }
  },
});

const NAME = /^(?<topic>[a-z]+):(?<county>[^/:]+)\/[^:]+$/;

async function findSubject({ database: { db } }: Desk, { act, subject: name }: SteerRequest): Promise<PausedSubject> {
  const parts = NAME.exec(name)?.groups;
  const topic = TopicKind.safeParse(parts?.topic);
  const countyId = CountyId.safeParse(parts?.county);
  if (topic.success && countyId.success) {
    const id = SubjectId.parse(name.slice(topic.data.length + 1));
    const subject = { topic: topic.data, countyId: countyId.data, id };
    if ((await listOccurrences(db, topic.data, subject)).length > 0) return subject;
    const isWhole = act === 'pause' || act === 'resume';
    const live = isWhole ? await listLive(db, countyId.data, topic.data) : [];
    if (live.some((one) => one.id.startsWith(`${id}/`))) return subject;
  }
  throw new InvalidInput(
    `Nothing is planned for "${name}". Name the topic, the county and the id, as call:vasterbotten/tia-2019-1; ` +
      '`samverk status` shows what comes next.',
  );
}

async function assertGoesOn(tx: Tx, subject: PausedSubject): Promise<void> {
  if (!(await isPaused(tx, [subject]))) return;
  const { topic, subjectId } = toTraced(subject);
  throw new InvalidInput(
    `${subject.id} is paused as a part of ${subjectId}. Resume all of it: \`samverk resume ${topic}:${subjectId}\`, or on its page.`,
  );
}

interface Steering extends Omit<SteerRequest, 'subject'> {
  readonly subject: PausedSubject;
  readonly now: Date;
}

async function resend(tx: Tx, { subject, step, now }: Steering): Promise<SteerReply> {
  const occurrences = await listOccurrences(tx, subject.topic, subject);
  const sum = { count: 0, outdated: 0, paused: 0 };
  for (const { key: occurrenceKey } of occurrences.filter((one) => step === undefined || one.step === step)) {
    const { again, outdated, paused } = await retryFailed(tx, { countyId: subject.countyId, occurrenceKey }, now);
    sum.count += again;
    sum.outdated += outdated;
    sum.paused += paused;
  }
  return sum;
}

/** In the county's first language. Where nothing came of it, there is nothing to tell. */
async function leaveTrace(tx: Tx, { act, subject, step, by, now }: Steering, reply: SteerReply): Promise<SteerReply> {
  const isForNothing = (act === 'cancel' || act === 'resend') && reply.count === 0;
  if (isForNothing) return reply;
  const { countyId } = subject;
  const { topic, subjectId, ...only } = toTraced(subject);
  const { languages } = await readCounty(tx, countyId);
  const fields = [toField(act, reply, languages[0]), ...listPartFields(only, step, languages[0])];
  await addChange(tx, { countyId, topic, subjectId, act, operator: by, at: now, fields });
  return reply;
}

function toField(act: Act, { count }: SteerReply, language: Language): ChangedField {
  const { fields, reminders } = textsIn(language).desk;
  switch (act) {
    case 'pause':
      return { label: reminders.label, from: reminders.going, to: reminders.paused };
    case 'resume':
      return { label: reminders.label, from: reminders.paused, to: reminders.going };
    case 'cancel':
      return { label: fields.takenOff, to: String(count) };
    case 'resend':
      return { label: fields.resent, to: String(count) };
  }
}
