// What is filled in about a meeting, and how a meeting stands in the fields.
import { LocalTime } from '../../calendar/local-date.ts';
import type { Answers, Field, FieldFault } from '../../message/form.ts';
import type { Texts } from '../../text/texts.ts';
import type { Meeting, MeetingDetails } from '../../topics/meetings/meeting.ts';
import {
  readDate,
  readHour,
  readLines,
  readText,
  toDateField,
  toTextField,
  toTimeField,
  toValues,
  writeTime,
} from '../fields.ts';

/** The day and the hours. */
export function createDayFields(texts: Texts): readonly Field[] {
  const { fields } = texts.desk;
  return [
    toDateField({ key: 'heldOn', label: fields.heldOn, required: true }),
    toTimeField(texts, { key: 'startsAt', label: fields.startsAt, required: true }),
    toTimeField(texts, { key: 'endsAt', label: fields.endsAt, required: true }),
  ];
}

/** Everything else. */
export function createContentFields({ desk: { fields } }: Texts): readonly Field[] {
  return [
    toTextField({ key: 'title', label: fields.meetingTitle, help: fields.meetingTitleHelp, required: false }),
    toTextField({ key: 'place', label: fields.place, required: false }),
    toTextField({ key: 'link', label: fields.meetingLink, required: false, maxLength: 500, format: 'link' }),
    toTextField({
      ...{ key: 'agenda', label: fields.agenda, help: fields.agendaHelp },
      ...{ required: false, maxLength: 2000, isLong: true },
    }),
    toDateField({ key: 'answerBy', label: fields.answerBy, help: fields.answerByHelp, required: false }),
  ];
}

export function readDay(answers: Answers): Pick<MeetingDetails, 'heldOn' | 'startsAt' | 'endsAt'> | undefined {
  const [heldOn, startsAt, endsAt] = [
    readDate(answers, 'heldOn'),
    readHour(answers, 'startsAt'),
    readHour(answers, 'endsAt'),
  ];
  return heldOn && startsAt && endsAt ? { heldOn, startsAt, endsAt } : undefined;
}

type Content = Pick<MeetingDetails, 'title' | 'place' | 'link' | 'agenda' | 'answerBy'>;

export function readContent(answers: Answers): Content {
  const [title, place, link] = ['title', 'place', 'link'].map((key) => readText(answers, key));
  const answerBy = readDate(answers, 'answerBy');
  return {
    agenda: readLines(answers, 'agenda'),
    ...(title !== undefined && { title }),
    ...(place !== undefined && { place }),
    ...(link !== undefined && { link }),
    ...(answerBy && { answerBy }),
  };
}

export function toDayValues({ heldOn, startsAt, endsAt }: Pick<Meeting, 'heldOn' | 'startsAt' | 'endsAt'>): Answers {
  return { heldOn, startsAt: writeTime(startsAt), endsAt: writeTime(endsAt) };
}

export function toContentValues({ title, place, link, agenda, answerBy }: Content): Answers {
  return toValues({ title, place, link, agenda: agenda.join('\n'), answerBy });
}

/** What is wrong with the day and the hours, taken together. */
export function findDayFaults(answers: Answers, texts: Texts): readonly FieldFault[] {
  const day = readDay(answers);
  const isBackwards = day !== undefined && LocalTime.parse(day.endsAt) <= day.startsAt;
  return isBackwards ? [{ field: 'endsAt', message: texts.desk.faults.endsFirst }] : [];
}
