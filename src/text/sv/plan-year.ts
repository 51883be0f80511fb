// Swedish texts: a plan's year. Its steps, its rounds, its history, and what is copied to the next year.
import { formatCount, formatList } from '../format.ts';

/** What is done, and what the plan is then. */
const acts = {
  prepare: { does: 'bereda planen', word: 'beredd' },
  approve: { does: 'godkänna planen', word: 'godkänd' },
  'follow-up': { does: 'markera planen som uppföljd', word: 'uppföljd' },
  lock: { does: 'låsa planen', word: 'lås' },
};
type Act = keyof typeof acts;

const titles = { prepare: 'Beredd', approve: 'Godkänd', 'follow-up': 'Uppföljd', lock: 'Låst' };

const roles = { coordinator: 'länets samordnare', preparer: 'sammankallande i gruppen som bereder planen' };

const states = {
  draft: 'ett utkast',
  prepared: 'beredd',
  approved: 'godkänd',
  'followed-up': 'uppföljd',
  locked: 'låst',
};

/** What comes of a step. */
const follows = {
  prepare: 'Sedan kan rådet godkänna den. Inget skickas.',
  approve: 'Då börjar avstämningarna: de ansvariga får frågor när nästa omgång öppnar.',
  'follow-up': 'Då slutar avstämningarna. Öppna frågor går att svara på tills de stänger.',
  lock: 'Då kan inget i planen ändras mer, öppna frågor stängs och bara tillägg tas emot. Det går inte att ångra.',
} satisfies Record<Act, string>;

