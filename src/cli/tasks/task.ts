// Something that a verb asks for, whether the running service does it or the verb itself.
import type { z } from 'zod';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/open.ts';
import type { Topics } from '../../topic.ts';

/** What a task has to work with. */
export interface Desk {
  readonly database: Database;
  readonly clock: Clock;
  readonly topics: Topics;
  readonly publicUrl: string;
  findSecret(): Promise<string>;
  /** The service itself is at this desk. */
  readonly isService: boolean;
}

export interface Task<Request, Reply> {
  readonly name: string;
  readonly reply: z.ZodType<Reply>;
  /** It has nothing to do where there is no database yet. */
  readonly needsDatabase: boolean;
  /** Throws what can be told without the database, before one is opened. */
  check?(request: Request): void;
  run(desk: Desk, request: Request): Promise<Reply>;
  /** The same for a request as it comes over the socket. */
  answer(desk: Desk, body: unknown): Promise<Reply>;
}

export interface TaskParts<Request, Reply> extends Omit<Task<Request, Reply>, 'answer'> {
  readonly request: z.ZodType<Request>;
}

export function defineTask<Request, Reply>({ request, ...parts }: TaskParts<Request, Reply>): Task<Request, Reply> {
  return { ...parts, answer: (desk, body) => parts.run(desk, request.parse(body)) };
}
