// What is asked about a call: are you going to apply? One press is enough.
import type { Answers, Form } from '../../message/form.ts';
import type { Texts } from '../../text/texts.ts';

export const INTEREST = 'interest';

export const willApply: Answers = { interest: 'yes' };
export const willNotApply: Answers = { interest: 'no' };

export function createCallForm({ calls }: Texts): Form {
  const whenYes = { field: 'interest', isOneOf: ['yes'] };
  return {
    fields: [
      {
        kind: 'choice',
        key: 'interest',
        label: calls.interest,
        required: true,
        options: [
          { value: 'yes', label: calls.willApply },
          { value: 'no', label: calls.willNotApply },
        ],
      },
      {
        kind: 'number',
        key: 'amount',
        label: calls.amount,
        required: false,
        shownWhen: whenYes,
        min: 0,
        isWhole: true,
        unit: calls.kronor,
      },
      {
        kind: 'text',
        key: 'note',
        label: calls.note,
        help: calls.noteHelp,
        required: false,
        shownWhen: whenYes,
        maxLength: 500,
        isLong: true,
      },
    ],
  };
}
