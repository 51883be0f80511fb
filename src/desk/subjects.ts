// What there is to steer in a county, kind by kind.
import type { Db } from '../database/open.ts';
import type { CountyId } from '../ids.ts';
import { maySteer } from './asker.ts';
import { callDesk } from './calls/call-desk.ts';
import { DeskKind, type DeskRef, type DeskSubject } from './desk-subject.ts';
import type { KindAtDesk, Looking } from './kind-at-desk.ts';
import { meetingDesk } from './meetings/meeting-desk.ts';
import { memoDesk } from './memos/memo-desk.ts';
import { roundDesk } from './rounds/round-desk.ts';
import { surveyDesk } from './surveys/survey-desk.ts';

const kinds: Readonly<Record<DeskKind, KindAtDesk>> = {
  meeting: meetingDesk,
  call: callDesk,
  round: roundDesk,
  survey: surveyDesk,
  memo: memoDesk,
};

/** Another county's is not there. */
export async function findDeskSubject(
  db: Db,
  looking: Looking,
  { kind, id }: DeskRef,
): Promise<DeskSubject | undefined> {
  const found = await kinds[kind].find(db, looking, id);
  const countyId: CountyId = looking.county.id;
  return found?.countyId === countyId ? found : undefined;
}

/** All that is not over and theirs to steer, the nearest first. */
export async function listDeskSubjects(db: Db, looking: Looking): Promise<readonly DeskSubject[]> {
  const all: DeskSubject[] = [];
  for (const kind of DeskKind.options) all.push(...(await kinds[kind].list(db, looking)));
  return all
    .filter(({ groupIds }) => maySteer(looking.asker, groupIds))
    .toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}
