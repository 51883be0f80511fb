// What is asked about the details: yes is one press, no says what is wrong.
import type { Form } from '../../message/form.ts';
import type { Button } from '../../message/message.ts';
import type { Texts } from '../../text/texts.ts';
import type { OpenPrompt } from '../../topic.ts';

const answers = ['yes', 'no'] as const;

export function createDetailsForm({ contactChecks }: Texts): Form {
  const { form } = contactChecks;
  const whenWrong = { field: 'isRight', isOneOf: ['no'] };
  return {
    fields: [
      {
        kind: 'choice',
        key: 'isRight',
        label: form.isRight,
        required: true,
        options: answers.map((value) => ({ value, label: form[value] })),
      },
      {
        ...{ kind: 'text', key: 'comment', label: form.comment, help: form.commentHelp, noun: form.commentNoun },
        ...{ required: whenWrong, shownWhen: whenWrong, maxLength: 1000, isLong: true },
      },
    ],
  };
}

export function listDetailsButtons(
  { id: promptId, isClosed }: OpenPrompt,
  { contactChecks }: Texts,
): readonly Button[] {
  if (isClosed) return [];
  return answers.map((value) => ({
    kind: 'answer',
    label: contactChecks.form[value],
    promptId,
    answers: { isRight: value },
  }));
}
