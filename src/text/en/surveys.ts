// English texts: surveys.
import { formatCount } from '../format.ts';
import type { Texts } from '../sv.ts';

export const surveys: Texts['surveys'] = {
  facts: { answerBy: 'Answer by', questions: 'Length' },
  questions: (count) => formatCount(count, 'question', 'questions'),
  progress: (answered, asked, per) =>
    per === 'person'
      ? `${answered} of ${formatCount(asked, 'person has', 'people have')} answered`
      : `${answered} of ${formatCount(asked, 'organisation has', 'organisations have')} answered`,
  answer: 'Answer',
  yes: 'Yes',
  no: 'No',
  words: {
    light: 'light',
    number: 'number',
    date: 'date',
    yesNo: 'yes/no',
    scale: 'scale',
    several: 'several',
    text: 'text',
  },
  faults: {
    'unknown-kind': (line) => `Line ${line} cannot be read.`,
    unknownKind: (line, word) =>
      `Line ${line}: "${word}" is no kind of answer. Write (yes/no), (light), (number), (date) or (scale 1-5).`,
    'no-question': (line) => `Line ${line}: write the question itself as well.`,
    'one-option': (line) => `Line ${line}: write at least two options, with commas between.`,
    twice: (line) => `Line ${line}: the same option stands there twice.`,
    'not-a-scale': (line) => `Line ${line}: write the scale like this: (scale 1-5), with at most ten steps.`,
  },
};
