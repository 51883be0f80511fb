// Swedish texts of the desk in a chat: how acts are asked for, and what the answers so far say.
import { formatCount, formatList } from '../format.ts';

export const deskChat = {
  kinds: {
    meeting: ['möte', 'mötet'],
    call: ['utlysning', 'utlysningen'],
    round: ['avstämning', 'avstämningen', 'avstämningsomgång'],
    survey: ['enkät', 'enkäten'],
    memo: ['påminnelse', 'påminnelsen'],
  },
  /** What stands between the word of an act and what it is about: "ställ in mötet". */
  fillers: ['in', 'om', 'på', 'för'],
  whatNew:
    'Vad vill du lägga till? Skriv "nytt möte", "ny utlysning", "ny avstämning", "ny enkät" eller "ny påminnelse".',
  which: 'Vilket menar du?',
  whichList: 'Det här kan du välja',
  none: 'Det finns inget planerat som du kan styra. Skriv "nytt möte" för att lägga till ett.',
  noneAble: (verb: string) => `Det finns inget att ${verb} just nu. Skriv "svar" för att se det som är planerat.`,
  /** After "att". */
  verbs: {
    change: 'ändra',
    move: 'flytta',
    pause: 'pausa',
    resume: 'återuppta',
    cancel: 'ställa in',
    nudge: 'påminna om',
    resend: 'skicka igen',
    close: 'stänga',
    prolong: 'förlänga',
    reopen: 'öppna igen',
  },
  unknown: (text: string) => `Jag hittar inget som heter "${text}" bland det du kan styra. Så här ser listan ut:`,
  item: (title: string, day: string) => `${title} — ${day}`,
  more: (count: number) => `och ${count} till. Skriv några ord ur namnet efter, så visar jag rätt.`,
  receipt: (said: string, receipt: string) => `${said} Kvitto ${receipt}.`,
  acts: {
    change: 'Ändra',
    move: 'Flytta',
    pause: 'Pausa',
    resume: 'Återuppta',
    cancel: 'Ställ in',
    nudge: 'Påminn dem som inte svarat',
    resend: 'Skicka igen till dem det inte kom fram till',
    close: 'Stäng frågan',
    prolong: 'Förläng',
    reopen: 'Öppna frågan igen',
  },
  /** What was done, as it stands in the trace. */
  did: {
    new: 'Skapat',
    change: 'Ändrat',
    move: 'Flyttat',
    pause: 'Pausat',
    resume: 'Återupptaget',
    cancel: 'Inställt',
    nudge: 'Påmint',
    resend: 'Skickat igen',
    close: 'Stängt',
    prolong: 'Förlängt',
    reopen: 'Öppnat igen',
  },
  answers: {
    title: (what: string) => `Svar: ${what}`,
    none: 'Ingen fråga är ställd än.',
    progress: (answered: number, asked: number) => `${answered} av ${asked} har svarat`,
    answered: 'Har svarat',
    item: (name: string, answer: string) => `${name}: ${answer}`,
    silent: 'Har inte svarat',
    failed: (count: number) => `${formatCount(count, 'meddelande', 'meddelanden')} kom inte fram.`,
    how: 'Skriv "svar" och några ord ur namnet.',
    changes: 'Senast gjort',
    /** "Flyttat onsdag 5 juni kl. 9.20 av Samordnare, Länsstyrelsen" */
    change: (what: string, at: string, by: string, fields: readonly string[]) =>
      `${what} ${at} av ${by}${fields.length === 0 ? '' : ` (${formatList(fields, 'sv')})`}`,
  },
};
