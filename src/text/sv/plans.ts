// Swedish texts: plans.

const states = {
  draft: 'utkast',
  prepared: 'beredd',
  approved: 'godkänd',
  'followed-up': 'uppföljd',
  locked: 'låst',
};

export const plans = {
  state: (state: keyof typeof states) => states[state],
  /** The county's own word for a goal, as a label. */
  goal: (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`,

  title: (round: string, activity: string) => `Avstämning ${round}: ${activity}`,
  facts: {
    owner: 'Ansvarig',
    lastTime: (round: string) => `Förra gången (${round})`,
    answerBy: 'Svara senast',
  },
  answered: (organisation: string, light: string) => `${organisation} har svarat: ${light}`,
  unanswered: (organisation: string) => `${organisation} har inte svarat än`,
  noChange: 'Ingen förändring',

  overview: {
    title: (year: number, state: string) => `Planen för ${year} (${state})`,
    none: (year: number) => `Dina grupper följer inget i planen för ${year}.`,
    goal: (area: string, goal: string) => `${area}: ${goal}`,
    item: (activity: string, owner: string, state: string) => `${activity} — ${owner}: ${state}`,
    checked: (round: string) => `avstämning ${round}`,
    unchecked: 'inte avstämd än',
  },

  form: {
    light: 'Läge',
    status: 'Status',
    forecast: 'Prognos',
    forecastHelp: 'Hur går det fram till slutet?',
    comment: 'Kommentar',
    commentNoun: 'en kommentar',
    commentHelp: 'Vad har hänt, och vad avviker?',
    action: 'Åtgärd',
    actionNoun: 'en åtgärd',
    actionHelp: 'Vad görs åt avvikelsen?',
    actionBy: 'Åtgärden är klar',
    actionByNoun: 'ett datum då åtgärden är klar',
  },
};
