// What Slack answers when it refuses, and what follows from it.
import { findCode, isError, PlatformError, type Refusal } from '../../errors.ts';

interface Meaning extends Pick<Refusal, 'verdict' | 'code' | 'isForAll'> {
  /** What to do about it, for whoever reads the log. */
  readonly advice: string;
}

const forAll = { verdict: 'permanent', isForAll: true } as const;
const ourFault = { verdict: 'permanent', code: 'bad-argument', advice: 'Report it: the post is not right.' } as const;
const tooLarge = { verdict: 'permanent', code: 'too-large', advice: 'Shorten it, or link to it.' } as const;
const tryLater = { verdict: 'later', advice: 'It is tried again by itself.' } as const;
const mayHaveArrived = { verdict: 'unknown', advice: 'It is looked for before it is sent again.' } as const;
const restricted = {
  ...forAll,
  code: 'not-permitted',
  advice: "The workspace's or the channel's settings keep the app from posting there.",
} as const;
const scopes = {
  ...forAll,
  code: 'not-permitted',
  advice: 'Give the app the scopes of its manifest and install it again.',
} as const;
const notAdmitted = {
  ...forAll,
  code: 'not-installed',
  advice: "The workspace's administrator has to let it in.",
} as const;
const tokenGone = { ...forAll, code: 'token-revoked', advice: 'Install the app in the workspace again.' } as const;
const tokenWrong = { verdict: 'later', code: 'unauthorized', advice: 'If it goes on: check the token.' } as const;
const expired = { verdict: 'permanent', code: 'too-late', advice: 'The person presses again.' } as const;

/**
 * Every code that Slack documents for what we call, by its name.
 * @see https://docs.slack.dev/reference/methods/chat.postMessage#errors and the pages beside it
 */
const BY_CODE: Readonly<Record<string, Meaning>> = {
  account_inactive: { ...forAll, code: 'account-inactive', advice: 'The app was switched off in the workspace.' },
  token_revoked: tokenGone,
  token_expired: tokenWrong,
  invalid_auth: tokenWrong,
  not_authed: tokenWrong,
  not_allowed_token_type: scopes,
  missing_scope: scopes,
  no_permission: scopes,
  no_scope: scopes,
  access_denied: notAdmitted,
  accesslimited: notAdmitted,
  ekm_access_denied: notAdmitted,
  enterprise_is_restricted: notAdmitted,
  team_access_not_granted: notAdmitted,
  team_not_found: notAdmitted,
  two_factor_setup_required: notAdmitted,
  org_login_required: { ...tryLater, code: 'workspace-moving' },
  team_added_to_org: { ...tryLater, code: 'workspace-moving' },

  channel_not_found: { ...forAll, code: 'conversation-gone', advice: 'It was deleted, or the app may not see it.' },
  channel_type_not_supported: { ...forAll, code: 'conversation-gone', advice: 'Choose another conversation.' },
  is_archived: { ...forAll, code: 'archived', advice: 'Open the channel again and invite the app.' },
  not_in_channel: { ...forAll, code: 'removed', advice: 'Invite the app to the channel again.' },
  user_not_in_channel: { verdict: 'permanent', code: 'no-member', advice: 'The person is not there.' },
  messages_tab_disabled: { ...forAll, code: 'blocked', advice: "Allow messages in the app's Home settings." },
  cannot_dm_bot: { ...forAll, code: 'blocked', advice: 'It is a bot.' },
  user_is_bot: { ...forAll, code: 'blocked', advice: 'It is a bot.' },
  user_disabled: { ...forAll, code: 'blocked', advice: 'The account is closed.' },
  user_not_found: { verdict: 'permanent', code: 'no-member', advice: 'The person is not there.' },
  user_not_visible: { verdict: 'permanent', code: 'no-member', advice: 'The person is not there.' },
  users_not_found: { verdict: 'permanent', code: 'no-member', advice: 'The person is not there.' },
  restricted_action: restricted,
  restricted_action_read_only_channel: restricted,
  restricted_action_thread_only_channel: restricted,
  restricted_action_non_threadable_channel: restricted,
  restricted_action_thread_locked: restricted,
  slack_connect_file_link_sharing_blocked: restricted,
  thread_locked: restricted,

  message_not_found: { verdict: 'permanent', code: 'gone', advice: 'It was deleted. Post it anew.' },
  thread_not_found: { verdict: 'permanent', code: 'gone', advice: 'It was deleted. Post it anew.' },
  cannot_reply_to_message: { verdict: 'permanent', code: 'gone', advice: 'It was deleted. Post it anew.' },
  cant_update_message: { verdict: 'permanent', code: 'not-editable', advice: 'It was posted by somebody else.' },
  cant_delete_message: { verdict: 'permanent', code: 'not-editable', advice: 'It was posted by somebody else.' },
  edit_window_closed: { verdict: 'permanent', code: 'not-editable', advice: 'The workspace lets nobody edit so late.' },

  msg_too_long: tooLarge,
  msg_blocks_too_long: tooLarge,
  metadata_too_large: tooLarge,
  too_many_attachments: tooLarge,
  view_too_large: tooLarge,

  no_text: ourFault,
  invalid_blocks: ourFault,
  invalid_blocks_format: ourFault,
  invalid_arguments: ourFault,
  invalid_arg_name: ourFault,
  invalid_array_arg: ourFault,
  invalid_charset: ourFault,
  invalid_cursor: ourFault,
  invalid_form_data: ourFault,
  invalid_metadata_format: ourFault,
  invalid_metadata_schema: ourFault,
  invalid_post_type: ourFault,
  invalid_trigger: expired,
  invalid_trigger_id: expired,
  missing_post_type: ourFault,
  markdown_text_conflict: ourFault,
  unknown_method: ourFault,
  deprecated_endpoint: ourFault,
  method_deprecated: ourFault,

  expired_trigger_id: expired,
  trigger_expired: expired,
  exchanged_trigger_id: expired,
  trigger_exchanged: expired,
  hash_conflict: { verdict: 'permanent', code: 'view-changed', advice: 'Another change of the same modal came first.' },
  not_found: { verdict: 'permanent', code: 'view-gone', advice: 'The person has closed it.' },
  view_not_found: { verdict: 'permanent', code: 'view-gone', advice: 'The person has closed it.' },

  rate_limited: { ...tryLater, code: 'rate-limited' },
  ratelimited: { ...tryLater, code: 'rate-limited' },
  message_limit_exceeded: { ...tryLater, code: 'rate-limited' },
  request_timeout: { ...tryLater, code: 'not-read' },
  fatal_error: { ...mayHaveArrived, code: 'service' },
  internal_error: { ...mayHaveArrived, code: 'service' },
  service_unavailable: { ...mayHaveArrived, code: 'unavailable' },
  team_quota_exceeded: { ...tryLater, code: 'service' },
};

