// What is asked about an activity? Green is one press; yellow and red say why, and red what is done about it.
import { type Form, Light } from '../../message/form.ts';
import type { Button } from '../../message/message.ts';
import type { Texts } from '../../text/texts.ts';
import type { OpenPrompt } from '../../topic.ts';
import { ActivityStatus } from './check-in.ts';

export function createCheckInForm({ plans, lights }: Texts): Form {
  const { form } = plans;
  const whenDeviating = { field: 'light', isOneOf: ['yellow', 'red'] };
  const whenRed = { field: 'light', isOneOf: ['red'] };
  return {
    fields: [
      { kind: 'light', key: 'light', label: form.light, required: true },
      {
        kind: 'choice',
        key: 'status',
        label: form.status,
        required: false,
        options: ActivityStatus.options.map((value) => ({ value, label: lights.statuses[value] })),
      },
      text('forecast', form.forecast, { help: form.forecastHelp, required: false }),
      text('comment', form.comment, { help: form.commentHelp, noun: form.commentNoun, required: whenDeviating }),
      text('action', form.action, {
        help: form.actionHelp,
        noun: form.actionNoun,
        required: whenRed,
        shownWhen: whenDeviating,
      }),
      {
        kind: 'date',
        key: 'actionBy',
        label: form.actionBy,
        noun: form.actionByNoun,
        required: whenRed,
        shownWhen: whenDeviating,
      },
    ],
  };
}

type TextField = Extract<Form['fields'][number], { kind: 'text' }>;

function text(
  key: string,
  label: string,
  rest: Pick<TextField, 'help' | 'noun' | 'required' | 'shownWhen'>,
): TextField {
  return { kind: 'text', key, label, maxLength: 1000, isLong: true, ...rest };
}

/** One button for each light, and last time's answer again where there is one. */
export function listCheckInButtons(prompt: OpenPrompt, texts: Texts, hasLastTime: boolean): readonly Button[] {
  if (prompt.isClosed) return [];
  const { id: promptId } = prompt;
  return [
    ...Light.exclude(['unrated']).options.map(
      (light): Button => ({ kind: 'answer', label: texts.lights.name(light), promptId, answers: { light }, light }),
    ),
    ...(hasLastTime ? [{ kind: 'repeat', label: texts.plans.noChange, promptId } as const] : []),
  ];
}
