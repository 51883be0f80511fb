// What the desk is given, and what it makes of it: passed to every part of it.
import type { Handle } from '../../platform.ts';
import type { Road } from '../../reminders/road.ts';
import { createSeal, type Seal } from '../../seal.ts';

export interface DeskDeps {
  readonly road: Road;
  /** What is answered here goes the way of every answer. */
  readonly handle: Handle;
  readonly secret: string;
  /** Where people reach us, as "https://samverk.example.org". */
  readonly publicUrl: string;
  /** Anyone who reaches the desk may be anyone: only on the same computer. */
  readonly isLocal: boolean;
  /** Where people answer what they are asked on the web, where there is such a place. */
  readonly roomUrl?: string;
  /** Links can be sent by e-mail. */
  readonly hasMail: boolean;
}

export interface DeskSetting extends DeskDeps {
  readonly seal: Seal;
  readonly isHttps: boolean;
}

/** Where main.ts mounts the desk. */
export const DESK = '/desk';

export function createSetting(deps: DeskDeps): DeskSetting {
  return { ...deps, seal: createSeal(deps.secret, 'desk'), isHttps: new URL(deps.publicUrl).protocol === 'https:' };
}