/** What came back of a call, where it was not what we asked for. */
export type Rejection =
  /** Slack's own word for it. */
  | { readonly kind: 'refused'; readonly code: string; readonly retryAfterMs?: number | undefined }
  | { readonly kind: 'limited'; readonly retryAfterMs?: number | undefined }
  /** A number where Slack's own answer should be: something stands before it. */
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'silence'; readonly error: unknown };

export function toRefusal(rejection: Rejection, tried: string): PlatformError {
  switch (rejection.kind) {
    case 'refused':
      return refuse(explain(rejection.code), `Slack answered "${nameCode(rejection.code)}" to ${tried}.`, rejection);
    case 'limited':
      return refuse({ ...tryLater, code: 'rate-limited' }, `Slack asked to wait before ${tried}.`, rejection);
    case 'status':
      return refuse(explainStatus(rejection.status), `Slack answered ${rejection.status} to ${tried}.`);
    case 'silence':
      return toSilence(rejection.error, tried);
  }
}

function refuse(
  { advice, ...meaning }: Meaning,
  said: string,
  { retryAfterMs }: { readonly retryAfterMs?: number | undefined } = {},
): PlatformError {
  return new PlatformError(`${said} ${advice}`, {
    ...meaning,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** A word that we do not know is a no; what is no word at all, such as a page of a proxy's, says nothing. */
function explain(code: string): Meaning {
  const known = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
  if (known) return known;
  if (isCode(code)) return { verdict: 'permanent', code: 'refused', advice: 'Report it.' };
  return { ...mayHaveArrived, code: 'unreadable' };
}

function explainStatus(status: number): Meaning {
  if (status === 429) return { ...tryLater, code: 'rate-limited' };
  if (status >= 500 || status === 408) return { ...mayHaveArrived, code: 'service' };
  return { verdict: 'permanent', code: 'refused', advice: 'Report it.' };
}

function nameCode(code: string): string {
  return isCode(code) ? code : 'something unreadable';
}

function isCode(code: string): boolean {
  return /^[a-z][a-z0-9_]{1,63}$/.test(code);
}

/** Nothing had left the house when these came: the name was not found, nobody listened, no secure line was made. */
const NEVER_LEFT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS)/;

/** A request that got no answer. Where it may have left the house, it may have arrived. */
function toSilence(error: unknown, tried: string): PlatformError {
  const code = findCode(error) ?? (isError(error) ? findCode(error.cause) : undefined);
  const neverLeft = code !== undefined && NEVER_LEFT.test(code);
  return new PlatformError(`No answer from Slack to ${tried} (${code ?? 'no code'}).`, {
    verdict: neverLeft ? 'later' : 'unknown',
    code: neverLeft ? 'unreachable' : 'no-answer',
    cause: error,
  });
}

/** The app is not, or no longer, installed in the workspace. */
export function refuseNotInstalled(): PlatformError {
  return new PlatformError('The app is not installed in the workspace. Install it there.', {
    verdict: 'permanent',
    code: 'not-installed',
    isForAll: true,
  });
}
