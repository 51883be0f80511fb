// CONTRACT: what each kind tells the desk of its subjects.
import type { Db } from '../database/open.ts';
import type { DeskAsking } from './desk-act.ts';
import type { DeskSubject } from './desk-subject.ts';

/** From where a subject is looked at: the county, the day, and in which language it is called. */
export type Looking = Pick<DeskAsking, 'county' | 'today' | 'now' | 'asker'>;

export interface KindAtDesk {
  find(db: Db, looking: Looking, id: string): Promise<DeskSubject | undefined>;
  /** Those that are not over. */
  list(db: Db, looking: Looking): Promise<readonly DeskSubject[]>;
}
