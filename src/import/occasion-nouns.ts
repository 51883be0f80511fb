// What may be applied for and when people meet, as their topics know it.

import { CallDetails } from '../topics/calls/call.ts';
import { Instrument } from '../topics/calls/instrument.ts';
import { MeetingDetails } from '../topics/meetings/meeting.ts';
import type { CountyFile } from './county-file.ts';
import { dropGaps, type Having, type OfCounty, toId, toIdIfAny, toIds, toProvenance } from './county-ids.ts';
import type { CallEntry, MeetingEntry } from './county-occasions.ts';

export function toInstruments(file: CountyFile): readonly Instrument[] {
  return file.instruments.map(({ id, ...rest }) =>
    Instrument.parse(
      dropGaps({ ...rest, id: toId(file, id), countyId: file.county.id, provenance: toProvenance(rest) }),
    ),
  );
}

export function toCalls(file: Having<'calls'>): readonly CallDetails[] {
  return file.calls.map((call) => toCall(file, call));
}

export function toCall(file: OfCounty, call: CallEntry): CallDetails {
  const { id, instrument, eligible, contact, groups, example, ...rest } = call;
  return CallDetails.parse(
    dropGaps({
      ...rest,
      id: toId(file, id),
      countyId: file.county.id,
      instrumentId: toId(file, instrument),
      eligibleKinds: eligible.kinds,
      municipalityCodes: eligible.municipalities,
      contactId: toIdIfAny(file, contact),
      groupIds: toIds(file, groups),
      isExample: example === true,
      provenance: toProvenance(call),
    }),
  );
}

export function toMeetings(file: Having<'meetings'>): readonly MeetingDetails[] {
  return file.meetings.map((meeting) => toMeeting(file, meeting));
}

export function toMeeting(file: OfCounty, meeting: MeetingEntry): MeetingDetails {
  const { id, group, date, from, to, example, ...rest } = meeting;
  return MeetingDetails.parse(
    dropGaps({
      ...rest,
      id: toId(file, id),
      countyId: file.county.id,
      groupId: toId(file, group),
      heldOn: date,
      startsAt: from,
      endsAt: to,
      isExample: example === true,
      provenance: toProvenance(meeting),
    }),
  );
}
