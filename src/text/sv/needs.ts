// Swedish texts: needs and insights that are raised to the preparatory group.
export const needs = {
  /** The words after "behov" that settle one. */
  settle: ['klart', 'klar'],
  title: 'Behov och insikter',
  none: 'Du har inte lyft något behov än.',
  how: 'Skriv "behov" och vad du ser, så lyfts det till gruppen som bereder länets frågor. Skriv inga uppgifter om enskilda personer.',
  own: 'Det du har lyft',
  ownOpen: (number: number, text: string) => `${number}. ${text} — inte avgjort än`,
  ownSettled: (number: number, text: string, outcome: string) => `${number}. ${text} — utfall: ${outcome}`,
  open: 'Att ta ställning till',
  openItem: (number: number, text: string, organisation: string) => `${number}. ${text} (${organisation})`,
  howToSettle: 'Skriv "behov klart", numret och utfallet, så får den som lyfte behovet veta.',

  receipt: (number: number, group: string | undefined) =>
    `Tack! Det är sparat som behov ${number}. ${group === undefined ? 'Länets samordnare får veta det nu.' : `Sammankallande för ${group} får veta det nu.`}`,
  onAgenda: (meeting: string) => `Det tas upp på nästa möte: ${meeting}.`,
  noMeeting: 'Det tas upp på nästa möte.',
  promise: 'Du får veta vad det leder till.',
  tooLong: (length: number, most: number) =>
    `Inget är sparat. Texten är ${length} tecken. Korta den till högst ${most} tecken och skriv igen.`,

  settled: (number: number) => `Utfallet för behov ${number} är sparat. Den som lyfte behovet får veta det nu.`,
  settledBefore: (number: number, outcome: string) => `Behov ${number} har redan ett utfall: ${outcome}`,
  notAllowed: 'Bara länets samordnare och gruppens sammankallande kan sätta utfallet.',
  unknown: (number: number) => `Det finns inget behov ${number}. Skriv "behov" för att se dem som finns.`,
  howSettle: 'Skriv numret och utfallet efter, till exempel "behov klart 12 Tas upp i planen för nästa år".',

  raised: {
    title: (number: number, organisation: string) => `Behov ${number} från ${organisation}`,
    text: 'Behov eller insikt',
    from: 'Från',
    group: 'Grupp',
    how: (number: number) =>
      `Det står med i kallelsen till nästa möte. När ni har tagit ställning: skriv "behov klart ${number}" och utfallet, så får den som lyfte behovet veta.`,
  },
  outcome: {
    title: (number: number) => `Utfall för behov ${number}`,
    text: 'Du skrev',
    outcome: 'Utfall',
    by: 'Från',
  },
};
