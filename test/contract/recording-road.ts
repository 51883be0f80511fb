// A road that remembers what came up it, and answers as it is told.
import type { Answer, Belonging, Handle, Incoming, Look } from '../../src/platform.ts';
import { notice, shownForm } from './asked-messages.ts';

export interface RecordingRoad extends Handle {
  readonly taken: Incoming[];
  readonly noticed: Belonging[];
  answerWith(answer: Answer): void;
  answerNoticeWith(answer: Answer): void;
  /** What is answered to whoever only looks. */
  lookWith(answer: Answer): void;
  breakDown(message: string): void;
  forget(): void;
}

export function createRecordingRoad(): RecordingRoad {
  const receipt: Answer = { kind: 'receipt', text: 'Tack! Svaret är sparat.', receipt: '0000-00' };
  const taken: Incoming[] = [];
  const noticed: Belonging[] = [];
  let answer: () => Answer = () => receipt;
  let noticeAnswer: Answer = { kind: 'nothing' };
  let lookAnswer: Answer | undefined;
  return {
    taken,
    noticed,
    take: async (incoming) => {
      taken.push(incoming);
      return answer();
    },
    look: async (look) => lookAnswer ?? show(look),
    notice: async (belonging) => {
      noticed.push(belonging);
      return noticeAnswer;
    },
    lookWith: (given) => {
      lookAnswer = given;
    },
    answerNoticeWith: (given) => {
      noticeAnswer = given;
    },
    answerWith: (given) => {
      answer = () => given;
    },
    breakDown: (message) => {
      answer = () => {
        throw new Error(message);
      };
    },
    forget: () => {
      taken.length = 0;
      noticed.length = 0;
      answer = () => receipt;
      lookAnswer = undefined;
      noticeAnswer = { kind: 'nothing' };
    },
  };
}

function show(look: Look): Answer {
  if (look.kind === 'opened') return { kind: 'form', ...shownForm, values: look.answers ?? {} };
  if (look.kind === 'home') return { kind: 'cards', messages: [notice] };
  const views = look.promptIds.map(
    (each) => ({ promptId: each, state: 'open', values: {}, basedOn: 0, canRepeat: true }) as const,
  );
  return { kind: 'views', views };
}