export const planYear = {
  titleOfSeveral: (round: string, owner: string, count: number) => `Avstämning ${round}: ${owner}, ${count} delar`,
  lastTime: (last: string) => `${last.charAt(0).toUpperCase()}${last.slice(1)}.`,
  before: (round: string, answers: string) => `förra gången (${round}): ${answers}`,
  item: (activity: string, round: string, answers: string) => `${activity} — förra gången (${round}): ${answers}`,
  itemUnchecked: (activity: string) => `${activity} — inte avstämd förut`,
  allGreen: 'Alla gröna',
  answer: 'Svara',
  answerFor: (who: string) => `Svara för ${who}`,
  roundTitle: (round: string) => `Avstämning ${round}`,
  progress: (checked: number, all: number) => `Avstämda: ${checked} av ${all}`,
  roundHow: (until: string, isHereToo: boolean) =>
    `De ansvariga har fått frågan i sin egen chatt och svarar senast ${until}.${isHereToo ? ' Det går också att svara här.' : ''}`,

  remembered: 'Förra gångens svar står ifyllda. Ändra det som är nytt och skicka.',
  draft: {
    save: 'Spara utkast',
    kept: 'Utkastet är sparat. Bara du ser det. Öppna frågan igen för att fortsätta.',
    restored: 'Ditt utkast är hämtat. Det är inte skickat än.',
    answeredSince: (organisation: string, at: string, answer: string) =>
      `${organisation} har svarat (${at}, ${answer}) sedan du började skriva.`,
    overwrites: 'I fälten står ditt utkast, som är äldre. Skickar du det ersätter det svaret.',
    closed: 'Utkastet är inte sparat. Frågan är stängd.',
  },

  /** Each with the words that are understood; the first is shown. */
  words: {
    acts: {
      prepare: ['beredd', 'bered'],
      approve: ['godkänd', 'godkänn'],
      'follow-up': ['uppföljd', 'följ-upp'],
      lock: ['lås', 'låst'],
    },
    copy: ['kopiera', 'kopia'],
    history: ['historik', 'tidslinje'],
    addendum: ['tillägg'],
    yes: ['ja'],
    dnr: ['dnr', 'diarienummer'],
  },

  step: {
    title: (act: Act, year: number) => `${titles[act]}: planen för ${year}`,
    becomes: (year: number, from: keyof typeof states, to: keyof typeof states) =>
      `Planen för ${year} är ${states[from]} och blir ${states[to]}.`,
    decided: (day: string, dnr: string | undefined) =>
      `Rådets möte ${day}${dnr === undefined ? ', utan diarienummer' : `, dnr ${dnr}`}.`,
    follows: (act: Act) => follows[act],
    confirm: (command: string) => `Inget är gjort än. Skriv "${command}" för att göra det.`,
    done: (year: number, state: keyof typeof states) => `Planen för ${year} är nu ${states[state]}.`,
    refused: (why: string) => `Inget är ändrat. ${why}`,
    notAllowed: (act: Act, by: readonly ('coordinator' | 'preparer')[]) =>
      `Bara ${formatList(
        by.map((role) => roles[role]),
        'sv',
      )} kan ${acts[act].does}.`,
    notNext: (act: Act, state: keyof typeof states) => `Planen är ${states[state]}, så du kan inte ${acts[act].does}.`,
    writeNext: (next: Act | undefined) =>
      next === undefined
        ? 'En låst plan ändras inte mer. Skriv "plan tillägg" och texten.'
        : `Nästa steg är "plan ${acts[next].word}".`,
    noDay: 'Välj dagen för rådets beslut.',
    writeDay: 'Skriv dagen för rådets beslut efter, och gärna diarienumret: "plan godkänd 2024-02-28 dnr 1539-2023-1".',
    dayAhead: (day: string) => `${day} har inte varit än. Skriv dagen då rådet beslutade.`,
    noMeeting: (day: string, held: readonly string[]) =>
      `Rådet hade inget möte ${day}. ${
        held.length === 0 ? 'Lägg in mötet först.' : `Det hade senast möte ${formatList(held, 'sv')}.`
      }`,
    personalDnr: 'Diarienumret ser ut som ett personnummer. Rätta det.',
    longDnr: (length: number, most: number) => `Diarienumret är ${length} tecken. Korta det till högst ${most} tecken.`,
    overtaken: 'Någon annan ändrade planen samtidigt. Titta på den igen.',
    noPlan: (year: number | undefined) =>
      year === undefined ? 'Länet har ingen plan än.' : `Länet har ingen plan för ${year}.`,
    how: (words: readonly string[]) =>
      `Jag förstår inte. Skriv "plan", eller "plan" och något av: ${words.join(', ')}.`,
  },

  copy: {
    title: (from: number, to: number) => `Kopiera planen för ${from} till ${to}`,
    will: (carried: number, finished: number) =>
      `${formatCount(carried, 'del som inte är klar följer med', 'delar som inte är klara följer med')}. ${formatCount(finished, 'klar del stannar', 'klara delar stannar')}.`,
    already: (count: number) =>
      `${formatCount(count, 'del är redan kopierad och lämnas', 'delar är redan kopierade och lämnas')} som den är.`,
    done: (to: number, carried: number) =>
      `Planen för ${to} är ett utkast med ${formatCount(carried, 'ny del', 'nya delar')} från året före.`,
    notLater: 'Skriv ett senare år än planens, till exempel "plan kopiera 2025".',
    notDraft: (year: number, state: keyof typeof states) =>
      `Planen för ${year} är redan ${states[state]} och ändras inte av en kopia.`,
    noStrategy: (year: number) => `Ingen av länets strategier gäller ${year}.`,
    notAllowed: `Bara ${roles.coordinator} och ${roles.preparer} kan kopiera planen.`,
  },

  addendum: {
    how: 'Skriv texten efter "plan tillägg".',
    kept: (year: number) => `Tillägget till planen för ${year} är sparat. Planen i övrigt är som den var.`,
    notAllowed: 'Bara länets samordnare kan göra tillägg till en låst plan.',
    notLocked: (year: number) => `Planen för ${year} är inte låst. Ändra den i stället.`,
    tooLong: (length: number, most: number) => `Texten är ${length} tecken. Korta den till högst ${most} tecken.`,
    list: 'Tillägg',
    item: (day: string, text: string) => `${day}: ${text}`,
  },

  overview: {
    history: 'Planens väg',
    stepItem: (day: string, state: keyof typeof states, detail: string) => `${day}: ${states[state]}${detail}`,
    meeting: (day: string) => `, rådets möte ${day}`,
    dnr: (dnr: string) => `, dnr ${dnr}`,
    carried: (title: string) => `${title} (från året före)`,
  },

  history: {
    title: (activity: string) => `Så har det gått: ${activity}`,
    how: 'Skriv vad du vill se efter, till exempel "plan historik språkstöd".',
    unknown: (text: string, nearest: string | undefined) =>
      `Det finns ingenting i planerna som heter "${text}".${nearest === undefined ? '' : ` Menade du "${nearest}"?`}`,
    several: (titles: readonly string[]) => `Det finns flera. Skriv mer av namnet: ${formatList(titles, 'sv')}.`,
    none: 'Den är inte avstämd än.',
    item: (day: string, round: string, how: string) => `${day}, avstämning ${round}: ${how}`,
    late: 'sent svar',
    copy: 'ingen förändring',
    replaced: 'ändrat senare',
    action: (action: string, by: string | undefined) => `Åtgärd: ${action}${by === undefined ? '' : `, klar ${by}`}`,
    forecast: (text: string) => `Prognos: ${text}`,
    carriedFrom: (year: number) => `Fortsätter från planen för ${year}.`,
  },
};
