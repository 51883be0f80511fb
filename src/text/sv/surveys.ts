// Swedish texts: surveys, and how their questions are written.
import { formatCount } from '../format.ts';

export const surveys = {
  facts: { answerBy: 'Svara senast', questions: 'Omfattning' },
  questions: (count: number) => formatCount(count, 'fråga', 'frågor'),
  progress: (answered: number, asked: number, per: 'person' | 'organisation') =>
    per === 'person'
      ? `${answered} av ${formatCount(asked, 'person', 'personer')} har svarat`
      : `${answered} av ${formatCount(asked, 'organisation', 'organisationer')} har svarat`,
  answer: 'Svara',
  yes: 'Ja',
  no: 'Nej',
  /** What stands in brackets after a question. */
  words: {
    light: 'ljus',
    number: 'tal',
    date: 'datum',
    yesNo: 'ja/nej',
    scale: 'skala',
    several: 'flera',
    text: 'text',
  },
  faults: {
    'unknown-kind': (line: number) => `Rad ${line} går inte att läsa.`,
    unknownKind: (line: number, word: string) =>
      `Rad ${line}: "${word}" är ingen sorts svar. Skriv (ja/nej), (ljus), (tal), (datum) eller (skala 1-5).`,
    'no-question': (line: number) => `Rad ${line}: skriv själva frågan också.`,
    'one-option': (line: number) => `Rad ${line}: skriv minst två val, med kommatecken mellan.`,
    twice: (line: number) => `Rad ${line}: samma val står två gånger.`,
    'not-a-scale': (line: number) => `Rad ${line}: skriv skalan så här: (skala 1-5), med högst tio steg.`,
  },
};
