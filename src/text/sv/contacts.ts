// Swedish texts about whom to ask: contacts, who is responsible for what, and what to choose between.
import { formatAlternatives, formatCount } from '../format.ts';

export const contacts = {
  /** Words in a question that carry nothing: "vem ansvarar för SFI i Umeå". */
  fillers: 'och samt för i på till om med hos är kontakt det den som har gör',
  /** Words by which only those who are responsible are asked for, and only those who offer something. */
  duty: 'ansvarar ansvar ansvarig ansvariga svarar',
  offer: 'erbjuder',

  title: 'Kontakter',
  whole: 'Hela länet',
  label: (municipality: string, code: string) => `${municipality} (${code})`,
  line: (title: string, organisation: string) => `${title}, ${organisation}`,
  confirmed: (month: string) => `bekräftad i ${month}`,
  unconfirmedSince: (month: string) => `inte bekräftad sedan ${month}`,
  unconfirmed: 'inte bekräftad',
  noOfficer: 'Ingen kontakt är angiven. Fråga länets samordnare.',
  noContact: (asked: string, command: string) =>
    `Ingen kontakt är angiven för ${asked}. Skriv "${command} ${asked}", så visar jag vem som ansvarar.`,
  more: (count: number) => `Det finns ${count} till. Skriv en kommun också, så visar jag bara den.`,
  elsewhere: (county: string, board: string) => `Ligger i ${county}. Fråga ${board}.`,
  what: (command: string) => `Skriv en kommun, ett ärende eller en titel efter "${command}".`,
  notFound: (text: string, command: string) =>
    `Jag hittar ingen kontakt för "${text}". Skriv en kommun, ett ärende eller en titel efter "${command}".`,

  noMunicipality: (text: string, nearest: readonly string[]) =>
    `Det finns ingen kommun som heter "${text}".${nearest.length === 0 ? '' : ` Menade du ${formatAlternatives(nearest, 'sv')}?`}`,
  nearest: (name: string, county: string | undefined) => (county === undefined ? `"${name}"` : `"${name}" (${county})`),

  choice: {
    title: (text: string) => `Vilken menar du med "${text}"?`,
    how: 'Skriv en av raderna, fram till strecket.',
    item: (command: string, name: string) => `${command} — ${name}`,
  },

  duties: {
    titleOf: (matter: string, municipality: string) => `${matter}: ${municipality}`,
    responsible: 'Ansvarar',
    offers: 'Erbjuder',
    ask: 'Kontakt',
    item: (names: string, text: string) => `${names} — ${text}`,
    municipalities: (count: number) => formatCount(count, 'kommun', 'kommuner'),
    narrow: (command: string) => `Skriv "${command}" och en kommun efter, så visar jag bara den.`,
    none: (matter: string) => `Ingen har angett att den ansvarar för eller erbjuder ${matter}.`,
    unknown: (text: string, nearest: string | undefined) =>
      `Jag känner inte till ärendet "${text}". ${nearest === undefined ? 'Skriv bara "vem", så ser du alla.' : `Menade du "${nearest}"?`}`,
    what: 'Ärenden du kan fråga om',
    how: (command: string) => `Skriv "${command}" och ett ärende, och gärna en kommun.`,
    noMatters: 'Länet har inte angett några ärenden att fråga om.',
  },

  party: {
    what: (command: string) => `Skriv namnet på en organisation efter "${command}".`,
    unknown: (text: string, nearest: string | undefined) =>
      `Det finns ingen part som heter "${text}".${nearest === undefined ? '' : ` Menade du "${nearest}"?`}`,
    responsible: 'Ansvarar för',
    offers: 'Erbjuder',
    contact: 'Kontakt',
    nothing: 'Parten har inte angett vad den erbjuder eller ansvarar för.',
    noContact: 'Ingen kontakt är angiven.',
  },

  gaps: {
    title: 'Kontaktlista: det här saknas',
    complete: 'Varje kommun har en kontakt, och alla är bekräftade det senaste halvåret.',
    without: (count: number) => `${formatCount(count, 'kommun', 'kommuner')} saknar kontakt`,
    several: (count: number) => `${formatCount(count, 'kommun', 'kommuner')} har flera kontakter`,
    stale: (count: number) =>
      `${formatCount(count, 'kontakt är inte bekräftad', 'kontakter är inte bekräftade')} det senaste halvåret`,
    item: (name: string, detail: string) => `${name} — ${detail}`,
    notAllowed: 'Bara länets samordnare, och den som får läsa hela länet, kan se vad som saknas i kontaktlistan.',
  },

  /** Said to a stranger in a county that shows its contacts to everybody. */
  forAll: (command: string) => `Skriv "${command}" och en kommun, så säger jag vem du kan fråga.`,

  refused: {
    members: (county: string) =>
      `Kontakterna i ${county} visas bara för den som är med i någon av länets grupper. Fråga länets samordnare.`,
    partners: (county: string) =>
      `Kontakterna i ${county} visas bara för den som är med i länets samverkan. Fråga länets samordnare.`,
  },
};
