// Swedish texts: the shared calendar of activities.
import { formatList } from '../format.ts';

export const events = {
  title: 'Aktiviteter',
  none: 'Inga aktiviteter är inplanerade.',
  item: (when: string, what: string, organisation: string) => `${when}: ${what} (${organisation})`,
  how: 'Skriv "aktivitet", datum och vad som händer för att föreslå något, till exempel "aktivitet 10 april Språkcafé · Stadsbiblioteket". Plats och länk skriver du efter " · ".',
  own: {
    title: 'Dina förslag',
    numbered: (number: number, item: string) => `${number}. ${item}`,
    approved: (item: string) => `${item} — står i kalendern`,
    waiting: (item: string) => `${item} — väntar på att samordnaren godkänner`,
    refused: (item: string, reason: string) => `${item} — inte godkänd: ${reason}`,
  },

  withdraw: {
    words: ['dra tillbaka', 'ta tillbaka', 'återta'],
    how: '"aktivitet dra tillbaka" och numret tar bort ett av dina förslag.',
    done: (title: string) => `"${title}" är tillbakadragen. Den står inte längre i kalendern.`,
    unknown: (own: readonly string[]) =>
      own.length === 0
        ? 'Du har inget förslag att dra tillbaka.'
        : `Det numret har inget av dina förslag. Du kan dra tillbaka ${formatList(own, 'sv')}.`,
  },

  receipt: (title: string, when: string) =>
    `Tack! "${title}", ${when}, är föreslagen. Samordnaren får frågan nu, och andra ser den när den är godkänd. Du får veta hur det går.`,
  receiptApproved: (title: string, when: string) => `"${title}", ${when}, står i kalendern nu.`,
  faults: {
    'no-date':
      'Inget är sparat. Börja med dagen: "aktivitet 2026-04-10 Språkcafé", "aktivitet 10 april Språkcafé" eller "aktivitet 10–12 april Mässa".',
    'no-title': 'Inget är sparat. Skriv vad som händer efter datumet.',
    over: 'Inget är sparat. Dagen har varit.',
    'upside-down': 'Inget är sparat. Den sista dagen kommer före den första.',
  },
  tooLong: (most: number) =>
    `Inget är sparat. Skriv högst ${most} tecken om vad som händer, och högst ${most} om platsen.`,

  prompt: (title: string) => `Ny aktivitet att godkänna: ${title}`,
  facts: {
    when: 'När',
    place: 'Plats',
    from: 'Från',
    answerBy: 'Svara senast',
  },
  form: {
    decision: 'Ska aktiviteten stå i kalendern?',
    approved: 'Godkänn',
    refused: 'Avslå',
    reason: 'Skäl',
    reasonNoun: 'ett skäl',
    reasonHelp: 'Den som föreslog aktiviteten får läsa det.',
  },
  decided: {
    withdrawn: 'Den är återtagen av den som föreslog den.',
    approved: 'Godkänd. Den står i kalendern.',
    refused: (reason: string) => `Inte godkänd: ${reason}`,
  },
  answer: {
    approved: (title: string) => `Din aktivitet är godkänd: ${title}`,
    refused: (title: string) => `Din aktivitet är inte godkänd: ${title}`,
    seen: 'Alla ser den när de skriver "aktiviteter", och den kommer med i veckobrevet.',
    again: 'Ändra det som saknas och föreslå den igen, eller fråga samordnaren.',
  },
  digest: {
    title: 'Aktiviteter framöver',
    soon: (days: number) => `De närmaste ${days} dagarna`,
    fresh: 'Nytt längre fram',
  },
};
