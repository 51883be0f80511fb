// What is asked about an event that was proposed: to approve is one press, to refuse says why.
import { z } from 'zod';
import type { Form } from '../../message/form.ts';
import type { Button } from '../../message/message.ts';
import type { Texts } from '../../text/texts.ts';
import type { OpenPrompt } from '../../topic.ts';
import { Decision } from './event.ts';

/** The answers, by the keys of the form. */
export const ApprovalAnswers = z.object({ decision: Decision, reason: z.string().exactOptional() }).readonly();

export function createApprovalForm({ events }: Texts): Form {
  const { form } = events;
  const whenRefused = { field: 'decision', isOneOf: ['refused'] };
  const options = Decision.options.map((value) => ({ value, label: form[value] }));
  return {
    fields: [
      { kind: 'choice', key: 'decision', label: form.decision, required: true, options },
      {
        ...{ kind: 'text', key: 'reason', label: form.reason, help: form.reasonHelp, noun: form.reasonNoun },
        ...{ required: whenRefused, shownWhen: whenRefused, maxLength: 500, isLong: true },
      },
    ],
  };
}

export function listApprovalButtons({ id: promptId, isClosed }: OpenPrompt, { events }: Texts): readonly Button[] {
  if (isClosed) return [];
  return Decision.options.map((decision) => ({
    kind: 'answer',
    label: events.form[decision],
    promptId,
    answers: { decision },
  }));
}
