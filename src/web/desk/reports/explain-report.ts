// Why nothing of the year's report was frozen, approved or set by hand, as its page says it.
import type { ReportRefusal } from '../../../followup/report-refusal.ts';
import { formatDay } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';

export function explainReport(refusal: ReportRefusal, language: Language): string {
  const { deskYear, forms } = textsIn(language);
  const { refused, beforeFrozen, dayAhead } = deskYear.report;
  switch (refusal.kind) {
    case 'personal-number':
      return forms.personalNumber.inMessage;
    case 'before-frozen':
      return beforeFrozen(formatDay(refusal.frozenOn, language));
    case 'day-ahead':
      return dayAhead;
    case 'approved':
      return refused.final;
    case 'not-coordinator':
    case 'final':
    case 'not-frozen':
    case 'no-dnr':
    case 'no-reason':
    case 'no-scope':
    case 'changed':
      return refused[refusal.kind];
  }
}
