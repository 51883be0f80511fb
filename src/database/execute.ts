// Plain SQL, for what does not go through Prisma: migrations and the job queue.

export interface Result {
  readonly rows: unknown[];
}

/** Several statements at once are allowed when there are no values. */
export type Execute = (text: string, values?: unknown[]) => Promise<Result>;
