// Something happened in a workspace: somebody wrote to us, or our place in a conversation changed.
import type { Belonging } from '../../platform.ts';
import { textsIn } from '../../text/texts.ts';
import { ask, isForAll, readLanguage } from './slack-ask.ts';
import { showHome } from './slack-home.ts';
import { type Happening, readHappening, toEventKey } from './slack-incoming.ts';
import type { Installation } from './slack-installation.ts';
import type { Answering } from './slack-parts.ts';
import type { Of } from './slack-payload.ts';
import type { Spot } from './slack-where.ts';

export async function answerEvent(parts: Answering, payload: Of<'event'>): Promise<void> {
  const { teamId } = payload;
  const key = toEventKey(payload);
  const happening = readHappening(payload, parts.installation.botUserId);
  switch (happening.kind) {
    case 'wrote':
      return answerWriting(parts, happening, key);
    case 'home':
      return showHome(parts, teamId, happening.userId);
    case 'joined':
    case 'left':
    case 'renamed':
      return tellBelonging(parts, happening, key);
    case 'uninstalled': {
      if (isOfBefore(payload, parts.installation)) return;
      await parts.handle.notice({ kind: 'uninstalled', key, from: toStranger(teamId, teamId) });
      return parts.installations.forget(teamId);
    }
    case 'user-changed':
      return parts.members.forget(teamId, happening.userId);
    case 'nothing':
      return;
  }
}

/** Slack tells late, and not in order: what ended before it was installed again says nothing about the new installation. */
function isOfBefore({ event_time }: Of<'event'>, { installedAt }: Installation): boolean {
  return event_time !== undefined && installedAt !== undefined && (event_time + 1) * 1_000 <= installedAt.getTime();
}

/** In direct messages as one answers there; elsewhere nobody else sees what somebody asked, but what is meant for all. */
async function answerWriting(
  parts: Answering,
  { spot, text, threadTs }: Extract<Happening, { kind: 'wrote' }>,
  key: string,
): Promise<void> {
  const { teamId, userId } = spot;
  const language = await readLanguage(parts, teamId, userId);
  const to = await parts.whereabouts.find(spot);
  const asked = text || textsIn(language).slack.commands.help;
  const answer = await ask(parts, { teamId, userId, language }, (from) =>
    parts.handle.take({ kind: 'wrote', key, from, text: asked, at: to }),
  );
  const onlyTo = to.kind === 'personal' || isForAll(answer) ? undefined : userId;
  await parts.say({ to, answer, key, threadTs, onlyTo });
}

type Change = Extract<Happening, { kind: 'joined' | 'left' | 'renamed' }>;

async function tellBelonging(parts: Answering, change: Change, key: string): Promise<void> {
  const { handle, members, whereabouts } = parts;
  const { spot } = change;
  whereabouts.forget(spot.teamId, spot.channelId);
  // A channel is opened again without those who were in it: the bot is invited anew.
  if (change.kind === 'joined' && !(await whereabouts.isIn(spot))) return;
  const from = await members.identify(spot.teamId, spot.userId).catch(() => toStranger(spot.teamId, spot.userId));
  const at = await whereabouts.find(spot);
  const answer = await handle.notice(toBelonging(change, { key, from, at }));
  await parts.say({ to: at, answer, key });
}

type Told = Pick<Extract<Belonging, { kind: 'joined' }>, 'key' | 'from' | 'at'>;

function toBelonging(change: Change, told: Told): Belonging {
  return change.kind === 'left' ? { ...told, kind: 'left', reason: change.reason } : { ...told, kind: change.kind };
}

/** Who cannot be asked about any more has an id, and nothing that anybody vouches for. */
function toStranger(tenant: Spot['teamId'], user: string) {
  return { platform: 'slack', tenant, user: user || tenant } as const;
}
