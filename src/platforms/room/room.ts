// The web room: the platform that is ours. People without Teams or Slack read and answer here.
import { z } from 'zod';
import type { PersonId } from '../../ids.ts';
import type { Conversation, Platform, Sent } from '../../platform.ts';
import { createDoor } from './room-door.ts';
import { judgeTrouble, refuseForeign, refuseGone } from './room-errors.ts';
import { checkSize, pace } from './room-limits.ts';
import { createLinkToken, type LinkPurpose } from './room-link.ts';
import { createLive } from './room-live.ts';
import { createSetting, ROOM, type RoomDeps } from './room-setting.ts';
import { changeMessage, findMessageByKey, postMessage, RoomMessageId } from './room-store.ts';

export interface Room extends Platform {
  /** An address that lets this person in for this purpose, for a limited time. Give it to nobody else. */
  linkFor(personId: PersonId, purpose: LinkPurpose): string;
  /** Ends the open pages' streams, so that the server can stop. */
  close(): void;
}

/** What update needs: the message's own id. */
const Ref = z.object({ id: RoomMessageId });

export function createRoom(deps: RoomDeps): Room {
  const setting = createSetting(deps);
  const live = createLive(setting);
  const { db, clock, seal, publicUrl } = setting;
  return {
    name: 'room',
    pace,
    // The room has no limits to share, so that every conversation is its own tenant.
    tenantOf: ({ id }) => id,
    send: (to, message, key) =>
      judgeTrouble(async () => {
        checkPlatform(to);
        checkSize(message);
        const id = await postMessage(db, { key, conversationId: to.id, message, postedAt: clock.now() });
        return toSent(id);
      }),
    update: (to, sent, message) =>
      judgeTrouble(async () => {
        checkPlatform(to);
        checkSize(message);
        const { id } = Ref.parse(sent.ref);
        if (!(await changeMessage(db, { id, conversationId: to.id }, message))) refuseGone();
      }),
    find: (to, key) =>
      judgeTrouble(async () => {
        const id = await findMessageByKey(db, to.id, key);
        return id && toSent(id);
      }),
    listen: (handle) => createDoor(setting, handle, live),
    linkFor: (personId, purpose) => {
      const token = createLinkToken(seal, { personId, purpose, now: clock.now() });
      return new URL(`${ROOM}/in/${token}`, publicUrl).href;
    },
    close: live.close,
  };
}

function checkPlatform({ platform }: Conversation): void {
  if (platform !== 'room') refuseForeign(platform);
}

function toSent(id: RoomMessageId): Sent {
  return { ref: { id } };
}
