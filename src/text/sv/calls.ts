// Swedish texts: calls.
import { formatCount } from '../format.ts';

/** As one of several who may apply: "kommuner". */
const kinds = {
  'county-board': 'länsstyrelser',
  municipality: 'kommuner',
  region: 'regioner',
  agency: 'statliga myndigheter',
  university: 'universitet och högskolor',
  'civil-society': 'civilsamhällets organisationer',
  business: 'företag',
  coordination: 'förbund',
  other: 'andra organisationer',
};

export const calls = {
  kind: (kind: keyof typeof kinds) => kinds[kind],
  states: {
    planned: 'Planerad',
    open: 'Öppen',
    'closing-soon': 'Stänger snart',
    closed: 'Stängd',
    decided: 'Beslutad',
  },

  title: (call: string, daysLeft: number) =>
    daysLeft > 0 ? `${call}: ${formatCount(daysLeft, 'dag', 'dagar')} kvar att söka` : `${call}: sista dagen att söka`,
  titlePlanned: (call: string, opens: string) => `${call}: öppnar ${opens}`,
  titleClosed: (call: string) => `${call}: ansökningstiden är slut`,
  titleMoved: (call: string) => `${call}: ny sista ansökningsdag`,
  moved: (to: string, from: string) => `Ny sista ansökningsdag: ${to} (tidigare ${from}). Inget annat är ändrat.`,

  facts: {
    closes: 'Sista ansökningsdag',
    round: 'Omgång',
    eligible: 'Vem kan söka',
    only: 'Bara i',
    purpose: 'Till vad',
    budget: 'Budget',
    dnr: 'Diarienummer',
    contact: 'Fråga',
  },
  yourOfficer: (board: string) => `den på ${board} som svarar för din kommun`,
  read: 'Läs utlysningen',
  progress: (answered: number, asked: number, isMunicipalities: boolean) =>
    isMunicipalities
      ? `${answered} av ${formatCount(asked, 'kommun', 'kommuner')} har svarat`
      : `${answered} av ${formatCount(asked, 'organisation', 'organisationer')} har svarat`,

  prompt: (call: string, round: string | undefined) => (round === undefined ? call : `${call}, ${round}`),
  interest: 'Tänker ni söka?',
  willApply: 'Vi tänker söka',
  willNotApply: 'Vi söker inte',
  amount: 'Ungefärligt belopp',
  kronor: 'kronor',
  note: 'Kommentar',
  noteHelp: 'Till exempel vilka ni tänker söka tillsammans med.',
};
