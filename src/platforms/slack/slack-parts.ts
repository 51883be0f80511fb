// What answering in Slack is made of: each part is handed the others it needs.
import type { Handle } from '../../platform.ts';
import type { Api } from './slack-api.ts';
import type { Installation, Installations } from './slack-installation.ts';
import type { Members } from './slack-members.ts';
import type { Respond } from './slack-respond.ts';
import type { Say } from './slack-say.ts';
import type { SlackSetting } from './slack-setting.ts';
import type { Show } from './slack-show.ts';
import type { Whereabouts } from './slack-where.ts';

export interface Parts {
  readonly setting: SlackSetting;
  readonly installations: Installations;
  readonly api: Api;
  readonly members: Members;
  readonly whereabouts: Whereabouts;
  readonly respond: Respond;
  readonly show: Show;
  readonly say: Say;
}

export interface Answering extends Parts {
  readonly handle: Handle;
  /** Of the workspace that something happened in. */
  readonly installation: Installation;
}
