// English texts: calls.
import { formatCount } from '../format.ts';
import type { Texts } from '../sv.ts';

const kinds = {
  'county-board': 'county boards',
  municipality: 'municipalities',
  region: 'regions',
  agency: 'government agencies',
  university: 'universities',
  'civil-society': 'civil society organisations',
  business: 'companies',
  coordination: 'associations of organisations',
  other: 'other organisations',
};

export const calls: Texts['calls'] = {
  kind: (kind) => kinds[kind],
  states: {
    planned: 'Planned',
    open: 'Open',
    'closing-soon': 'Closing soon',
    closed: 'Closed',
    decided: 'Decided',
  },

  title: (call, daysLeft) =>
    daysLeft > 0 ? `${call}: ${formatCount(daysLeft, 'day', 'days')} left to apply` : `${call}: last day to apply`,
  titlePlanned: (call, opens) => `${call}: opens ${opens}`,
  titleClosed: (call) => `${call}: closed for applications`,
  titleMoved: (call) => `${call}: new last day to apply`,
  moved: (to, from) => `New last day to apply: ${to} (before: ${from}). Nothing else has changed.`,

  facts: {
    closes: 'Last day to apply',
    round: 'Round',
    eligible: 'Who may apply',
    only: 'Only in',
    purpose: 'What for',
    budget: 'Budget',
    dnr: 'Registration number',
    contact: 'Ask',
  },
  yourOfficer: (board) => `the officer for your municipality at ${board}`,
  read: 'Read the call',
  progress: (answered, asked, isMunicipalities) =>
    isMunicipalities
      ? `${answered} of ${formatCount(asked, 'municipality has', 'municipalities have')} answered`
      : `${answered} of ${formatCount(asked, 'organisation has', 'organisations have')} answered`,

  prompt: (call, round) => (round === undefined ? call : `${call}, ${round}`),
  interest: 'Are you going to apply?',
  willApply: 'We plan to apply',
  willNotApply: 'We will not apply',
  amount: 'Approximate amount',
  kronor: 'kronor',
  note: 'Comment',
  noteHelp: 'For example who you plan to apply together with.',
};
