// English texts: the questions of the yearly follow-up.
import { formatCount } from '../format.ts';
import type { Texts } from '../sv.ts';

export const followUps: Texts['followUps'] = {
  title: (year) => `Follow-up of ${year}`,
  explain: 'The answers become the follow-up of the year. One of each organisation answers; colleagues may amend it.',
  facts: { questions: 'Extent', reportedTo: 'Reported to', answerBy: 'Answer by' },
  count: (questions) =>
    `${formatCount(questions, 'question', 'questions')}. You may save a draft in the web room and go on later.`,
  progress: (answered, asked) => `${answered} of ${formatCount(asked, 'organisation', 'organisations')} have answered`,
  answer: 'Answer',
  leaveOpen: 'Leave it empty if you have nothing to add.',
  section: {
    plan: "The year's plan",
    county: 'The county',
    perspective: (name) => `Perspective: ${name}`,
  },
};
