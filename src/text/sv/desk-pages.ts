// Swedish texts: the pages of the desk.
import { formatCount, formatList } from '../format.ts';
import { explainFailure, failures } from './failures.ts';

/** What was decided meanwhile, by whom, and when. */
interface Overtaken {
  readonly title: string;
  readonly by: string;
  readonly when: string;
}

export const deskPages = {
  nav: {
    label: 'Skrivbordet',
    start: 'Att göra nu',
    plan: 'Planera',
    year: 'Årshjul',
    deliveries: 'Utskick',
    groups: 'Grupper',
    meetings: 'Möten',
    calls: 'Utlysningar',
    rounds: 'Avstämningar',
    plans: 'Handlingsplan',
    reports: 'Uppföljning',
    contacts: 'Kontakter',
    needs: 'Behov',
    events: 'Aktiviteter',
  },

  platforms: { room: 'webbrummet', teams: 'Teams', slack: 'Slack' },
  conversationStates: { active: 'fungerar', paused: 'tyst tills vidare', gone: 'avslutad' },
  failure: explainFailure,

  done: {
    settled: 'Utfallet är sparat. Den som lyfte behovet får veta det nu.',
    decided: 'Beslutet är sparat. Den som föreslog aktiviteten får veta det nu.',
    again: 'Meddelandet skickas igen till dem som inte fick det.',
    stepped: 'Steget är taget.',
    copied: 'Planen är kopierad. Det som inte var klart finns med här.',
    added: 'Insatsen är tillagd i planen.',
    changed: 'Ändringen är sparad.',
    addendum: 'Tillägget är sparat. Planen i övrigt är som den var.',
    frozen: 'Uppföljningen är fryst.',
    approved: 'Godkännandet är sparat. Årets uppföljning ändras inte mer.',
    light: 'Läget är satt för hand.',
  },

  due: {
    kinds: { reminder: 'Påminnelse', nudge: 'Ny påminnelse', escalation: 'Obesvarat' },
    topics: {
      call: 'Utlysning',
      meeting: 'Möte',
      plan: 'Avstämning',
      contact: 'Kontakt',
      need: 'Behov',
      event: 'Aktivitet',
      followup: 'Uppföljning',
      survey: 'Enkät',
      watch: 'Bevakning',
      memo: 'Påminnelse',
    },
    digest: 'Veckobrev om aktiviteter',
    notice: 'Meddelande från Samverk',
    paused: 'pausad',
    to: (whom: string) => `till ${whom}`,
    many: (groups: number, owners: number) =>
      formatList(
        [
          ...(groups > 0 ? [formatCount(groups, 'grupp', 'grupper')] : []),
          ...(owners > 0 ? [formatCount(owners, 'ansvarig', 'ansvariga')] : []),
        ],
        'sv',
      ),
    contacts: (count: number) => formatCount(count, 'kontakt', 'kontakter'),
    cut: (shown: number, all: number) => `Här syns de ${shown} första av ${all}.`,
  },

  start: {
    title: 'Att göra nu',
    lead: 'Det här behöver dig, det viktigaste först.',
    calm: 'Inget behöver dig just nu.',
    member: 'Här ser du länets år, utlysningar och kontakter. Dina egna frågor besvarar du där du får dem.',
    trouble: 'Det här fungerar inte',
    failedWord: 'Inte framme',
    failed: (count: number) =>
      `${formatCount(count, 'meddelande', 'meddelanden')} kom inte fram de senaste två veckorna.`,
    toFailed: 'Se varför och skicka igen',
    lostWord: 'Tyst',
    lost: (name: string, reason: string) => `Samverk kan inte skriva i ${name}: ${failures[reason] ?? reason}.`,
    withoutWord: 'Saknas',
    withoutPlace: (groups: readonly string[]) =>
      `${formatList(groups, 'sv')} har inget samtal där Samverk kan skriva. Skriv "koppla" i gruppens kanal.`,
    moderate: 'Att ta ställning till',
    needs: (count: number) => `${formatCount(count, 'behov', 'behov')} utan utfall`,
    events: (count: number) => `${formatCount(count, 'föreslagen aktivitet', 'föreslagna aktiviteter')} att godkänna`,
    silent: 'Har inte svarat',
    noneSilent: 'Ingen fråga som snart går ut saknar svar.',
    until: (day: string) => `Svara senast ${day}`,
    wasUntil: (day: string) => `Skulle ha svarat senast ${day}`,
    contacts: 'Stämmer kontaktuppgifterna?',
    silentOf: (silent: number, asked: number, names: readonly string[]) =>
      `${silent} av ${asked} har inte svarat: ${formatList(names, 'sv')}`,
    others: (count: number) => formatCount(count, 'annan', 'andra'),
    week: 'Skickas den närmaste veckan',
    nothingDue: 'Inget skickas den närmaste veckan.',
  },

  deliveries: {
    title: 'Utskick',
    lead: 'De senaste 30 dagarna, och de kommande 30.',
    failed: 'Kom inte fram',
    noneFailed: 'Allt har kommit fram.',
    failedOne: (conversation: string, platform: string, why: string) => `${conversation} (${platform}): ${why}`,
    again: (count: number) => `Skicka igen till ${formatCount(count, 'mottagare', 'mottagare')}`,
    nothingFailed: 'Det finns inget att skicka igen. Någon annan kan ha gjort det nyss.',
    due: 'Ska skickas',
    noneDue: 'Inget är inplanerat.',
    sent: 'Skickat',
    noneSent: 'Inget har skickats.',
    reached: (sent: number, all: number) => `Framme hos ${sent} av ${all}`,
    waiting: (count: number) => `${count} väntar`,
    failedCount: (count: number) => `${count} kom inte fram`,
    cancelled: (count: number) => `${formatCount(count, 'inställt', 'inställda')}`,
  },

  groups: {
    title: 'Grupper',
    list: 'Länets grupper',
    none: 'Det finns inga grupper.',
    members: (count: number) => formatCount(count, 'person', 'personer'),
    places: (count: number) =>
      count === 0 ? 'inget kopplat samtal' : formatCount(count, 'kopplat samtal', 'kopplade samtal'),
    lost: (count: number) => formatCount(count, 'tyst samtal', 'tysta samtal'),
    next: (when: string) => `nästa möte ${when}`,
    noNext: 'inget möte inplanerat',
    quota: {
      wanted: (atLeast: number | undefined, atMost: number | undefined) =>
        atLeast === undefined
          ? `högst ${atMost}`
          : atMost === undefined
            ? `minst ${atLeast}`
            : atLeast === atMost
              ? `${atLeast}`
              : `${atLeast}–${atMost}`,
      ofWanted: (meetings: number, wanted: string) =>
        `${formatCount(meetings, 'möte', 'möten')} i år, ${wanted} ska det vara`,
    },
  },

  group: {
    about: 'Om gruppen',
    convener: 'Sammankallas av',
    reportsTo: 'Återkopplar till',
    quota: 'Möten',
    tasks: 'Uppgifter',
    members: (count: number) => `Med i dag (${count})`,
    noMembers: 'Ingen är med i gruppen i dag.',
    substitutes: (count: number) => `Ersättare (${count})`,
    noSubstitutes: 'Gruppen har inga ersättare.',
    substituteFor: (name: string) => `ersättare för ${name}`,
    until: (day: string) => `till och med ${day}`,
    away: 'borta i dag',
    places: 'Här skriver Samverk',
    noPlaces: 'Inget samtal är kopplat. Skriv "koppla" och gruppens namn i gruppens kanal.',
    mend: 'Lägg till Samverk där igen, så fortsätter det som fortfarande är aktuellt.',
    meetings: 'Kommande möten',
    noMeetings: 'Inget möte är inplanerat.',
  },

  meetings: {
    title: 'Möten',
    coming: 'Kommande',
    noneComing: 'Inget möte är inplanerat.',
    past: 'De senaste sex månaderna',
    nonePast: 'Inget möte har hållits.',
    cancelled: 'inställt',
    noAgenda: 'dagordning saknas',
    about: 'Om mötet',
    group: 'Grupp',
    link: 'Möteslänk',
    moved: 'Flyttat från',
  },

  calls: {
    title: 'Utlysningar',
    coming: 'Öppna och planerade',
    noneComing: 'Ingen utlysning är öppen eller planerad.',
    past: 'Stängda',
    nonePast: 'Ingen utlysning har stängt.',
    about: 'Om utlysningen',
    opens: 'Öppnar',
    moved: 'Flyttad från',
  },

  rounds: {
    title: 'Avstämningar',
    noPlan: 'Länet har ingen plan än.',
    none: 'Planen har inga avstämningar.',
    round: (label: string) => `Avstämning ${label}`,
    open: 'pågår',
    off: 'inställd',
    days: (first: string, last: string) => `${first} till ${last}`,
    notAsked: 'Frågan är inte ställd än.',
    neverAsked: 'Frågan ställdes inte.',
    silent: (count: number) => `Inte besvarade (${count})`,
    noneSilent: 'Alla har svarat.',
    answered: (count: number) => `Besvarade (${count})`,
  },

  standing: {
    title: 'Svar',
    notAsked: 'Ingen har fått frågan än.',
    open: 'öppen',
    closed: 'stängd',
    until: (day: string) => `Svara senast ${day}`,
    progress: (answered: number, asked: number) => `${answered} av ${asked} har svarat`,
    silent: (count: number) => `Har inte svarat (${count})`,
    silentOne: (organisation: string, names: readonly string[]) => `${organisation}: ${formatList(names, 'sv')}`,
    answered: (count: number) => `Svar (${count})`,
    noneYet: 'Ingen har svarat än.',
    insteadOf: (name: string) => `i stället för ${name}`,
    late: 'sent svar',
    earlier: (count: number) => `Frågan har ställts ${formatCount(count, 'gång', 'gånger')} till, längre tillbaka.`,
  },

  contacts: {
    title: 'Kontakter',
    gaps: 'Det här behöver ses över',
    list: (count: number) => `Alla kontakter (${count})`,
    none: 'Länet har inga kontakter.',
    confirmed: (day: string) => `bekräftad ${day}`,
    unconfirmed: 'aldrig bekräftad',
  },

  needs: {
    title: 'Behov och insikter',
    open: (count: number) => `Att ta ställning till (${count})`,
    noneOpen: 'Alla behov har ett utfall.',
    to: (group: string) => `till ${group}`,
    settled: 'De senaste med utfall',
    noneSettled: 'Inget behov har fått ett utfall.',
    outcome: 'Utfall',
    settle: 'Skriv utfallet',
    about: (number: number) => `för behov ${number}`,
    outcomeNoun: 'vad det blev',
    help: 'Vad blev det? Den som lyfte behovet får läsa det.',
    save: 'Spara utfallet',
  },

  events: {
    title: 'Aktiviteter',
    waiting: (count: number) => `Att godkänna (${count})`,
    noneWaiting: 'Inget förslag väntar.',
    decide: 'Ta ställning',
    save: 'Spara beslutet',
    approved: 'I kalendern',
    noneApproved: 'Inget står i kalendern framåt.',
    link: 'Läs mer',
    overtaken: {
      approved: ({ title, by, when }: Overtaken) => `Inget är ändrat. ${by} godkände "${title}" ${when}.`,
      refused: ({ title, by, when }: Overtaken, reason: string) =>
        `Inget är ändrat. ${by} avslog "${title}" ${when}. Skäl: ${reason}`,
      withdrawn: (title: string) => `Inget är ändrat. "${title}" är återtagen av den som föreslog den.`,
    },
  },

  year: {
    title: (year: number) => `Årshjul ${year}`,
    collisions: (count: number) =>
      count === 0 ? 'Inget krockar.' : `${formatCount(count, 'krock', 'krockar')} att titta på, märkta med ⚠.`,
    otherYears: 'Andra år',
    thisMonth: (month: string) => `${month} (nu)`,
    reminders: (count: number) => formatCount(count, 'påminnelse', 'påminnelser'),
    empty: 'Inget inplanerat.',
    cancelled: 'inställt',
    kinds: {
      call: 'Sista ansökningsdag',
      meeting: 'Möte',
      round: 'Avstämning',
      event: 'Aktivitet',
      national: 'Nationellt',
    },
    clash: {
      people: (count: number, other: string) =>
        `${formatCount(count, 'person ska', 'personer ska')} vara på ${other} samtidigt.`,
      deadline: (other: string) => `Samma sista dag som ${other}.`,
      national: (other: string) => `Sista dagen ligger under ${other}.`,
      freeDay: 'Dagen är en helg eller helgdag.',
    },
  },
};
