// Grant calls at the desk: the county board's, so coordinators alone steer them.
import type { Db } from '../../database/open.ts';
import { SubjectId } from '../../ids.ts';
import { textsIn } from '../../text/texts.ts';
import type { Call } from '../../topics/calls/call.ts';
import { findCall, listCalls } from '../../topics/calls/call-store.ts';
import type { DeskSubject } from '../desk-subject.ts';
import type { KindAtDesk, Looking } from '../kind-at-desk.ts';

export const callDesk: KindAtDesk = { find, list };

async function find(db: Db, looking: Looking, id: string): Promise<DeskSubject | undefined> {
  const call = await findCall(db, { countyId: looking.county.id, id: SubjectId.parse(id) });
  return call && toSubject(call, looking);
}

async function list(db: Db, looking: Looking): Promise<readonly DeskSubject[]> {
  const { county, now } = looking;
  const states = ['planned', 'open', 'closing-soon'] as const;
  const calls = await listCalls(db, { countyId: county.id, now, states });
  return calls.map(({ call }) => toSubject(call, looking));
}

function toSubject({ id, countyId, title, round, closesOn }: Call, { asker }: Looking): DeskSubject {
  const name = textsIn(asker.person.language).calls.prompt(title, round);
  const told = [{ topic: 'call', countyId, id }] as const;
  return { kind: 'call', id, countyId, title: name, groupIds: [], day: closesOn, told, held: told, isOff: false };
}
