// What the room is given, and what it makes of it: passed to every part of the room.
import type { Clock } from '../../clock.ts';
import type { Db } from '../../database/open.ts';
import type { Log } from '../../log.ts';
import { createSeal, type Seal } from '../../seal.ts';
import type { Language } from '../../text/language.ts';
import type { RoomPeople } from './room-people.ts';

export interface Elsewhere {
  readonly url: string;
  /** What it is called in a language. */
  readonly name: (language: Language) => string;
}

export interface RoomDeps {
  readonly db: Db;
  readonly clock: Clock;
  /** Signs links and sessions. Whoever has it can be anybody; changing it ends every link and session. */
  readonly secret: string;
  /** Where people reach us, as "https://samverk.example.org". */
  readonly publicUrl: string;
  /** Anyone who reaches the room may be anyone: only on the same computer. */
  readonly isLocal: boolean;
  readonly people: RoomPeople;
  /** Another place of ours that people go to from here, where there is one. */
  readonly elsewhere?: Elsewhere;
  readonly log: Log;
}

export interface RoomSetting extends RoomDeps {
  readonly seal: Seal;
  readonly isHttps: boolean;
}

/** Where main.ts mounts the room. */
export const ROOM = '/room';

export function createSetting(deps: RoomDeps): RoomSetting {
  return { ...deps, seal: createSeal(deps.secret, 'room'), isHttps: new URL(deps.publicUrl).protocol === 'https:' };
}
