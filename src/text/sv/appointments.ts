// Swedish texts of substitutes and successors: what is written, what is answered, and what those are told who step in.
import { formatList } from '../format.ts';

export const appointments = {
  /** After "ersättare": nobody any more, and for whom it is. */
  nobody: ['ingen', 'inga', 'bort'],
  whom: ['för'],

  roles: {
    chair: 'ordförande',
    convener: 'sammankallande',
    rapporteur: 'föredragande',
    secretary: 'sekreterare',
    member: 'ledamot',
    substitute: 'ersättare',
  },

  shown: {
    title: 'Ersättare',
    forMe: 'Ersätter dig',
    byMe: 'Du ersätter',
    days: (name: string, days: string, receipt: string) => `${name}, ${days} (kvitto ${receipt})`,
    always: (name: string, group: string) => `${name} i ${group}, när den ordinarie ledamoten inte kan`,
    successor: (name: string, lastDay: string) => `${name} efterträder dig, din sista dag är ${lastDay}`,
    predecessor: (name: string, lastDay: string) => `${name}, som du efterträder (sista dag ${lastDay})`,
    none: 'Ingen ersätter dig, och du ersätter ingen.',
    how: 'Utse någon: skriv "ersättare", namn eller adress, och dagar. Till exempel "ersättare Karin Ek 1–15 juli". "ersättare ingen" tar tillbaka.',
  },

  noPerson: (text: string, nearest?: string) =>
    `Det finns ingen i länet som heter "${text}".${nearest === undefined ? '' : ` Menade du "${nearest}"?`} Skriv hela namnet eller e-postadressen. Den som saknas lägger samordnaren till i länets fil, och sedan går det.`,
  severalPeople: (addresses: readonly string[]) =>
    `Det finns flera med det namnet. Skriv adressen i stället: ${formatList(addresses, 'sv')}.`,
  noDays: (example: string) => `Vilka dagar gäller det? Skriv till exempel "${example}".`,
  exampleDays: (name: string) => `ersättare ${name} 1–15 juli`,
  exampleLastDay: (name: string) => `efterträdare ${name} 30 juni`,
  notAllowed:
    'Bara personen själv, sammankallande i personens grupp och länets samordnare kan utse ersättare och efterträdare.',
  notThemself: 'Ingen kan ersätta sig själv. Skriv namnet på någon annan.',
  otherOrganisation: (name: string, organisation: string) =>
    `${name} arbetar inte för ${organisation}. Varje organisation utser själv ersättare och efterträdare. Välj en kollega.`,
  isOver: 'Dagarna har redan varit. Skriv dagar som kommer.',
  isTaken: (name: string, days: string) =>
    `${name} är redan utsedd för ${days}. Skriv "ersättare ingen" först om det ska ändras.`,
  isAway: (name: string, days: string) => `${name} har själv en ersättare under ${days}. Välj någon annan.`,
  noSeat: (name: string) =>
    `${name} sitter inte i någon av dina grupper under de dagarna, så det finns inget att ersätta i.`,
  hasSuccessor: (name: string) =>
    `${name} är redan utsedd som efterträdare. Skriv "efterträdare ingen" först om det ska ändras.`,

  appointed: (standIn: string, person: string, days: string, receipt: string) =>
    `${standIn} ersätter ${person} ${days} (kvitto ${receipt}). Under den tiden går frågorna dit i stället, och svaren sparas med bådas namn. "ersättare ingen" tar tillbaka.`,
  yourself: 'dig',
  handedOver: (standIn: string, person: string, lastDay: string, receipt: string) =>
    `${standIn} efterträder ${person}. Sista dagen är ${lastDay} (kvitto ${receipt}). Då går öppna frågor och platserna i grupperna över. Inget tas bort. Till dess tar "efterträdare ingen" tillbaka det.`,
  inGroups: (groups: readonly string[]) => `Det gäller ${formatList(groups, 'sv')}.`,
  coordinatorStays: 'Rollen som länets samordnare ändras bara i länets fil.',
  takenBack: (person: string, standIn: string) =>
    `${standIn} ersätter inte längre ${person}. Frågor som inte är besvarade har gått tillbaka.`,
  successionTakenBack: (person: string, successor: string) =>
    `${successor} efterträder inte längre ${person}. Platserna i grupperna är som de var.`,
  noSuccession: 'Det finns ingen efterträdare att ta tillbaka.',
  hasTakenOver: (successor: string) =>
    `${successor} har redan tagit över, så det går inte att ta tillbaka. Be samordnaren ändra i länets fil.`,
  nothingToTakeBack: 'Det finns ingen utsedd ersättare att ta tillbaka.',

  told: {
    substitute: (name: string, days: string) => `Du ersätter ${name} ${days}`,
    substituteWhy: (by: string) =>
      `Utsedd av ${by}. Under den tiden får du frågorna i stället. Svaren sparas med bådas namn.`,
    groups: 'Det gäller',
    questions: (count: number) => (count === 1 ? 'En fråga väntar på dig' : `${count} frågor väntar på dig`),
    question: (title: string, until: string) => `${title} — svara senast ${until}`,
    takenBack: (name: string) => `Du ersätter inte längre ${name}`,
    takenBackWhy: (by: string) => `${by} har tagit tillbaka det. Frågor som du inte har svarat på har gått tillbaka.`,
    successionTakenBack: (name: string) => `Du efterträder inte längre ${name}`,
    successionTakenBackWhy: (by: string) =>
      `${by} har tagit tillbaka det, innan dagen kom. Frågor som du har fått och inte svarat på har gått tillbaka.`,
    successionBackWhy: (name: string) => `${name} efterträder dig inte längre.`,
    back: 'Frågor som är dina igen',
    backWhy: (name: string) => `${name} ersätter dig inte längre.`,
    yours: (name: string, days: string) => `${name} ersätter dig ${days}`,
    yoursWhy: (by: string) => `Utsedd av ${by}. Skriv "ersättare ingen" om det är fel.`,
    yourSuccessor: (name: string) => `${name} efterträder dig`,
    yourSuccessorWhy: (by: string, lastDay: string) =>
      `Utsedd av ${by}. Din sista dag är ${lastDay}. Då går dina öppna frågor över. Säg till samordnaren om det är fel.`,
  },

  pack: {
    title: (name: string) => `Du efterträder ${name}`,
    lastDay: (name: string, lastDay: string) => `Sista dagen för ${name} är ${lastDay}.`,
    now: 'Här är det som du tar över.',
    soon: 'Efter den dagen får du frågorna, och allt annat som du tar över.',
    groups: 'Dina grupper',
    group: (name: string, role: string, from: string) => `${name} — ${role} från ${from}`,
    meetings: 'Kommande möten',
    activities: 'Senaste avstämningen',
    activity: (title: string, light: string, when: string, comment?: string) =>
      `${title} — ${light} (${when})${comment === undefined ? '' : `: ${comment}`}`,
    contacts: 'Du står som kontakt',
    contact: (title: string, phone: string, email: string) => `${title} — ${phone}, ${email}`,
    contactsNote: 'Telefon och adress är de som stod där. Säg till samordnaren om de ska ändras.',
    glossary: 'Ord i länet',
    term: (term: string, text: string) => `${term}: ${text}`,
    nothing: 'Inga frågor väntar på dig just nu.',
  },
};
