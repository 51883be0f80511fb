// What Teams answers when it refuses, and what follows from it.
import { z } from 'zod';
import { findCode, isError, PlatformError, type Refusal } from '../../errors.ts';

interface Meaning extends Pick<Refusal, 'verdict' | 'code' | 'isForAll'> {
  /** What to do about it, for whoever reads the log. */
  readonly advice: string;
}

const removed = { verdict: 'permanent', isForAll: true } as const;
const tryLater = { verdict: 'later', advice: 'It is tried again by itself.' } as const;
/** A gateway gave up: Microsoft asks to try again, but what was behind it may have taken the message in. */
const doubted = { verdict: 'unknown', advice: 'It is looked for, and tried again by itself.' } as const;

/**
 * Every code that Microsoft documents for bots, by the name in the answer's body.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages (MessageWritesBlocked)
 */
const BY_CODE: Readonly<Record<string, Meaning>> = {
  'Bad Argument': { verdict: 'permanent', code: 'bad-argument', advice: 'Report it: the card is not right.' },
  BadArgument: { verdict: 'permanent', code: 'bad-argument', advice: 'Report it: the card is not right.' },
  BadSyntax: { verdict: 'permanent', code: 'bad-argument', advice: 'Report it: the card is not right.' },
  BotNotRegistered: {
    verdict: 'later',
    code: 'not-registered',
    advice: "Check TEAMS_CLIENT_ID, and that the bot's registration has the Teams channel.",
  },
  BotDisabledByAdmin: { ...removed, code: 'disabled-by-admin', advice: "The tenant's administrator has to allow it." },
  BotNotInConversationRoster: { ...removed, code: 'removed', advice: 'Add the bot to the conversation again.' },
  ConversationBlockedByUser: { ...removed, code: 'blocked', advice: 'The person has to unblock the bot.' },
  MessageWritesBlocked: { ...removed, code: 'blocked', advice: 'The bot was blocked or uninstalled there.' },
  ForbiddenOperationException: {
    ...removed,
    code: 'not-installed',
    advice: 'Install the app there, or open the team.',
  },
  InvalidBotApiHost: { ...removed, code: 'wrong-host', advice: 'The tenant is served elsewhere. Add the bot again.' },
  NotEnoughPermissions: { ...removed, code: 'not-permitted', advice: 'Give the app the permission and add it again.' },
  ConversationNotFound: { ...removed, code: 'conversation-gone', advice: 'It was deleted. Choose another.' },
  ActivityNotFoundInConversation: { verdict: 'permanent', code: 'gone', advice: 'It was deleted. Post it anew.' },
  MemberNotFoundInConversation: { verdict: 'permanent', code: 'no-member', advice: 'The person is not there.' },
  PreconditionFailed: { ...tryLater, code: 'precondition' },
  MessageSizeTooBig: { verdict: 'permanent', code: 'too-large', advice: 'Shorten it, or link to it.' },
  Throttled: { ...tryLater, code: 'rate-limited' },
  ServiceError: { ...tryLater, code: 'service' },
};

/** The same by number, where the body names no code that we know. */
const BY_STATUS: Readonly<Record<number, Meaning>> = {
  400: { verdict: 'permanent', code: 'bad-argument', advice: 'Report it: the card is not right.' },
  401: { verdict: 'later', code: 'unauthorized', advice: 'If it goes on: check the credentials.' },
  403: { verdict: 'permanent', code: 'forbidden', advice: 'Check that the app is installed there.' },
  404: { ...removed, code: 'conversation-gone', advice: 'It was deleted. Choose another.' },
  408: { ...doubted, code: 'timeout' },
  412: { ...tryLater, code: 'precondition' },
  413: { verdict: 'permanent', code: 'too-large', advice: 'Shorten it, or link to it.' },
  429: { ...tryLater, code: 'rate-limited' },
  502: { ...doubted, code: 'bad-gateway' },
  503: { ...doubted, code: 'unavailable' },
  504: { ...doubted, code: 'gateway-timeout' },
};

const UNKNOWN: Meaning = { verdict: 'unknown', code: 'service', advice: 'It is looked for before it is sent again.' };
const REFUSED: Meaning = { verdict: 'permanent', code: 'refused', advice: 'Report it.' };

export interface Rejection {
  readonly status: number;
  readonly body: string;
  readonly retryAfter?: string | undefined;
  /** What was tried: "post", "change". */
  readonly tried: string;
}

const Body = z.object({ error: z.object({ code: z.string() }) });

/** Whatever else is true: a 429 is about the pace, a 5xx never about us. */
export function toRefusal({ status, body, retryAfter, tried }: Rejection): PlatformError {
  const theirs = readCode(body);
  const { advice, ...meaning } = explain(status, theirs, tried);
  const retryAfterMs = readRetryAfter(retryAfter);
  return new PlatformError(`Teams answered ${status} (${theirs ?? 'no code'}) to "${tried}". ${advice}`, {
    ...meaning,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

function explain(status: number, theirs: string | undefined, tried: string): Meaning {
  const known = theirs === undefined || !Object.hasOwn(BY_CODE, theirs) ? undefined : BY_CODE[theirs];
  const isTheirs = status === 429 || status >= 500;
  // A post that is gone while its conversation stands: posted anew.
  if (status === 404 && tried === 'change' && known?.code !== 'conversation-gone') {
    return { verdict: 'permanent', code: 'gone', advice: 'It was deleted. Post it anew.' };
  }
  if (known && !isTheirs) return known;
  return BY_STATUS[status] ?? (status >= 500 ? UNKNOWN : REFUSED);
}

function readCode(body: string): string | undefined {
  try {
    return Body.safeParse(JSON.parse(body)).data?.error.code;
  } catch {
    return undefined;
  }
}

/** Seconds, as RFC 9110 has it; a date is not sent by Teams. */
function readRetryAfter(header: string | undefined): number | undefined {
  const seconds = Number(header?.trim() || Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}

/** Nothing had left the house when these came: the name was not found, nobody listened, no secure line was made. */
const NEVER_LEFT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS)/;

/** A request that got no answer. Where it may have left the house, it may have arrived. */
export function toSilence(error: unknown, tried: string): PlatformError {
  const code = findCode(error) ?? (isError(error) ? findCode(error.cause) : undefined);
  const neverLeft = code !== undefined && NEVER_LEFT.test(code);
  return new PlatformError(`No answer from Teams to "${tried}" (${code ?? 'no code'}).`, {
    verdict: neverLeft ? 'later' : 'unknown',
    code: neverLeft ? 'unreachable' : 'no-answer',
    cause: error,
  });
}

const GATEWAY: readonly string[] = ['bad-gateway', 'unavailable', 'gateway-timeout', 'timeout'];

/** The answer came from in front of Teams, not from Teams. */
export function isDoubtful({ code }: PlatformError): boolean {
  return GATEWAY.includes(code);
}
