// What goes wrong at the connector, and for which requests: planned by a seed, so that a bad run can be run again.
import { createHash } from 'node:crypto';

/** The refusals that Microsoft documents, by what they are called in the answer. */
const REFUSALS = {
  unauthorized: { status: 401, code: 'Unauthorized', message: 'Authorization has been denied for this request.' },
  'not-in-roster': { status: 403, code: 'BotNotInConversationRoster', message: 'The bot is not part of the roster.' },
  'writes-blocked': { status: 403, code: 'MessageWritesBlocked', message: 'The user blocked the conversation.' },
  'disabled-by-admin': { status: 403, code: 'BotDisabledByAdmin', message: 'The tenant admin disabled this bot.' },
  'not-found': { status: 404, code: 'ConversationNotFound', message: 'The conversation was not found.' },
  precondition: { status: 412, code: 'PreconditionFailed', message: 'Several operations on the same conversation.' },
  'too-big': { status: 413, code: 'MessageSizeTooBig', message: 'The message is too big.' },
  busy: { status: 429, code: 'Throttled', message: 'Too many requests.' },
  'bad-gateway': { status: 502, code: 'ServiceError', message: 'Bad gateway.' },
  'gateway-timeout': { status: 504, code: 'GatewayTimeout', message: 'No answer in time.' },
} as const;
export type Refusal = keyof typeof REFUSALS;

/** accepted-504 and those after it have taken the message in before they go wrong; slow goes right, in the end. */
const ACCIDENTS = ['cut-before', 'slow', 'accepted-504', 'cut-after', 'silent-after'] as const;
export type Accident = (typeof ACCIDENTS)[number];

export type Fault = Refusal | Accident;

export function isRefusal(fault: Fault): fault is Refusal {
  return fault in REFUSALS;
}

export function describeRefusal(fault: Refusal) {
  return REFUSALS[fault];
}

/** Those after which the same message gets through. */
export const PASSING: readonly Fault[] = [
  'unauthorized',
  'precondition',
  'busy',
  'bad-gateway',
  'gateway-timeout',
  'cut-before',
  'slow',
  'accepted-504',
  'cut-after',
  'silent-after',
];

export interface FaultPlan {
  /** What strikes this request; the same request again is left in peace, as waits grow and a test has no time. */
  strike(request: string): Fault | undefined;
  /** How often each has struck so far. */
  readonly struck: ReadonlyMap<Fault, number>;
}

/** @param share of all requests that meets each of these faults: ten faults of 0.1 strike every request once */
export function planFaults(seed: string, faults: readonly Fault[], share: number): FaultPlan {
  const seen = new Set<string>();
  const struck = new Map<Fault, number>();
  return {
    struck,
    strike(request) {
      if (seen.has(request)) return undefined;
      seen.add(request);
      const fault = faults[Math.floor(drawFrom(`${seed} ${request}`) / share)];
      if (fault) struck.set(fault, (struck.get(fault) ?? 0) + 1);
      return fault;
    },
  };
}

/** From 0 to 1, the same for the same words, whatever came before. */
function drawFrom(words: string): number {
  return createHash('sha256').update(words).digest().readUInt32BE(0) / 2 ** 32;
}
