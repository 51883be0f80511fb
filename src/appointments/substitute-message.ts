// What are those told whom an appointment concerns, when it is decided, begins and is over?
import type { Appointment } from '../directory/appointment.ts';
import type { Message } from '../message/message.ts';
import type { Prompt } from '../replies/prompt.ts';
import { formatDay } from '../text/format.ts';
import { formatDays } from '../text/format-days.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { type Involved, listPart, showQuestions } from './involved.ts';

export interface Told {
  readonly appointment: Appointment;
  readonly involved: Involved;
  /** Those that went over just now. */
  readonly questions: readonly Prompt[];
}

/** To the substitute. */
export function composeSubstitute({ appointment, involved, questions }: Told, language: Language): Message {
  const { told } = textsIn(language).appointments;
  const { person, appointedBy, groups, today } = involved;
  const asked = showQuestions(questions, involved, { language, title: told.questions(questions.length) });
  return {
    language,
    title: told.substitute(person, formatDays(appointment, language, today)),
    parts: [{ kind: 'text', text: told.substituteWhy(appointedBy) }, ...listPart(told.groups, groups), ...asked.parts],
    buttons: asked.buttons,
  };
}

/** To a successor, as long as the leaver is still there: the pack comes with the last day. */
export function composeSuccessor({ appointment, involved, questions }: Told, language: Language): Message {
  const { pack, told } = textsIn(language).appointments;
  const { person, groups, today } = involved;
  const asked = showQuestions(questions, involved, { language, title: told.questions(questions.length) });
  const lastDay = pack.lastDay(person, formatDay(appointment.toOn, language, today));
  return {
    language,
    title: pack.title(person),
    parts: [{ kind: 'text', text: `${lastDay} ${pack.soon}` }, ...listPart(told.groups, groups), ...asked.parts],
    buttons: asked.buttons,
  };
}

/** To the person, where somebody else decided it. */
export function composeYours({ appointment, involved }: Told, language: Language): Message {
  const { told } = textsIn(language).appointments;
  const { standIn, appointedBy, today } = involved;
  const isSubstitute = appointment.kind === 'substitute';
  const lastDay = formatDay(appointment.toOn, language, today);
  const title = isSubstitute
    ? told.yours(standIn, formatDays(appointment, language, today))
    : told.yourSuccessor(standIn);
  const text = isSubstitute ? told.yoursWhy(appointedBy) : told.yourSuccessorWhy(appointedBy, lastDay);
  return { language, title, parts: [{ kind: 'text', text }], buttons: [] };
}

/** To the substitute or the successor, where it was taken back. */
export function composeTakenBack({ appointment, involved }: Told, by: string, language: Language): Message {
  const { told } = textsIn(language).appointments;
  const isSubstitute = appointment.kind === 'substitute';
  const title = isSubstitute ? told.takenBack(involved.person) : told.successionTakenBack(involved.person);
  const text = isSubstitute ? told.takenBackWhy(by) : told.successionTakenBackWhy(by);
  return { language, title, parts: [{ kind: 'text', text }], buttons: [] };
}

/** To the person, of the questions that came back. */
export function composeBack({ appointment, involved, questions }: Told, language: Language): Message {
  const { told } = textsIn(language).appointments;
  const asked = showQuestions(questions, involved, { language, title: told.questions(questions.length) });
  const why = appointment.kind === 'substitute' ? told.backWhy : told.successionBackWhy;
  return {
    language,
    title: told.back,
    parts: [{ kind: 'text', text: why(involved.standIn) }, ...asked.parts],
    buttons: asked.buttons,
  };
}
