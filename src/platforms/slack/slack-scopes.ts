// What the app asks a workspace to be allowed: the manifests and docs/slack.md say the same, and why.
export const SLACK_SCOPES = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'groups:history',
  'groups:read',
  'im:history',
  'im:write',
  'mpim:history',
  'mpim:read',
  'users:read',
  'users:read.email',
] as const;
