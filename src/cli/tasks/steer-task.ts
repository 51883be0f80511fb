// Task: pause, resume or cancel what a subject still has to say, or send again what failed.
import { z } from 'zod';
import { InvalidInput } from '../../errors.ts';
import { CountyId, SubjectId } from '../../ids.ts';
import { listOccurrences } from '../../reminders/occurrence-store.ts';
import type { PausedSubject } from '../../reminders/pause-store.ts';
import { resendFailed } from '../../reminders/resend.ts';
import { cancelSubject, pauseSubject, resumeSubject } from '../../reminders/steer.ts';
import { TopicKind } from '../../topic.ts';
import { type Desk, defineTask } from './task.ts';

const Act = z.enum(['pause', 'resume', 'cancel', 'resend']);
export type Act = z.infer<typeof Act>;

/** A subject as keys begin, "call:vasterbotten/tia-2019-1"; to cancel one step or to resend, as much of the key as it takes. */
const SteerRequest = z.object({ act: Act, subject: z.string(), step: z.string().optional() });
export type SteerRequest = z.infer<typeof SteerRequest>;

const SteerReply = z.object({
  /** How many occurrences were cancelled, or messages put back into the outbox. */
  count: z.int(),
  /** Messages that failed and were left, for they are of no use any more, or paused. */
  outdated: z.int().default(0),
  paused: z.int().default(0),
});
export type SteerReply = z.infer<typeof SteerReply>;

export const steerTask = defineTask({
  name: 'steer',
  needsDatabase: true,
  request: SteerRequest,
  reply: SteerReply,
  async run(desk, { act, subject: name, step }) {
    const subject = await findSubject(desk, name);
    switch (act) {
      case 'pause':
        await pauseSubject(desk.database, subject, desk.clock.now());
        return { count: 0, outdated: 0, paused: 0 };
      case 'resume':
        await resumeSubject(desk.database, subject, desk.clock.now());
        return { count: 0, outdated: 0, paused: 0 };
      case 'cancel':
        return { count: await cancelSubject(desk.database, subject, step), outdated: 0, paused: 0 };
      case 'resend':
        return resend(desk, subject, step);
    }
  },
});

const NAME = /^(?<topic>[a-z]+):(?<county>[^/:]+)\/[^:]+$/;

async function findSubject({ database }: Desk, name: string): Promise<PausedSubject> {
  const parts = NAME.exec(name)?.groups;
  const topic = TopicKind.safeParse(parts?.topic);
  const countyId = CountyId.safeParse(parts?.county);
  if (topic.success && countyId.success) {
    const id = SubjectId.parse(name.slice(topic.data.length + 1));
    const subject = { topic: topic.data, countyId: countyId.data, id };
    if ((await listOccurrences(database.db, topic.data, subject)).length > 0) return subject;
  }
  throw new InvalidInput(
    `Nothing is planned for "${name}". Name the topic, the county and the id, as call:vasterbotten/tia-2019-1; ` +
      '`samverk status` shows what comes next.',
  );
}

async function resend(
  { database, clock }: Desk,
  subject: PausedSubject,
  step: string | undefined,
): Promise<SteerReply> {
  const occurrences = await listOccurrences(database.db, subject.topic, subject);
  const sum = { count: 0, outdated: 0, paused: 0 };
  for (const { key: occurrenceKey } of occurrences.filter((one) => step === undefined || one.step === step)) {
    const retried = await resendFailed(database, { countyId: subject.countyId, occurrenceKey }, clock.now());
    sum.count += retried.again;
    sum.outdated += retried.outdated;
    sum.paused += retried.paused;
  }
  return sum;
}
