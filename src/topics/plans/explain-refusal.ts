// Why a plan did not take a step, or was not copied, in words: in a chat and on a page the same.
import type { LocalDate } from '../../calendar/local-date.ts';
import { formatDay } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { CopyRefusal } from './copy-plan.ts';
import type { NotTaken } from './take-step.ts';

export function explainNotTaken(refusal: NotTaken, language: Language): string {
  const { step } = textsIn(language).planYear;
  const toDay = (day: LocalDate) => formatDay(day, language);
  switch (refusal.kind) {
    case 'not-allowed':
      return step.notAllowed(
        refusal.act,
        refusal.by.filter((role) => role !== 'other'),
      );
    case 'not-next':
      return step.notNext(refusal.act, refusal.state);
    case 'no-day':
      return step.noDay;
    case 'day-ahead':
      return step.dayAhead(toDay(refusal.day));
    case 'no-meeting':
      return step.noMeeting(toDay(refusal.day), refusal.held.map(toDay));
    case 'personal-number':
      return step.personalDnr;
    case 'long-dnr':
      return step.longDnr(refusal.length, refusal.most);
    case 'overtaken':
      return step.overtaken;
  }
}

export function explainNotCopied(refusal: CopyRefusal, language: Language): string {
  const { copy, step } = textsIn(language).planYear;
  switch (refusal.kind) {
    case 'no-plan':
      return step.noPlan(refusal.year);
    case 'not-later':
      return copy.notLater;
    case 'not-draft':
      return copy.notDraft(refusal.year, refusal.state);
    case 'no-strategy':
      return copy.noStrategy(refusal.year);
  }
}
