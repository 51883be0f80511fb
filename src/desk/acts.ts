// Every act there is: what it is called, and what it is done to.
import { cancelCall } from './calls/cancel-call.ts';
import { changeCall } from './calls/change-call.ts';
import { moveCall } from './calls/move-call.ts';
import { newCall } from './calls/new-call.ts';
import type { DeskAct, DeskActName, DeskAsking } from './desk-act.ts';
import { DeskKind, type DeskSubject } from './desk-subject.ts';
import { cancelMeeting } from './meetings/cancel-meeting.ts';
import { changeMeeting } from './meetings/change-meeting.ts';
import { moveMeeting } from './meetings/move-meeting.ts';
import { newMeeting } from './meetings/new-meeting.ts';
import { cancelMemo } from './memos/cancel-memo.ts';
import { changeMemo } from './memos/change-memo.ts';
import { newMemo } from './memos/new-memo.ts';
import { cancelRound } from './rounds/cancel-round.ts';
import { closeRound } from './rounds/close-round.ts';
import { moveRound } from './rounds/move-round.ts';
import { newRound } from './rounds/new-round.ts';
import { prolongRound } from './rounds/prolong-round.ts';
import { reopenRound } from './rounds/reopen-round.ts';
import { createClose } from './steering/close.ts';
import { createNudge } from './steering/nudge.ts';
import { createPause, createResume } from './steering/pause.ts';
import { createReopen } from './steering/reopen.ts';
import { createResend } from './steering/resend.ts';
import { cancelSurvey } from './surveys/cancel-survey.ts';
import { changeSurvey } from './surveys/change-survey.ts';
import { newSurvey } from './surveys/new-survey.ts';
import { prolongSurvey } from './surveys/prolong-survey.ts';

const ASKING = ['meeting', 'call', 'round', 'survey'] as const satisfies readonly DeskKind[];
const CLOSING = ['meeting', 'call', 'survey'] as const satisfies readonly DeskKind[];

const acts: readonly DeskAct[] = [
  ...[newMeeting, changeMeeting, moveMeeting, cancelMeeting],
  ...[newCall, changeCall, moveCall, cancelCall],
  ...[newRound, moveRound, prolongRound, cancelRound],
  ...[newSurvey, changeSurvey, prolongSurvey, cancelSurvey],
  ...[newMemo, changeMemo, cancelMemo],
  ...DeskKind.options.flatMap((kind) => [createPause(kind), createResume(kind), createResend(kind)]),
  ...ASKING.map(createNudge),
  ...CLOSING.flatMap((kind) => [createClose(kind), createReopen(kind)]),
  ...[closeRound, reopenRound],
];

export function findAct(name: DeskActName, kind: DeskKind): DeskAct | undefined {
  return acts.find((act) => act.name === name && act.kind === kind);
}

type AskingAbout = DeskAsking & { readonly subject: DeskSubject };

/** Can this be done with the subject just now, by whoever asks? It opens then. */
export async function isPossible(asking: AskingAbout, name: DeskActName): Promise<boolean> {
  const act = name === 'new' ? undefined : findAct(name, asking.subject.kind);
  return act !== undefined && !('refused' in (await act.open(asking.road.database.db, asking)));
}

/** Of all that can ever be done with such a subject. */
export async function listPossible(asking: AskingAbout): Promise<readonly DeskActName[]> {
  const possible: DeskActName[] = [];
  for (const { name, kind } of acts) {
    if (kind === asking.subject.kind && (await isPossible(asking, name))) possible.push(name);
  }
  return possible;
}
