// English texts: why something did not arrive.

export const failures: Readonly<Record<string, string>> = {
  'account-inactive': 'the account is closed',
  archived: 'the channel is archived',
  'bad-argument': 'the platform did not understand the message. Talk to your operator',
  'bad-gateway': 'the platform did not answer',
  blocked: 'the person has blocked Samverk',
  'conversation-gone': 'the conversation is not there any more',
  deleted: 'the conversation was deleted',
  'disabled-by-admin': "the organisation's administrator has turned Samverk off",
  forbidden: 'Samverk may not write there',
  'gateway-timeout': 'the platform did not answer',
  gone: 'the post was deleted',
  left: "the group or the person is no longer in the county's file",
  'no-member': 'the person is not there',
  'not-installed': 'Samverk is not installed there',
  'not-permitted': 'Samverk lacks the permission there',
  'rate-limited': 'the platform took no more just then',
  removed: 'Samverk was removed from there',
  service: 'a fault at the platform',
  'tenant-not-listed': "the organisation is not in the county's file",
  timeout: 'the platform did not answer in time',
  'token-revoked': "Samverk's key is no longer valid. Install the app again",
  'too-large': 'the message was too large',
  unauthorized: "Samverk's key is not valid. Talk to your operator",
  unavailable: 'the platform was down',
  unbound: 'the group was disconnected from here',
  unconfirmed: 'nobody knows whether it arrived',
  unforeseen: 'something unexpected went wrong',
};

export function explainFailure(code: string): string {
  const gaveUp = code.startsWith('gave-up:');
  const why = failures[gaveUp ? code.slice('gave-up:'.length) : code] ?? code;
  return gaveUp ? `${why}, after several attempts` : why;
}
