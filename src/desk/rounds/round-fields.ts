// From when to when a round asks.
import type { Answers, Field, FieldFault } from '../../message/form.ts';
import type { Texts } from '../../text/texts.ts';
import type { Round } from '../../topics/plans/round.ts';
import { readDate, toDateField } from '../fields.ts';

export function createDayFields({ desk: { fields } }: Texts): readonly Field[] {
  return [
    toDateField({ key: 'opensOn', label: fields.roundOpens, required: true }),
    toDateField({ key: 'closesOn', label: fields.roundCloses, required: true }),
  ];
}

export function findDayFaults(answers: Answers, { desk: { faults } }: Texts, today: string): readonly FieldFault[] {
  const [opensOn, closesOn] = [readDate(answers, 'opensOn'), readDate(answers, 'closesOn')];
  if (!opensOn || !closesOn) return [];
  return [
    ...(closesOn < opensOn ? [{ field: 'closesOn', message: faults.closesFirst }] : []),
    ...(closesOn < today ? [{ field: 'closesOn', message: faults.isPast }] : []),
  ];
}

/** Rounds of a plan do not run into each other: late answers of one are taken until the next opens. */
export function findMeetingFault(
  days: Pick<Round, 'opensOn' | 'closesOn'>,
  others: readonly Round[],
  { desk: { faults } }: Texts,
): readonly FieldFault[] {
  const other = others.find((one) => one.opensOn <= days.closesOn && days.opensOn <= one.closesOn);
  return other ? [{ field: 'closesOn', message: faults.roundsMeet(other.label) }] : [];
}
