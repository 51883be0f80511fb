// What is filled in to freeze a year's report, to have it approved, and to set a light by hand.
import type { Form } from '../../../message/form.ts';
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';

/** They name the forms among the page's. */
export const FREEZE = 'freeze';
export const APPROVE = 'approve';

export function createFreezeForm(language: Language): Form {
  const { dnr, dnrNoun } = textsIn(language).deskYear.report;
  const field = { kind: 'text', key: 'dnr', isLong: false, maxLength: 100 } as const;
  return { fields: [{ ...field, label: dnr, noun: dnrNoun, required: true }] };
}

/** @param groups those that may have approved it */
export function createApproveForm(
  groups: readonly { readonly id: string; readonly name: string }[],
  language: Language,
): Form {
  const { group, approvedOn } = textsIn(language).deskYear.report;
  const options = groups.map(({ id, name }) => ({ value: id, label: name }));
  return {
    fields: [
      { kind: 'choice', key: 'group', label: group, required: true, options },
      { kind: 'date', key: 'approvedOn', label: approvedOn, required: true },
    ],
  };
}

export function createLightForm(language: Language): Form {
  const { setLight, reason, reasonNoun, reasonHelp } = textsIn(language).deskYear.report;
  const text = { kind: 'text', isLong: true, maxLength: 1000 } as const;
  return {
    fields: [
      { kind: 'light', key: 'light', label: setLight, required: true },
      { ...text, key: 'reason', label: reason, noun: reasonNoun, help: reasonHelp, required: true },
    ],
  };
}
