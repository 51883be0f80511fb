// Swedish texts: what is wrong in a county's file or in a sheet, and how to mend it. One sentence each.

/** What entries refer to, and what is one entry's alone. */
const nouns = {
  matter: 'fråga',
  organisation: 'organisation',
  person: 'person',
  group: 'grupp',
  contact: 'kontakt',
  area: 'område',
  goal: 'mål',
  instrument: 'stöd',
  call: 'utlysning',
  meeting: 'möte',
  plan: 'plan',
  activity: 'insats',
  round: 'avstämning',
  question: 'uppföljningsfråga',
};

const meant = (nearest: string | undefined) => (nearest === undefined ? '' : ` Menade du "${nearest}"?`);

export const findings = {
  missing: 'Det här saknas. Lägg till det.',
  notRight: (value: string, why: string) => `${value} stämmer inte här: ${why}.`,
  aList: 'En lista',
  aGroup: 'En grupp av rader med nycklar',

  /** What the schemas call their faults. */
  issues: {
    'not-a-date': (value: string) => `${value} är ingen dag. Skriv år-månad-dag, till exempel 2019-03-20.`,
    'date-out-of-range': (value: string) => `${value} ligger utanför åren 1900–2999. Rätta året.`,
    'not-a-time': (value: string) =>
      `${value} är inget klockslag. Skriv timmar och minuter inom citattecken, till exempel "09:00".`,
    'unknown-zone': (value: string) =>
      `${value} är ingen tidszon. Skriv dess IANA-namn, till exempel Europe/Stockholm.`,
    'not-a-step-name': (value: string) =>
      `${value} kan inte vara namn på ett steg. Använd a–z, 0–9 och bindestreck, högst 40 tecken.`,
    'not-a-move': (value: string) => `${value} är inte känt här. Välj before, after eller keep.`,
    'step-twice': () => 'Två steg har samma namn. Ge dem var sitt.',
    'not-a-slug': (value: string) =>
      `${value} är inget id. Använd a–z, 0–9 och enkla bindestreck, till exempel arbetsgrupp-sprak.`,
    'not-a-county-code': (value: string) =>
      `${value} är ingen länskod. Skriv två siffror inom citattecken, till exempel "08".`,
    empty: () => 'Det här är tomt. Skriv ett värde, eller ta bort raden.',
    'nothing-listed': () => 'Listan är tom. Skriv minst en.',
    'not-a-goal': (value: string) => `${value} är inget mål i Agenda 2030. De är numrerade 1–17.`,
    'not-a-year': (value: string) => `${value} är inget år. Skriv fyra siffror, till exempel 2024.`,
    'not-a-link': (value: string) => `${value} är ingen webbadress. Börja med https://.`,
    'not-a-tenant': (value: string) =>
      `${value} är inget id för en organisation i Teams. Kopiera "Tenant ID" från Microsoft Entra: 36 tecken med bindestreck.`,
    'not-a-workspace': (value: string) =>
      `${value} är inget id för en arbetsyta. Det börjar med T (eller E): första delen av adressen i Slack.`,
    'not-an-email': (value: string) => `${value} är ingen e-postadress. Skriv den som namn@example.org.`,
    'not-a-phone': (value: string) =>
      `${value} är inget telefonnummer. Använd siffror, mellanslag och ett bindestreck: 010-000 00 01.`,
    'not-an-example-mark': () =>
      'Skriv true när hela posten är ett exempel, eller räkna upp de fält som är det: [phone, email].',
    'quota-without-number': () => 'Säg hur många möten: atLeast, atMost eller båda.',
    'quota-upside-down': () => 'atLeast är mer än atMost. Rätta ett av dem.',
    'own-measure-without-name': () => 'Ett eget mått har ett eget namn. Lägg till det, eller välj ett annat mått.',
    'known-measure-with-name': () => 'Bara ett eget mått har ett namn. Ta bort det, eller skriv own som mått.',
    'closed-too-soon': () => 'openDays är mindre än answerDays. Rätta ett av dem.',
    'below-zero': (value: string) => `${value} är under noll. Räkna dagarna före mötet som 0 eller mer.`,
  },
  notAMunicipality: (value: string, nearest: string | undefined) =>
    `${value} är ingen kommun. ${
      nearest === undefined ? 'Skriv dess korta namn eller dess fyrsiffriga kod.' : `Menade du ${nearest}?`
    }`,
  notAmong: (value: string, nearest: string | undefined, choices: readonly string[]) =>
    `${value} är inte känt här.${meant(nearest)} ${
      choices.length === 1 ? `Skriv ${choices[0]}.` : `Välj något av ${choices.join(', ')}.`
    }`,
  shouldBeText: (value: string) => `${value} ska vara text. Sätt citattecken runt: "${value}".`,
  shouldBe: (value: string, type: string) => `${value} ska vara ${type}.`,
  types: {
    string: 'en text',
    int: 'ett helt tal',
    number: 'ett tal',
    boolean: 'true eller false',
    array: 'en lista',
    tuple: 'en lista',
    object: 'en grupp av rader med nycklar',
  },

  unknownKey: (key: string) => `"${key}" är inte känt här. Rätta nyckeln, eller ta bort den.`,
  unknownKeyInCounty: (key: string) =>
    `"${key}" är inte känt här. Rätta nyckeln, eller ta bort den; docs/counties.md räknar upp dem som är kända.`,
  notYaml: (reason: string) => `Det här är inte YAML: ${reason}. Rätta raden.`,
  aliasInside: (name: string) => `*${name} står inuti ett värde som självt är märkt med &. Skriv ut det.`,
  aliasUnknown: (name: string) => `Inget ovanför är märkt &${name}. Rätta *${name}, eller märk det som menas.`,
  keyTwice: (key: string) => `"${key}" står här två gånger. Behåll en av dem.`,

  dangling: (noun: keyof typeof nouns, value: string, nearest: string | undefined) =>
    `"${value}" finns inte som ${nouns[noun]}.${meant(nearest)} Rätta id:t, eller lägg till det som saknas.`,
  idTaken: (noun: keyof typeof nouns, value: string, at: string) =>
    `"${value}" är redan id för ${nouns[noun]} vid ${at}. Välj ett annat.`,
  emailTaken: (value: string, at: string) => `"${value}" är redan e-postadressen vid ${at}. Välj en annan.`,
  planYearTaken: (value: string, at: string) => `"${value}" är redan planens år vid ${at}. Välj ett annat.`,
  outOfOrder: (to: string, first: string, from: string) => `${to} kommer före ${first}, ${from}. Rätta ett av dem.`,
  undatedPlan: (state: string) => `En plan som är ${state} godkändes någon dag. Lägg till approvedOn.`,
  outsideStrategy: (year: number, from: string, to: string | undefined) =>
    `${year} ligger utanför strategin, som gäller från ${from} till ${to ?? 'nu'}. Rätta det ena.`,
  unknownCounty: (code: string) => `Inget svenskt län har koden "${code}". Rätta den.`,
  otherCountyName: (code: string, name: string) => `Länet med koden ${code} är ${name}. Rätta det ena.`,
  otherCounty: (name: string, code: string) =>
    `${name} (${code}) ligger i ett annat län, vars egen länsstyrelse svarar. Ta bort den.`,
  noSuchField: (field: string) => `Det finns inget "${field}" i den här posten. Ta bort det ur exempelmärket.`,
  idOfPerson: (id: string) => `"${id}" är redan id för en person. Välj ett annat.`,
  seatTwice: 'Personen har redan den här platsen från den här dagen. Ta bort en av raderna.',
  standsInForNobody: 'En ersättare ersätter någon. Lägg till substituteFor.',
  noSubstitute: 'Bara en ersättare har substituteFor. Rätta rollen, eller ta bort det.',
  standsInForSelf: 'Ingen ersätter sig själv. Skriv den ordinarie ledamoten.',
  noSeat: (person: string) => `"${person}" har ingen plats i gruppen. Lägg till den, eller rätta id:t.`,
  mayNotForm: (group: string, kind: string) =>
    `"${group}" bildar inga grupper av sorten ${kind}. Rätta det ena, eller lägg till sorten i dess mayForm.`,

  sheet: {
    personal:
      'Något här ser ut som ett personnummer. Ta bort det. Är det ett telefonnummer, skriv det med mellanslag: 010-223 00 01.',
    error: (text: string) => `Bladet självt säger ${text} här. Laga formeln, eller skriv värdet.`,
    notANumber: (text: string) => `"${text}" är inget tal. Skriv det med siffror, som 1234 eller 12,5.`,
    notYesNo: (text: string, yes: string, no: string) => `"${text}" är varken ja eller nej. Skriv ${yes} eller ${no}.`,
    severalGoBy: (noun: keyof typeof nouns, text: string, ids: readonly string[]) =>
      `Mer än en ${nouns[noun]} heter "${text}". Skriv id:t i stället: ${ids.join(', ')}.`,
    noneGoesBy: (noun: keyof typeof nouns, text: string, nearest: string | undefined) =>
      `"${text}" finns inte som ${nouns[noun]}.${meant(nearest)} Rätta, eller lägg först till det som saknas.`,
    addressTaken: (email: string, id: string) =>
      `"${email}" är redan e-postadressen för ${id}. En person, en adress: rätta den.`,
    idOfGroup: (id: string) => `"${id}" är redan id för en grupp. Välj ett annat.`,
    otherContact: (place: string) =>
      `Det här är samma kontakt som i ${place}, men säger något annat. Skriv samma sak på båda.`,
    severalMeant: (ids: readonly string[]) =>
      `Raden kan gälla mer än en: ${ids.join(', ')}. Lägg till en kolumn Id som säger vilken.`,
    sameAs: (place: string) => `${place} handlar om samma sak. Behåll en av raderna.`,
    columnTwice: (column: string) => `En annan kolumn är redan "${column}". Ta bort en av dem.`,
    unknownColumn: (name: string, nearest: string) =>
      `"${name}" är inte känt här. Menade du "${nearest}"? Rätta namnet.`,
    empty: 'Det är tomt. Fyll i det, eller ta bort det.',
    noHeader: (labels: readonly string[], kind: string) =>
      `Ingen rad har namn på kolumner som är kända. Börja med en rad som ${labels.join(', ')}; \`samverk template ${kind}\` gör en.`,
    tie: (first: string, second: string) =>
      `Det här kan vara ${first} eller ${second}. Ge bladet namn efter vad det innehåller, eller säg --kind ${first}.`,
    noSections: 'Det har inga avsnitt. Börja med namnet på ett, som contacts, och ett kolon.',
    wholeCounty: 'Det här är en hel länsfil. Importera den utan --county.',
    unknownSection: (key: string, known: readonly string[]) =>
      `"${key}" är inget avsnitt här. Välj något av ${known.join(', ')}.`,
    notAList: 'Det här ska vara en lista av poster. Börja var och en med ett bindestreck.',
    notAnEntry: 'Det här ska vara en post med nycklar, som id: och title:.',
    tooManyRows: (most: number) => `Det har fler än ${most} rader. Dela det.`,
    tooFarRight: (cell: string) => `Det har något i kolumn ${cell}. Ta bort det.`,
    tooLarge: (megabytes: number) => `Det är större än ${megabytes} MB. Dela det.`,
    tooLargeUnpacked: 'Det är för stort när det är uppackat. Dela det.',
    openQuote: (line: number | undefined) =>
      `Det går inte att läsa${line === undefined ? '' : ` på rad ${line}`}: en cell börjar med " och slutar inte med ett. Rätta den, eller spara om.`,
    notReadable: 'Det går inte att läsa som en Excel-arbetsbok. Öppna det i Excel och spara om som .xlsx.',
    noWorkbook: 'Det är ingen Excel-arbetsbok. Spara det som .xlsx eller .csv.',
    oldExcel:
      'Det här är en Excel-fil av den gamla sorten (.xls), eller en med lösenord. Spara den som .xlsx utan lösenord.',
    pdf: 'Det här är en PDF. Spara bladet som .xlsx eller .csv.',
  },
};
