// What is asked about activities? Green is one press; yellow and red say why, and red what is done about it.
import { parseFieldKey, toFieldKey } from '../../message/field-key.ts';
import { type Answers, type Form, Light } from '../../message/form.ts';
import type { Button } from '../../message/message.ts';
import type { Texts } from '../../text/texts.ts';
import type { OpenPrompt } from '../../topic.ts';
import { ActivityStatus, CheckInAnswers } from './check-in.ts';

/** One activity as it is asked about. */
export interface AskedActivity {
  /** Its id without the county's. */
  readonly slug: string;
  readonly title: string;
  /** How it stood last time, in words. */
  readonly lastTime?: string;
}

/** The same questions about each, under a heading where there are several. */
export function createCheckInForm(activities: readonly AskedActivity[], texts: Texts): Form {
  const isAlone = activities.length === 1;
  return { fields: activities.flatMap((activity) => listFields(activity, texts, isAlone)) };
}

function listFields({ slug, title, lastTime }: AskedActivity, { plans, lights, planYear }: Texts, isAlone: boolean) {
  const { form } = plans;
  const key = (question: string) => toFieldKey(question, slug);
  const whenDeviating = { field: key('light'), isOneOf: ['yellow', 'red'] };
  const whenRed = { field: key('light'), isOneOf: ['red'] };
  return [
    {
      ...{ kind: 'light', key: key('light'), label: form.light, required: true },
      ...(!isAlone && { section: title }),
      ...(lastTime !== undefined && { help: planYear.lastTime(lastTime) }),
    },
    {
      ...{ kind: 'choice', key: key('status'), label: form.status, required: false },
      options: ActivityStatus.options.map((value) => ({ value, label: lights.statuses[value] })),
    },
    text(key('forecast'), form.forecast, { help: form.forecastHelp, required: false }),
    text(key('comment'), form.comment, { help: form.commentHelp, noun: form.commentNoun, required: whenDeviating }),
    text(key('action'), form.action, {
      ...{ help: form.actionHelp, noun: form.actionNoun },
      ...{ required: whenRed, shownWhen: whenDeviating },
    }),
    {
      ...{ kind: 'date', key: key('actionBy'), label: form.actionBy, noun: form.actionByNoun },
      ...{ required: whenRed, shownWhen: whenDeviating },
    },
  ] satisfies Form['fields'];
}

type TextField = Extract<Form['fields'][number], { kind: 'text' }>;

function text(
  key: string,
  label: string,
  rest: Pick<TextField, 'help' | 'noun' | 'required' | 'shownWhen'>,
): TextField {
  return { kind: 'text', key, label, maxLength: 1000, isLong: true, ...rest };
}

/** The activities that a form asks about, by their ids without the county's, in its order. */
export function listAskedAbout({ fields }: Form): readonly string[] {
  return fields.flatMap(({ key }) => {
    const { question, of } = parseFieldKey(key);
    return question === 'light' && of !== undefined ? [of] : [];
  });
}

/** What was answered about one of them. Undefined where nothing was. */
export function findAnswersAbout(slug: string, answers: Answers): CheckInAnswers | undefined {
  const own = Object.entries(answers).flatMap(([key, value]) => {
    const { question, of } = parseFieldKey(key);
    return of === slug ? [[question, value] as const] : [];
  });
  return CheckInAnswers.safeParse(Object.fromEntries(own)).data;
}

/** One button for each light where one activity is asked about; else the form, and all green at once. */
export function listCheckInButtons(prompt: OpenPrompt, texts: Texts, hasLastTime: boolean): readonly Button[] {
  if (prompt.isClosed) return [];
  const { id: promptId } = prompt;
  const slugs = listAskedAbout(prompt.form);
  const all = (light: Light) => Object.fromEntries(slugs.map((slug) => [toFieldKey('light', slug), light]));
  const repeat = hasLastTime ? [{ kind: 'repeat', label: texts.plans.noChange, promptId } as const] : [];
  if (slugs.length > 1) {
    return [
      { kind: 'fill', label: texts.planYear.answer, promptId },
      ...repeat,
      { kind: 'answer', label: texts.planYear.allGreen, promptId, answers: all('green'), light: 'green' },
    ];
  }
  return [
    ...Light.exclude(['unrated']).options.map(
      (light): Button => ({
        ...{ kind: 'answer', label: texts.lights.name(light), promptId },
        ...{ answers: all(light), light },
      }),
    ),
    ...repeat,
  ];
}
