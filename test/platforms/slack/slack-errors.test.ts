// What follows from each of Slack's answers?
import { describe, expect, test } from '@jest/globals';
import { toRefusal } from '../../../src/platforms/slack/slack-errors.ts';

const refuse = (code: string) => toRefusal({ kind: 'refused', code }, 'chat.postMessage');

describe('a refusal', () => {
  test.each([
    ['msg_too_long', 'too-large'],
    ['msg_blocks_too_long', 'too-large'],
    ['metadata_too_large', 'too-large'],
    ['invalid_blocks', 'bad-argument'],
    ['no_text', 'bad-argument'],
    ['message_not_found', 'gone'],
    ['thread_not_found', 'gone'],
    ['cant_update_message', 'not-editable'],
    ['edit_window_closed', 'not-editable'],
    ['expired_trigger_id', 'too-late'],
    ['user_not_found', 'no-member'],
    ['something_new', 'refused'],
  ])('%s is for good, and about this message alone', (code, ours) => {
    expect(refuse(code)).toMatchObject({ verdict: 'permanent', code: ours, isForAll: false });
  });

  test.each([
    ['channel_not_found', 'conversation-gone'],
    ['is_archived', 'archived'],
    ['not_in_channel', 'removed'],
    ['account_inactive', 'account-inactive'],
    ['token_revoked', 'token-revoked'],
    ['restricted_action', 'not-permitted'],
    ['restricted_action_read_only_channel', 'not-permitted'],
    ['missing_scope', 'not-permitted'],
    ['team_access_not_granted', 'not-installed'],
    ['ekm_access_denied', 'not-installed'],
    ['messages_tab_disabled', 'blocked'],
    ['user_is_bot', 'blocked'],
    ['user_disabled', 'blocked'],
  ])('%s is for good, and for everything that is sent there', (code, ours) => {
    expect(refuse(code)).toMatchObject({ verdict: 'permanent', code: ours, isForAll: true });
  });

  test.each(['invalid_auth', 'token_expired', 'org_login_required', 'ratelimited', 'rate_limited', 'request_timeout'])(
    '%s is tried again later',
    (code) => {
      expect(refuse(code)).toMatchObject({ verdict: 'later', isForAll: false });
    },
  );

  test.each(['internal_error', 'fatal_error', 'service_unavailable'])(
    '%s may have taken it in all the same',
    (code) => {
      expect(refuse(code)).toMatchObject({ verdict: 'unknown', isForAll: false });
    },
  );

  test('in no word of Slack says nothing, and is not repeated', () => {
    const page = refuse('<html>Hemligt</html>');

    expect(page).toMatchObject({ verdict: 'unknown' });
    expect(page.message).not.toContain('Hemligt');
    expect(refuse('toString')).toMatchObject({ verdict: 'unknown' });
  });

  test.each([
    [429, 'later'],
    [408, 'unknown'],
    [500, 'unknown'],
    [502, 'unknown'],
    [404, 'permanent'],
  ])('by the number %i alone is %s', (status, verdict) => {
    expect(toRefusal({ kind: 'status', status }, 'chat.postMessage')).toMatchObject({ verdict });
  });

  test('to wait says for how long, where Slack does', () => {
    expect(toRefusal({ kind: 'limited', retryAfterMs: 3_000 }, 'x')).toMatchObject({
      verdict: 'later',
      code: 'rate-limited',
      retryAfterMs: 3_000,
    });
    expect(toRefusal({ kind: 'limited' }, 'x').retryAfterMs).toBeUndefined();
  });
});

describe('silence', () => {
  const silence = (code: string) =>
    toRefusal(
      { kind: 'silence', error: new TypeError('failed', { cause: Object.assign(new Error('x'), { code }) }) },
      'x',
    );

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT'])(
    'before anything was sent (%s) is later',
    (code) => {
      expect(silence(code)).toMatchObject({ verdict: 'later', code: 'unreachable' });
    },
  );

  test.each(['ECONNRESET', 'UND_ERR_SOCKET'])('after it was sent (%s) is unknown', (code) => {
    expect(silence(code)).toMatchObject({ verdict: 'unknown', code: 'no-answer' });
  });

  test('of which nothing is known is unknown', () => {
    const late = toRefusal({ kind: 'silence', error: new DOMException('late', 'TimeoutError') }, 'x');

    expect(late).toMatchObject({ verdict: 'unknown' });
  });
});
