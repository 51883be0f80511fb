// A form as a card: in a dialog, or in place of the card that was pressed, for the one who pressed it.
import { entriesOf } from '../../message/entries.ts';
import type { ShownForm } from '../../outer/invite.ts';
import { textsIn } from '../../text/texts.ts';
import { composePart } from './teams-card.ts';
import type { FormMark } from './teams-data.ts';
import { type Card, composeText, type Element, toCard } from './teams-element.ts';
import { composeField } from './teams-input.ts';
import { measure, refuseTooLarge, size } from './teams-limits.ts';

export interface FormDrawing {
  readonly shown: ShownForm;
  /** Of this showing. */
  readonly nonce: string;
  /** A dialog has a title of its own and sends by Action.Submit; a card in place has neither. */
  readonly isDialog: boolean;
}

export function composeForm({ shown, nonce, isDialog }: FormDrawing): Card {
  const { form, promptId, basedOn, title, language } = shown;
  const texts = textsIn(language);
  const faults = shown.kind === 'faults' ? shown.faults : [];
  const entries = entriesOf(form, shown.values, language);
  const lists = form.fields.filter(({ kind }) => kind === 'choices').map(({ key }) => key);
  const mark: FormMark = { promptId, basedOn, nonce, lists };
  const body = [
    ...(isDialog ? [] : [composeText(title, { style: 'heading', size: 'Large', weight: 'Bolder' })]),
    ...composeReason(shown),
    ...form.fields.map((field) =>
      composeField(form, field, {
        entry: entries[field.key],
        fault: faults.find((fault) => fault.field === field.key)?.message,
        language,
      }),
    ),
    ...(form.fields.some(({ kind }) => kind === 'text')
      ? composePart({ kind: 'note', text: texts.forms.noIndividuals })
      : []),
  ];
  const send = shown.isPreviewed ? texts.desk.preview.show : texts.teams.form.send;
  const card = toCard(body, { actions: [composeSend(mark, send, isDialog)] });
  if (measure(card) > size.mostBytes) refuseTooLarge('A form', size.mostBytes);
  return card;
}

/** Why it is shown, where it was not asked for; what is wrong as a whole. */
function composeReason(shown: ShownForm): readonly Element[] {
  const text = shown.kind === 'faults' ? shown.text : shown.notice;
  if (text === undefined) return [];
  return composePart({ kind: 'notice', text, tone: shown.kind === 'faults' ? 'warning' : 'info' });
}

function composeSend(mark: FormMark, title: string, isDialog: boolean): Element {
  const data = { _form: mark };
  const submit = { type: 'Action.Submit', title, style: 'positive', data };
  if (isDialog) return submit;
  return { ...submit, type: 'Action.Execute', verb: 'submit', fallback: submit };
}
