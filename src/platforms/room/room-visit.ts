// One person at one place of the room, now: what every page is made from.
import { randomUUID } from 'node:crypto';
import { toLocal } from '../../calendar/zone.ts';
import type { Handle } from '../../platform.ts';
import type { RoomShowing } from './message-card.tsx';
import type { Views } from './room-inbox.ts';
import type { Outcome } from './room-outcome.ts';
import type { Place } from './room-place.ts';
import type { Visitor } from './room-session.ts';
import { ROOM, type RoomSetting } from './room-setting.ts';

export interface Visit {
  readonly setting: RoomSetting;
  readonly handle: Handle;
  readonly visitor: Visitor;
  readonly at: Place;
  /** What came of what the person just did. */
  readonly outcome?: Outcome | undefined;
}

export const ACT = `${ROOM}/act`;

export function toShowing({ setting, visitor, at, outcome }: Visit, views: Views): RoomShowing {
  const { zone } = visitor.county;
  return {
    language: visitor.language,
    action: ACT,
    csrf: visitor.csrf,
    nonce: randomUUID(),
    origin: new URL(setting.publicUrl).origin,
    at,
    zone,
    today: toLocal(setting.clock.now(), zone).date,
    views,
    outcome,
  };
}
