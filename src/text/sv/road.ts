// Swedish texts of the road: receipts, nudges, escalations, and what the bot says when something is in the way.

import { formatList } from '../format.ts';

/** Why a conversation takes nothing any more; what is not here is a platform's own word. */
const lostReasons: Readonly<Record<string, string>> = {
  removed: 'Samverk är borttaget därifrån',
  archived: 'arkiverat',
  'tenant-not-listed':
    'dess organisation eller arbetsyta står inte längre i länets fil; när den står där igen fortsätter det',
  deleted: 'borttaget',
  blocked: 'Samverk är blockerat där',
};

export const road = {
  closed: 'Frågan är stängd. Tack till alla som har svarat.',

  receipt: (receipt: string, at: string, changeUntil: string) =>
    `Tack! Svaret är sparat (kvitto ${receipt}, ${at}). Du kan ändra det till och med ${changeUntil}.`,
  receiptLate: (receipt: string, at: string) =>
    `Tack! Svaret är sparat (kvitto ${receipt}, ${at}). Det kom efter sista svarsdag och är märkt som sent.`,
  ownStatus: (answer: string, at: string, receipt: string) => `Ditt svar: ${answer} (${at}, kvitto ${receipt})`,
  colleagueStatus: (organisation: string, answer: string, at: string) =>
    `${organisation} har redan svarat: ${answer} (${at})`,
  answerGiven: 'svar lämnat',
  moreNeeded: 'Svaret är inte sparat än. Fyll i det som saknas och skicka.',
  alreadyAnswered: (organisation: string, at: string, answer: string) =>
    `${organisation} har redan svarat (${at}, ${answer}). Svaret är inte ändrat. Du kan ändra det här.`,
  isClosed: (until: string) => `Svaret är inte sparat. Frågan stängde ${until}. Be samordnaren om något ska ändras.`,
  notAsked:
    'Svaret är inte sparat. Frågan är inte ställd till dig eller din organisation. Be samordnaren om det är fel.',
  released: 'Svaret är inte sparat. Frågan är återtagen, så du behöver inte svara.',
  handedOn: (name: string) => `Svaret är inte sparat. Frågan har gått över till ${name}, som svarar i stället.`,
  insteadOf: (name: string) => `Svarat i stället för ${name}.`,
  nothingToRepeat: 'Det finns inget tidigare svar att upprepa. Välj ett av de andra svaren.',
  gone: 'Frågan finns inte längre. Be samordnaren om du undrar varför.',
  trouble: 'Det gick inte att spara just nu. Inget är borta. Försök igen om en stund.',

  nudge: {
    title: (prompt: string) => `Påminnelse: ${prompt}`,
    closes: (daysLeft: number, until: string) =>
      daysLeft <= 0
        ? `Sista dagen att svara är i dag, ${until}.`
        : `Svarstiden går ut om ${daysLeft === 1 ? 'en dag' : `${daysLeft} dagar`}, ${until}.`,
    effort: (questions: number) =>
      questions === 1 ? 'En fråga, några sekunder.' : `${questions} frågor, ungefär en minut.`,
  },

  delegate: {
    button: 'Be ersättaren svara',
    done: (name: string) => `${name} har fått frågan och svarar i stället för dig. Båda namnen sparas med svaret.`,
    nobody:
      'Du har ingen ersättare att be. Skriv "ersättare", namn och dagar för att utse en kollega, till exempel "ersättare Karin Ek 1–15 juli".',
    answered: 'Frågan är redan besvarad, så ingen behöver svara i stället.',
    told: (name: string, prompt: string) => `${name} ber dig svara: ${prompt}`,
    why: (until: string) => `Du är ersättare. Svara senast ${until}. Båda namnen sparas med svaret.`,
    answer: 'Svara nu',
  },

  escalation: {
    title: (silent: number, asked: number, prompt: string) => `${silent} av ${asked} har inte svarat: ${prompt}`,
    nudged: (times: number) =>
      times === 0
        ? 'De har inte fått någon påminnelse.'
        : `De är påminda ${times === 1 ? 'en gång' : `${times} gånger`}.`,
    silent: 'Har inte svarat',
    until: (until: string) => `Sista svarsdag var ${until}. Sena svar tas emot och märks.`,
  },

  undelivered: {
    title: (count: number) => (count === 1 ? 'Ett meddelande kom inte fram' : `${count} meddelanden kom inte fram`),
    explain:
      'Plattformen tog inte emot det som skickades. Kontrollera att kanalen finns kvar och att Samverk är tillagd där.',
    item: (title: string, conversation: string, code: string) => `${title} — ${conversation} (${code})`,
    list: 'Inte framme',
    lost: {
      title: (names: readonly string[]) => `Jag kan inte längre skriva i ${formatList(names, 'sv')}`,
      list: 'Här är jag tyst tills vidare',
      item: (name: string, reason: string) => `${name} — ${lostReasons[reason] ?? reason}`,
      explain:
        'Lägg till Samverk där igen, så fortsätter det som fortfarande är aktuellt. Webbrummet fungerar som vanligt.',
    },
  },

  mine: {
    title: 'Mina frågor',
    none: 'Du har inga öppna frågor just nu.',
    list: (count: number) => (count === 1 ? 'En öppen fråga' : `${count} öppna frågor`),
    item: (title: string, until: string, isAnswered: boolean) =>
      `${title} — svara senast ${until}${isAnswered ? ' (besvarad)' : ''}`,
  },
};
