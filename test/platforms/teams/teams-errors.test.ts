// What follows from each answer of Teams' connector?
import { describe, expect, test } from '@jest/globals';
import { isDoubtful, toRefusal, toSilence } from '../../../src/platforms/teams/teams-errors.ts';

const refuse = (status: number, code: string | undefined, tried = 'post') =>
  toRefusal({
    status,
    body: code === undefined ? '' : JSON.stringify({ error: { code, message: 'Hemligt.' } }),
    tried,
  });

describe('a refusal', () => {
  test.each([
    [400, 'Bad Argument', 'bad-argument'],
    [413, 'MessageSizeTooBig', 'too-large'],
    [404, 'ActivityNotFoundInConversation', 'gone'],
  ])('%i %s is for good, and about this message alone', (status, code, ours) => {
    expect(refuse(status, code)).toMatchObject({ verdict: 'permanent', code: ours, isForAll: false });
  });

  test.each([
    [403, 'BotNotInConversationRoster', 'removed'],
    [403, 'ConversationBlockedByUser', 'blocked'],
    [403, 'MessageWritesBlocked', 'blocked'],
    [403, 'BotDisabledByAdmin', 'disabled-by-admin'],
    [403, 'ForbiddenOperationException', 'not-installed'],
    [403, 'NotEnoughPermissions', 'not-permitted'],
    [403, 'InvalidBotApiHost', 'wrong-host'],
    [404, 'ConversationNotFound', 'conversation-gone'],
    [404, undefined, 'conversation-gone'],
  ])('%i %s is for good, and for everything that is sent there', (status, code, ours) => {
    expect(refuse(status, code)).toMatchObject({ verdict: 'permanent', code: ours, isForAll: true });
  });

  test.each([
    [401, 'BotNotRegistered'],
    [401, 'Unauthorized'],
    [412, 'PreconditionFailed'],
    [429, 'Throttled'],
  ])('%i %s is tried again later', (status, code) => {
    expect(refuse(status, code)).toMatchObject({ verdict: 'later', isForAll: false });
  });

  test.each([502, 503, 504, 408])(
    '%i comes from in front of Teams: it may have arrived, and is looked for',
    (status) => {
      expect(refuse(status, undefined)).toMatchObject({ verdict: 'unknown', isForAll: false });
    },
  );

  test('of a change says that the post is gone, unless the whole conversation is', () => {
    expect(refuse(404, 'MessageNotFound', 'change')).toMatchObject({ verdict: 'permanent', code: 'gone' });
    expect(refuse(404, 'ConversationNotFound', 'change')).toMatchObject({ code: 'conversation-gone', isForAll: true });
  });

  test('that nobody documented is not taken for a no: a broken server may have taken it in', () => {
    expect(refuse(500, 'Whatever')).toMatchObject({ verdict: 'unknown' });
    expect(refuse(418, 'Teapot')).toMatchObject({ verdict: 'permanent', code: 'refused' });
    expect(refuse(403, 'toString')).toMatchObject({ verdict: 'permanent', code: 'forbidden' });
  });

  test('by a gateway is doubtful, one by Teams itself is not', () => {
    expect([502, 503, 504].map((status) => isDoubtful(refuse(status, undefined)))).toEqual([true, true, true]);
    expect([401, 412, 429].map((status) => isDoubtful(refuse(status, undefined)))).toEqual([false, false, false]);
  });

  test.each([
    ['3', 3_000],
    ['0.5', 500],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
    ['', undefined],
    ['-1', undefined],
  ])('with Retry-After %j waits %s ms', (retryAfter, retryAfterMs) => {
    expect(toRefusal({ status: 429, body: '{}', retryAfter, tried: 'post' }).retryAfterMs).toBe(retryAfterMs);
  });

  test("does not repeat what Teams' message says", () => {
    expect(refuse(403, 'BotDisabledByAdmin').message).not.toContain('Hemligt');
  });
});

describe('silence', () => {
  const failed = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) });

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    'before anything was sent (%s) is later',
    (code) => {
      expect(toSilence(failed(code), 'post')).toMatchObject({ verdict: 'later', code: 'unreachable' });
    },
  );

  test.each(['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT'])(
    'after it was sent (%s) is unknown',
    (code) => {
      expect(toSilence(failed(code), 'post')).toMatchObject({ verdict: 'unknown', code: 'no-answer' });
    },
  );

  test('of which nothing is known is unknown', () => {
    expect(toSilence(new DOMException('late', 'TimeoutError'), 'post')).toMatchObject({ verdict: 'unknown' });
  });
});
