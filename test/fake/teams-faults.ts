// What goes wrong at the connector.

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
