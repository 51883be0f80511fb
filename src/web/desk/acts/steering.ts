// What the reader can do with one thing, and what has been done to it: asked of the desk's acts and of the trace.
import { listPossible } from '../../../desk/acts.ts';
import { maySteer } from '../../../desk/asker.ts';
import { type AtDesk, stepUp } from '../../../desk/desk.ts';
import type { DeskActName } from '../../../desk/desk-act.ts';
import type { DeskKind, DeskRef, DeskSubject } from '../../../desk/desk-subject.ts';
import { nameChangers } from '../../../desk/name-changers.ts';
import { findDeskSubject } from '../../../desk/subjects.ts';
import { may, mayIn, mayInEach } from '../../../directory/may.ts';
import type { Change } from '../../../records/change.ts';
import { type ChangesOf, listChanges } from '../../../records/change-store.ts';
import { toUrl } from '../desk-url.ts';
import type { Visit } from '../visit.ts';

export interface Traced {
  readonly change: Change;
  /** Who did it, by name. */
  readonly by: string;
}

export interface Steering {
  readonly ref: DeskRef;
  readonly possible: readonly DeskActName[];
  /** The newest first. */
  readonly trace: readonly Traced[];
}

/** In the language of the page, whatever the person's own. */
export function stepUpTo({ setting, visitor }: Visit): Promise<AtDesk> {
  return stepUp(setting.road, { ...visitor.person, language: visitor.language });
}

/** Undefined where there is no such thing in the county, or not for this reader. */
export async function findSteered(visit: Visit, ref: DeskRef): Promise<DeskSubject | undefined> {
  const subject = await findDeskSubject(visit.setting.road.database.db, await stepUpTo(visit), ref);
  return subject && maySee(visit, subject) ? subject : undefined;
}

function maySee({ visitor: { actor } }: Visit, { groupIds }: DeskSubject): boolean {
  return mayInEach(actor, 'see-answers', groupIds);
}

export async function readSteering(visit: Visit, ref: DeskRef): Promise<Steering> {
  const { db } = visit.setting.road.database;
  const at = await stepUpTo(visit);
  const subject = await findDeskSubject(db, at, ref);
  const possible =
    subject && maySteer(at.asker, subject.groupIds) ? await listPossible({ ...at, newId: subject.id, subject }) : [];
  const trace = subject && maySee(visit, subject) ? await readTrace(visit, { topic: ref.kind, subjectId: ref.id }) : [];
  return { ref, possible, trace };
}

/** Of one thing of the reader's county, whatever it is. */
export async function readTrace(
  { setting, visitor }: Visit,
  of: Omit<ChangesOf, 'countyId'>,
): Promise<readonly Traced[]> {
  const { db } = setting.road.database;
  const { id: countyId } = visitor.county;
  const changes = await listChanges(db, { countyId, ...of });
  const names = await nameChangers(db, { id: countyId, language: visitor.language }, changes);
  return changes.map((change, at) => ({ change, by: names[at] ?? '' }));
}

/** May anything of this kind be made by the reader? */
export function mayMake({ visitor: { actor } }: Visit, kind: DeskKind): boolean {
  const isForAll = kind === 'call' || kind === 'round';
  return isForAll ? mayIn(actor, 'schedule', undefined) : may(actor, 'schedule');
}

const pages = {
  meeting: 'meetings',
  call: 'calls',
  round: 'rounds',
  survey: 'surveys',
  memo: 'memos',
} as const satisfies Record<DeskKind, string>;

export function toRefUrl({ kind, id }: DeskRef): string {
  return toUrl(pages[kind], id);
}
