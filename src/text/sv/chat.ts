// Swedish texts of the chat: commands, what they answer, and how the bot greets.
import { formatCount, formatList } from '../format.ts';

export const chat = {
  /** The first of the words is the one that is shown; the others are understood as well. */
  commands: {
    mine: { words: ['mina', 'frågor'], help: 'mina — dina öppna frågor, det som kommer närmast och dina ersättare' },
    calls: {
      words: ['utlysningar', 'utlysning'],
      help: 'utlysningar — de som din organisation kan söka. Skriv en kommun efter, så visar jag kommunens',
    },
    meetings: { words: ['möten', 'möte'], help: 'möten — dina gruppers kommande möten, och vad du har svarat' },
    contact: {
      words: ['kontakt', 'kontakter'],
      help: 'kontakt — vem du frågar. Skriv en eller flera kommuner efter, ett ärende eller en titel',
    },
    who: {
      words: ['vem', 'vilka'],
      help: 'vem — vem som ansvarar för eller erbjuder något. Skriv ett ärende efter, och gärna en kommun',
    },
    duty: { words: ['ansvar', 'ansvarig'], help: 'ansvar — vem som ansvarar för ett ärende' },
    party: { words: ['part', 'organisation'], help: 'part — vad en organisation erbjuder, ansvarar för och nås på' },
    gaps: {
      words: ['kontaktlista', 'kontaktlistan'],
      help: 'kontaktlista — vilka kommuner som saknar kontakt, och vad som är gammalt',
    },
    substitute: {
      words: ['ersättare', 'ersättaren'],
      help: 'ersättare — vem som ersätter dig. Skriv namn och dagar efter för att utse någon',
    },
    successor: {
      words: ['efterträdare', 'efterträdaren'],
      help: 'efterträdare — vem som tar över när du slutar. Skriv namn och din sista dag efter',
    },
    members: {
      words: ['medlemmar', 'medlem'],
      help: 'medlemmar — vilka som är med i en grupp. Skriv gruppens namn, och en dag om du vill se hur det var då',
    },
    plan: {
      words: ['plan', 'planen', 'handlingsplan'],
      help: 'plan — det som dina grupper följer i årets plan, och hur det går. Skriv "historik" och ett namn efter för en tidslinje',
    },
    events: {
      words: ['aktiviteter', 'aktivitet', 'evenemang'],
      help: 'aktiviteter — länets gemensamma kalender. Skriv ett datum och vad som händer efter, så föreslår du något',
    },
    calendar: {
      words: ['kalender', 'kalendern', 'prenumerera'],
      help: 'kalender — dina möten och utlysningar i din egen kalender. "kalender ny" byter adress',
    },
    needs: {
      words: ['behov', 'insikt', 'insikter'],
      help: 'behov — dina behov och insikter. Skriv texten efter, så lyfts den till gruppen som bereder länets frågor',
    },
    signIn: {
      words: ['skrivbordet', 'skrivbord', 'logga'],
      help: 'skrivbordet — en länk som loggar in dig på skrivbordet på webben',
    },
    minutes: {
      words: ['protokoll', 'protokollet'],
      help: 'protokoll — vilka möten som saknar protokoll. Skriv grupp, dag och länk efter när det är klart',
    },
    bind: { words: ['koppla'], help: 'koppla — koppla en grupp till kanalen eller gruppchatten' },
    create: {
      words: ['ny', 'nytt'],
      help: 'ny — ett nytt möte eller en ny utlysning, avstämning, enkät eller påminnelse. Skriv "nytt möte"',
    },
    change: { words: ['ändra', 'redigera'], help: 'ändra — det som är planerat. Skriv några ord ur namnet efter' },
    move: { words: ['flytta'], help: 'flytta — ge något en annan dag' },
    pause: { words: ['pausa'], help: 'pausa — håll inne det som skulle skickas' },
    resume: { words: ['återuppta'], help: 'återuppta — låt det som är pausat fortsätta' },
    cancel: { words: ['ställ', 'inställt'], help: 'ställ in — ett möte, en enkät eller en påminnelse' },
    answers: { words: ['svar', 'svaren'], help: 'svar — vilka som har svarat, och knappar för att påminna och stänga' },
    help: { words: ['hjälp'], help: 'hjälp — den här listan' },
  },
  help: 'Det här kan jag',
  notUnderstood: (text: string, nearest?: string) =>
    `Jag förstår inte "${text}".${nearest === undefined ? '' : ` Menade du "${nearest}"?`} Skriv "hjälp" för allt jag kan.`,

  calls: {
    title: 'Utlysningar',
    titleOf: (municipality: string) => `Utlysningar: ${municipality}`,
    none: 'Det finns inga öppna eller planerade utlysningar som din organisation kan söka.',
    noneOf: (municipality: string) => `Det finns inga öppna eller planerade utlysningar för ${municipality}.`,
    item: (title: string, state: string, closes: string) => `${title} — ${state}, sista ansökningsdag ${closes}`,
    itemPlanned: (title: string, state: string, opens: string, closes: string) =>
      `${title} — ${state}, öppnar ${opens}, sista ansökningsdag ${closes}`,
    elsewhere: (municipality: string, county: string, own: string) =>
      `${municipality} ligger i ${county}. Jag visar utlysningar i ${own}.`,
  },

  ahead: {
    title: 'Närmast framöver',
    call: (title: string, closes: string) => `${title}: sista ansökningsdag ${closes}`,
    more: (count: number) => `och ${count} till. Skriv "möten" eller "utlysningar" för alla.`,
  },

  standIns: {
    own: 'Dina ersättare',
    ownItem: (group: string, names: string) => `${group}: ${names}`,
    others: 'Du ersätter',
    othersItem: (name: string, group: string) => `${name} i ${group}`,
  },

  meetings: {
    title: 'Kommande möten',
    none: 'Dina grupper har inga möten inplanerade.',
    item: (what: string, place: string | undefined, own: string) =>
      `${what}${place === undefined ? '' : `, ${place}`} — ${own}`,
    cancelled: 'inställt',
    answered: (answer: string) => `ditt svar: ${answer}`,
    unanswered: 'du har inte svarat',
    notAskedYet: 'frågan om du kommer är inte ställd än',
    notAsked: 'frågan är inte ställd till dig',
    answer: (meeting: string) => `Svara: ${meeting}`,
    link: (meeting: string) => `Möteslänk: ${meeting}`,
  },

  bind: {
    off: 'bort',
    roomHasAll:
      'I webbrummet har varje grupp redan sitt eget samtal. I Teams eller Slack: skriv "koppla" och gruppens namn i den kanal eller gruppchatt som gruppen använder.',
    writeThere: 'Skriv "koppla" och gruppens namn i den kanal eller gruppchatt som gruppen använder.',
    notAllowed: 'Bara länets samordnare och gruppens sammankallande kan koppla en grupp.',
    notThisGroup: (group: string) => `Bara länets samordnare och sammankallande för ${group} kan koppla gruppen.`,
    notItsGroup: (group: string) =>
      `Samtalet hör till ${group}. Bara länets samordnare och gruppens sammankallande kan ändra det.`,
    unknown: (text: string, nearest?: string) =>
      `Det finns ingen grupp som heter "${text}".${nearest === undefined ? '' : ` Menade du "${nearest}"?`} Skriv "koppla" för att se vilka du kan välja.`,
    several: (names: readonly string[]) =>
      `Det finns flera grupper med det namnet. Skriv en av dem: ${names.join(', ')}.`,
    choose: {
      title: 'Koppla en grupp hit',
      now: (group: string) => `Samtalet hör till ${group} nu.`,
      none: 'Samtalet är inte kopplat till någon grupp än.',
      list: 'Du kan koppla',
      how: 'Skriv "koppla" och gruppens namn. "koppla bort" tar bort kopplingen.',
    },
    bound: {
      title: (group: string) => `Samtalet hör nu till ${group}`,
      moved: (from: string, to: string) => `Samtalet hörde till ${from}. Nu hör det till ${to}.`,
      list: 'Det här skriver jag här',
      posts: [
        'Kallelser till gruppens möten, och hur många som kommer',
        'Utlysningar som alla i gruppen kan söka',
        'Avstämningar av det som gruppen ansvarar för i planen',
      ],
      recognised: (known: number, members: number) =>
        `Jag känner igen ${known} av ${formatCount(members, 'medlem', 'medlemmar')} här. De får sina egna frågor i en egen chatt, övriga i webbrummet.`,
      looking:
        'Jag ser inte just nu vilka som är med här. Medlemmar som jag känner igen får sina egna frågor i en egen chatt.',
    },
    unbound: (group: string) => `Samtalet är inte längre kopplat till ${group}. Jag skriver inget mer här om gruppen.`,
    notBound: 'Samtalet är inte kopplat till någon grupp.',
  },

  members: {
    notAllowed: 'Bara länets samordnare och sammankallande kan se listan över medlemmar.',
    which: (groups: readonly string[]) => `Vilken grupp? Skriv "medlemmar" och en av dem: ${groups.join(', ')}.`,
    unknown: (text: string, nearest?: string) =>
      `Det finns ingen grupp som heter "${text}" bland dina.${nearest === undefined ? '' : ` Menade du "${nearest}"?`} Skriv "medlemmar" för att se vilka du kan välja.`,
    title: (group: string) => `Medlemmar i ${group}`,
    titleOn: (group: string, day: string) => `Medlemmar i ${group} ${day}`,
    none: 'Ingen var med den dagen.',
    item: (name: string, organisation: string, rest: string) => `${name}, ${organisation} — ${rest}`,
    substituteFor: (name: string) => `ersättare för ${name}`,
    from: (day: string) => `från ${day}`,
    fromTo: (first: string, last: string) => `${first} till ${last}`,
    away: 'borta',
    unchanged: 'Jag ändrar ingenting själv. Bjud in eller ta bort i samtalet, och ändra gruppen i länets fil.',
    difference: {
      missing: (conversation: string) => `I gruppen men inte i ${conversation}: bjud in`,
      outsiders: (conversation: string) => `I ${conversation} men inte i gruppen: lägg till i gruppen, eller ta bort`,
      strangers: (conversation: string) => `I ${conversation}, okända i länet: lägg till i länets fil, eller ta bort`,
      known: (name: string, more: string) => `${name}, ${more}`,
      guests: (count: number) => formatCount(count, 'gäst', 'gäster'),
      none: (conversation: string) => `Alla i gruppen är med i ${conversation}, och inga andra.`,
      unseen: (conversation: string) => `Jag ser inte just nu vilka som är med i ${conversation}.`,
    },
  },

  welcome: {
    title: 'Hej, jag är Samverk',
    shared:
      'Jag påminner grupper om möten, utlysningar och avstämningar, och tar emot svaren. Den som är samordnare eller sammankallande skriver "koppla" och gruppens namn, så vet jag vilken grupp som finns här.',
    back: (group: string) => `Jag är tillbaka. Samtalet hör till ${group}, och jag fortsätter där jag slutade.`,
    personal: 'Här får du dina frågor och påminnelser. Skriv "hjälp" för allt jag kan.',
  },

  stranger: (counties: readonly string[], isGuest: boolean) =>
    `Hej! Jag hjälper grupperna som samverkar i ${formatList(counties, 'sv')}. Jag känner inte igen dig än. Be samordnaren lägga till din adress, så visar jag det som är ditt.${isGuest ? ' Är du gäst här kan jag inte se din adress: be då om en länk till webbrummet.' : ''}`,
  unserved:
    'Hej! Jag hjälper grupper som samverkar i länen. Din organisation är inte med hos mig än, så jag kan inte visa något här. Fråga samordnaren i ditt län om ni vill vara med.',
  strangerAnywhere:
    'Hej! Jag känner inte igen dig än. Be din samordnare lägga till din adress, så visar jag det som är ditt.',
};
