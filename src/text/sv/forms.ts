// Swedish texts: what a form asks people to mind, and what is wrong with an answer and how to mend it.
import { formatCount, formatList } from '../format.ts';

/** What to do with an empty field, by its kind, and what to call its answer where the form has no noun for it. */
const asks = {
  text: { verb: 'Skriv', noun: 'ett svar' },
  choice: { verb: 'Välj', noun: 'ett alternativ' },
  choices: { verb: 'Välj', noun: 'minst ett alternativ' },
  scale: { verb: 'Välj', noun: 'ett tal på skalan' },
  number: { verb: 'Skriv', noun: 'ett tal' },
  date: { verb: 'Välj', noun: 'ett datum' },
  light: { verb: 'Välj', noun: 'ett ljus' },
  municipality: { verb: 'Välj', noun: 'en kommun' },
  person: { verb: 'Välj', noun: 'en person' },
};

export const forms = {
  /** Opens the form. */
  answer: 'Svara',
  noIndividuals: 'Skriv inga uppgifter om enskilda personer.',

  /** Said above the form, with each fault at its field. */
  notKept: (faults: number) =>
    `Svaret är inte sparat. Rätta ${formatCount(faults, 'fält', 'fält')} och skicka igen. Det du skrev i övrigt finns kvar.`,
  personalNumber: {
    inField: (label: string) =>
      `Svaret är inte sparat. I fältet "${label}" står något som ser ut som ett personnummer. Ta bort det och skicka igen. Det du skrev i övrigt finns kvar.`,
    inMessage:
      'Det du skrev är inte sparat. Det ser ut att innehålla ett personnummer. Ta bort det och skriv igen. Skriv inga uppgifter om enskilda personer.',
    atField:
      'Det här ser ut som ett personnummer. Ta bort det. Är det ett telefonnummer, skriv det så här: 010-225 45 36. Är det något annat, skriv det på ett annat sätt.',
  },

  /** "Skriv en kommentar när ljuset är gult." */
  missing: (kind: keyof typeof asks, noun?: string, cause?: string) =>
    `${asks[kind].verb} ${noun ?? asks[kind].noun}${cause === undefined ? '' : ` när ${cause}`}.`,
  /** What comes after "när": 'svaret på "Behövs stöd?" är "Ja"'. */
  cause: (label: string, answers: readonly string[]) =>
    `svaret på "${label}" är ${formatList(
      answers.map((answer) => `"${answer}"`),
      'sv',
    )}`,

  tooLong: (length: number, most: number) => `Texten är ${length} tecken. Korta den till högst ${most} tecken.`,
  notText: 'Svaret går inte att läsa. Skriv ett svar i fältet.',
  notAnOption: 'Alternativet finns inte. Välj ett i listan.',
  notAMunicipality: 'Kommunen finns inte i listan. Välj en kommun i listan.',
  notAPerson: 'Personen finns inte i listan. Välj en person i listan.',
  notALight: (names: readonly string[]) => `Ljuset finns inte. Välj ett av dem: ${formatList(names, 'sv')}.`,
  notANumber: 'Det här är inget tal. Skriv det med siffror, till exempel 1200 eller 12,5.',
  notWhole: 'Det här är inget heltal. Skriv det med bara siffror, till exempel 1200.',
  tooSmall: (least: string) => `Talet är för litet. Skriv ett tal som är minst ${least}.`,
  tooLarge: (most: string) => `Talet är för stort. Skriv ett tal som är högst ${most}.`,
  offScale: (from: number, to: number) => `Talet finns inte på skalan. Välj ett heltal från ${from} till ${to}.`,
  notADate: 'Datumet finns inte. Skriv det som år-månad-dag, till exempel 2025-03-28.',
  notATime: 'Skriv tiden som 13.15.',
  notALink: 'Skriv hela adressen, till exempel https://example.org/sida.',
  tooEarly: (first: string) => `Datumet är för tidigt. Välj ${first} eller senare.`,
  tooLate: (last: string) => `Datumet är för sent. Välj ${last} eller tidigare.`,
  unknownField: 'Frågan finns inte i formuläret. Öppna formuläret igen och svara där.',
};
