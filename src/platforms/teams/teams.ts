// Microsoft Teams: channels, group chats and personal chats.

import { forgetPosts } from '../../outer/forget-posts.ts';
import { createTurnstile } from '../../outer/turnstile.ts';
import type { Platform } from '../../platform.ts';
import { createConnector } from './teams-connector.ts';
import { createDoor } from './teams-door.ts';
import { createLook } from './teams-graph.ts';
import { createPace } from './teams-limits.ts';
import { createMembers } from './teams-members.ts';
import { readAddress } from './teams-place.ts';
import { createPoster } from './teams-post.ts';
import { createSayPrivately } from './teams-private.ts';
import { createSay } from './teams-say.ts';
import { createSetting, type TeamsDeps } from './teams-setting.ts';
import { createTokens } from './teams-token.ts';
import { createWhereabouts } from './teams-where.ts';

export type Teams = Required<Omit<Platform, 'hasBegun'>>;

export function createTeams(deps: TeamsDeps): Teams {
  const setting = createSetting(deps);
  const tokens = createTokens(setting);
  const pace = createPace(deps.tenantPerSecond);
  const connector = createConnector({ setting, tokens, turnstile: createTurnstile(pace) });
  const poster = createPoster({ setting, connector, look: createLook(setting, tokens) });
  const members = createMembers(setting, connector);
  const whereabouts = createWhereabouts(setting, connector);
  const say = createSay(setting, connector);
  const sayPrivately = createSayPrivately({ say, members, log: deps.log });
  return {
    name: 'teams',
    pace,
    tenantOf: (conversation) => readAddress(conversation).tenantId,
    ...poster,
    listMembers: members.list,
    openPersonal: members.openPersonal,
    tidy: () => forgetPosts({ ...setting, platform: 'teams' }),
    listen: (handle) => createDoor(setting, { members, whereabouts, say, sayPrivately }, handle),
  };
}
