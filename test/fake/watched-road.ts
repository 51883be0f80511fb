// The real database, queue and topic, which say when they come to a step of the way. Nothing else about them is different.
import type { Database } from '../../src/database/open.ts';
import type { Queue } from '../../src/database/queue.ts';
import { deliveryQueue } from '../../src/delivery/deliver.ts';
import { TELL_QUEUE } from '../../src/reminders/hand-out.ts';
import type { Topic } from '../../src/topic.ts';
import type { Death } from './sudden-death.ts';

export interface Watch {
  database(opened: Database): Database;
  queue(started: Queue): Queue;
  topic(told: Topic): Topic;
}

export function createWatch({ comeTo }: Death): Watch {
  let isTold = false;
  return {
    database(opened) {
      const execute = async (sql: TemplateStringsArray, ...values: unknown[]) => {
        const isSettling = sql[0]?.includes('update delivery d set state');
        if (isSettling) comeTo('settling');
        const count = await opened.db.$executeRaw(sql, ...values);
        if (isSettling) comeTo('settled');
        return count;
      };
      const db = new Proxy(opened.db, {
        get: (target, name) => (name === '$executeRaw' ? execute : Reflect.get(target, name)),
      });
      const transaction: Database['transaction'] = async (work) => {
        const result = await opened.transaction(work);
        if (isTold) comeTo('told');
        isTold = false;
        return result;
      };
      return { ...opened, db, transaction };
    },
    queue: (started) => ({
      ...started,
      async enqueue(tx, jobs) {
        if (jobs.some(({ queue }) => queue === TELL_QUEUE)) comeTo('handing-out');
        isTold ||= jobs.some(({ queue, startAt }) => queue === deliveryQueue('room') && startAt === undefined);
        await started.enqueue(tx, jobs);
      },
    }),
    topic: (told) => ({
      ...told,
      async message(...asked) {
        comeTo('telling');
        return told.message(...asked);
      },
      async onAnswers() {
        comeTo('keeping');
      },
    }),
  };
}
