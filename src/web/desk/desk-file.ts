// A file that the desk gives away: its address, who may have it, and what makes it.
import type { Deed } from '../../directory/may.ts';
import type { Visit } from './visit.ts';

export interface MadeFile {
  readonly bytes: Uint8Array;
  /** Its media type. */
  readonly type: string;
  /** What it is saved as; without one it is shown. */
  readonly name?: string;
  /** A page whose styles stand in it: nothing else may be loaded from it. */
  readonly hasOwnStyle?: boolean;
}

export interface DeskFile {
  /** After "/desk". */
  readonly path: string;
  readonly deed: Deed;
  /** Undefined where there is no such thing in the county. */
  make(visit: Visit): Promise<MadeFile | undefined>;
}
