// A road that keeps answers in memory, remembers what came, and can be told to refuse.
import type { PromptId } from '../../../src/ids.ts';
import { checkAnswers, readAnswers } from '../../../src/message/answers.ts';
import { missingFor } from '../../../src/message/conditions.ts';
import type { Answers, Form } from '../../../src/message/form.ts';
import type { Answer, Handle, Incoming, Look, PromptView } from '../../../src/platform.ts';
import { textsIn } from '../../../src/text/texts.ts';
import { callForm, checkInForm, contactCard, meetingForm, prompts, surveyForm } from './sample-messages.ts';

export interface FakeHandle extends Handle {
  /** Every act that arrived, repeats too. */
  readonly taken: Incoming[];
  readonly looked: Look[];
  /** What was kept, by prompt. */
  readonly replies: Map<PromptId, Answers>;
  readonly closed: Set<PromptId>;
  /** Instead of the answer it would give; may throw. */
  answerWith?: ((incoming: Incoming) => Answer) | undefined;
  /** Called when a reply was kept. */
  onKept?: (() => Promise<void>) | undefined;
}

interface Asked {
  readonly title: string;
  readonly form: Form;
}

const questions = new Map<PromptId, Asked>([
  [prompts.call, { title: 'Tidiga insatser för asylsökande', form: callForm }],
  [prompts.meeting, { title: 'Beredningsgruppen möts 24 april', form: meetingForm }],
  [prompts.checkIn, { title: 'Avstämning mars: Språkstöd på arbetsplatsen', form: checkInForm }],
  [prompts.survey, { title: 'Behov inför höstens plan', form: surveyForm }],
]);

export function createFakeHandle(): FakeHandle {
  const answered = new Map<string, Answer>();
  const handle: FakeHandle = {
    taken: [],
    looked: [],
    replies: new Map(),
    closed: new Set(),
    async take(incoming) {
      handle.taken.push(incoming);
      if (handle.answerWith) return handle.answerWith(incoming);
      const before = answered.get(incoming.key);
      if (before) return before;
      const answer = answerTo(handle, incoming);
      if (answer.kind !== 'faults') answered.set(incoming.key, answer);
      if (answer.kind === 'receipt') await handle.onKept?.();
      return answer;
    },
    async look(look) {
      handle.looked.push(look);
      if (look.kind === 'opened') return openForm(handle, look.promptId, look.answers);
      if (look.kind === 'home') return { kind: 'cards', messages: [] };
      return { kind: 'views', views: look.promptIds.map((promptId) => viewOf(handle, promptId)) };
    },
    notice: async () => ({ kind: 'nothing' }),
  };
  return handle;
}

function answerTo(handle: FakeHandle, incoming: Incoming): Answer {
  if (incoming.kind === 'wrote') {
    return incoming.text.startsWith('kontakt')
      ? { kind: 'card', message: contactCard }
      : { kind: 'note', text: `Jag förstår inte "${incoming.text}". Skriv "hjälp" för allt jag kan.` };
  }
  const { promptId } = incoming;
  const asked = questions.get(promptId);
  if (!asked) return { kind: 'note', text: 'Frågan finns inte längre.' };
  if (handle.closed.has(promptId)) {
    return { kind: 'note', text: 'Svaret är inte sparat. Frågan stängde 28 mars.' };
  }
  if (incoming.kind === 'drafted') return { kind: 'note', text: textsIn('sv').planYear.draft.kept };
  if (incoming.kind === 'delegated') return { kind: 'note', text: textsIn('sv').road.delegate.done('Karin Ek') };
  if (incoming.kind === 'repeated')
    return keep(handle, promptId, { light: 'yellow', comment: 'Två platser saknades.' });
  if (incoming.kind === 'pressed' && missingFor(asked.form, incoming.answers).length > 0) {
    return openForm(handle, promptId, incoming.answers, textsIn('sv').road.moreNeeded);
  }
  const read =
    incoming.kind === 'submitted'
      ? readAnswers(asked.form, incoming.entries, 'sv')
      : checkAnswers(asked.form, incoming.answers, 'sv');
  if ('answers' in read) return keep(handle, promptId, read.answers);
  const values = incoming.kind === 'submitted' ? incoming.entries : incoming.answers;
  const text = textsIn('sv').forms.notKept(read.faults.length);
  return { kind: 'faults', promptId, language: 'sv', ...asked, values, basedOn: 0, text, faults: read.faults };
}

function keep(handle: FakeHandle, promptId: PromptId, answers: Answers): Answer {
  handle.replies.set(promptId, answers);
  const text = textsIn('sv').road.receipt('7F3A-21', 'onsdag 12 mars kl. 9.14', 'fredag 28 mars');
  return { kind: 'receipt', text, receipt: '7F3A-21' };
}

function openForm(handle: FakeHandle, promptId: PromptId, pressed: Answers = {}, notice?: string): Answer {
  const asked = questions.get(promptId);
  if (!asked) return { kind: 'note', text: 'Frågan finns inte längre.' };
  const before = handle.replies.get(promptId);
  return {
    kind: 'form',
    promptId,
    language: 'sv',
    ...asked,
    values: { ...before, ...pressed },
    basedOn: before ? 1 : 0,
    ...(notice ? { notice } : {}),
  };
}

function viewOf(handle: FakeHandle, promptId: PromptId): PromptView {
  const values = handle.replies.get(promptId);
  const isClosed = handle.closed.has(promptId);
  return {
    promptId,
    state: isClosed ? 'closed' : values ? 'answered' : 'open',
    ...(values ? { status: `Ditt svar: ${describe(values)} (onsdag 12 mars kl. 9.14, kvitto 7F3A-21)` } : {}),
    values: values ?? {},
    basedOn: values ? 1 : 0,
    canRepeat: promptId === prompts.checkIn && !values,
  };
}

const words = new Map<unknown, string>([
  ['green', '● Grön'],
  ['yellow', '▲ Gul'],
  ['red', '■ Röd'],
  ['yes', 'Jag kommer'],
  ['digital', 'Jag deltar digitalt'],
]);

function describe(answers: Answers): string {
  return words.get(Object.values(answers)[0]) ?? 'svar lämnat';
}
