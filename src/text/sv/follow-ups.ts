// Swedish texts: the questions of the yearly follow-up.
import { formatCount } from '../format.ts';

export const followUps = {
  title: (year: number) => `Uppföljning ${year}`,
  explain: 'Svaren blir årets uppföljning. En från varje organisation svarar, och kollegor kan ändra svaret.',
  facts: { questions: 'Omfattning', reportedTo: 'Redovisas för', answerBy: 'Svara senast' },
  count: (questions: number) =>
    `${formatCount(questions, 'fråga', 'frågor')}. Du kan spara ett utkast i webbrummet och fortsätta senare.`,
  progress: (answered: number, asked: number) =>
    `${answered} av ${formatCount(asked, 'organisation', 'organisationer')} har svarat`,
  answer: 'Svara',
  leaveOpen: 'Lämna tomt om ni inte har något att tillföra.',
  section: {
    plan: 'Årets plan',
    county: 'Länet',
    perspective: (name: string) => `Perspektiv: ${name}`,
  },
};
