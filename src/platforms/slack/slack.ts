// Slack: channels, private channels, group and direct messages, in several workspaces at once.

import { forgetPosts } from '../../outer/forget-posts.ts';
import { createTurnstile } from '../../outer/turnstile.ts';
import type { Platform } from '../../platform.ts';
import { createApi } from './slack-api.ts';
import { type Door, openDoor } from './slack-door.ts';
import type { Installations } from './slack-installation.ts';
import { createPace } from './slack-limits.ts';
import { createMembers } from './slack-members.ts';
import { readAddress } from './slack-place.ts';
import { createPoster } from './slack-post.ts';
import { createRespond } from './slack-respond.ts';
import { createSay } from './slack-say.ts';
import { createSetting, type SlackDeps } from './slack-setting.ts';
import { createShow } from './slack-show.ts';
import { createWhereabouts } from './slack-where.ts';

export interface Slack extends Required<Platform> {
  /** Lets go of the socket, where there is one. */
  close(): Promise<void>;
}

export function createSlack(deps: SlackDeps, installations: Installations): Slack {
  const setting = createSetting(deps);
  const pace = createPace(deps.postsPerMinute);
  const api = createApi({ setting, installations, turnstile: createTurnstile(pace, deps.now) });
  const members = createMembers(setting, api);
  const whereabouts = createWhereabouts({ setting, api, members });
  const respond = createRespond(setting, api);
  const show = createShow({ setting, api, respond });
  const say = createSay({ setting, api, respond });
  const doors: Door[] = [];
  const parts = { setting, installations, api, members, whereabouts, respond, show, say };
  return {
    name: 'slack',
    pace,
    tenantOf: (conversation) => readAddress(conversation).teamId,
    ...createPoster(setting, api),
    listMembers: members.list,
    openPersonal: members.openPersonal,
    tidy: () => forgetPosts({ ...setting, platform: 'slack' }),
    listen(handle) {
      const door = openDoor(parts, handle);
      doors.push(door);
      return door.handler;
    },
    async close() {
      await Promise.all(doors.map((door) => door.close()));
    },
  };
}
