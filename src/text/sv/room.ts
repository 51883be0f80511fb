// Swedish texts of the web room and of every page's frame and form fields.

export const room = {
  page: {
    brand: 'Samverk',
    tagline: 'Håller reda på tiderna i länets samverkan',
    skip: 'Hoppa till innehållet',
    otherLanguage: 'In English',
    titleWithFault: (title: string) => `Fel: ${title}`,
  },

  fields: {
    optional: '(frivilligt)',
    choose: 'Välj …',
    longest: (characters: string) => `Högst ${characters} tecken.`,
    whole: 'Ett heltal.',
    numbers: {
      between: (from: string, to: string) => `Mellan ${from} och ${to}.`,
      from: (from: string) => `Minst ${from}.`,
      to: (to: string) => `Högst ${to}.`,
    },
    dates: {
      between: (from: string, to: string) => `Från ${from} till ${to}.`,
      from: (from: string) => `Tidigast ${from}.`,
      to: (to: string) => `Senast ${to}.`,
    },
    several: 'Du kan välja flera.',
    shownWhen: (field: string, values: string) => `Fyll bara i om du svarar ${values} på ”${field}”.`,
    neededWhen: (field: string, values: string) => `Behövs om du svarar ${values} på ”${field}”.`,
    faults: (count: number) => (count === 1 ? 'En sak behöver rättas' : `${count} saker behöver rättas`),
  },

  bar: {
    youAre: 'Du är:',
    change: 'Byt',
    leave: 'Lämna rummet',
  },

  places: {
    title: 'Dina samtal',
    mine: 'Mina frågor',
    ask: 'Fråga Samverk',
    open: (count: number) => (count === 1 ? '1 att besvara' : `${count} att besvara`),
    none: 'Du är inte med i något samtal än.',
    kind: { channel: 'Grupp', chat: 'Gruppchatt', personal: 'Personligt' },
    channels: 'Grupper',
    personal: 'Till dig',
  },

  mine: {
    title: 'Mina frågor',
    open: (count: number) =>
      count === 0
        ? 'Du har inget att besvara just nu.'
        : count === 1
          ? 'En fråga väntar på ditt svar.'
          : `${count} frågor väntar på ditt svar.`,
    calm: 'Nya frågor dyker upp här av sig själva.',
    earlier: 'Tidigare frågor',
    closed: 'Stängd',
  },

  conversation: {
    none: 'Här har inget skrivits än. Påminnelser och frågor dyker upp av sig själva.',
    older: 'Visa äldre meddelanden',
    newest: 'Till de nyaste',
    isNewer: 'Det finns en nyare påminnelse om samma fråga, längre upp.',
    toNewer: 'Gå dit',
  },

  card: {
    change: 'Ändra svaret',
    send: 'Skicka svaret',
    saveChange: 'Spara ändringen',
    answerIn: 'Ditt svar',
    opensElsewhere: '(öppnas på en annan webbplats)',
    closed: 'Frågan är stängd.',
  },

  ask: {
    title: 'Fråga Samverk',
    explain: 'Skriv vad du vill veta. Skriver du ”hjälp” ser du allt som går att fråga om.',
    label: 'Din fråga',
    send: 'Fråga',
    answer: 'Svar',
  },

  entrance: {
    title: 'Välkommen till Samverk',
    explain:
      'Samverk påminner grupper som arbetar över organisationsgränser om utlysningar, möten och avstämningar, och tar emot deras svar. Här kan du prova: välj ett län och vem du vill vara.',
    example:
      'Länen här är exempel. Uppgifterna kommer ur länens egna strategier, utlysningar och protokoll. Det som saknades där är påhittat.',
    moved: (years: number) =>
      years === 0
        ? 'Datumen är som i källorna.'
        : `Datumen är flyttade ${years} år framåt, så att de ligger framför dig. Det som redan varit i år ligger ett år längre fram. Där inget annat frågar just nu finns ett exempel med datum efter dagen du startade.`,
    local: 'Det här läget finns bara på den här datorn. Den som kan öppna sidan kan vara vem som helst.',
    county: 'Välj ett län',
    person: (county: string) => `Vem vill du vara i ${county}?`,
    search: 'Sök på roll, organisation eller grupp',
    searchButton: 'Sök',
    found: (count: number) => (count === 1 ? '1 person' : `${count} personer`),
    notFound: (text: string) => `Ingen stämmer med ”${text}”. Prova en roll eller en organisation.`,
    be: 'Gå in',
    as: (who: string) => `som ${who}`,
    elsewhere: 'Övriga',
    noCounties: 'Här finns inget län än.',
    otherCounty: 'Välj ett annat län',
  },

  /** Each a title and what to do about it. */
  refusal: {
    closed: {
      title: 'Du behöver en länk för att komma in',
      text: 'Här svarar du på frågor från din grupp. Öppna länken i det senaste meddelandet från Samverk, eller be din samordnare om en ny.',
    },
    expired: {
      title: 'Länken gäller inte längre',
      text: 'Länkar gäller en begränsad tid. Öppna länken i ett senare meddelande, eller be din samordnare om en ny.',
    },
    forged: {
      title: 'Länken är inte hel',
      text: 'Något av adressen kan ha fallit bort. Öppna länken igen från meddelandet, eller kopiera hela adressen.',
    },
    stranger: {
      title: 'Vi hittar dig inte längre',
      text: 'Din plats i länet kan ha avslutats. Be samordnaren om det är fel.',
    },
    stale: {
      title: 'Sidan hade legat för länge',
      text: 'Inget är sparat. Gå tillbaka, ladda om sidan och skicka igen.',
    },
    foreign: { title: 'Det kom från en annan webbplats', text: 'Inget är sparat. Svara bara på sidor här i rummet.' },
    'not-local': {
      title: 'Det här läget finns bara på samma dator',
      text: 'Samverk körs utan inställningar. Då öppnar det sig bara för adresserna localhost och 127.0.0.1, utan mellanhänder. Sätt PUBLIC_URL för att öppna det för andra.',
    },
    'not-found': { title: 'Sidan finns inte', text: 'Samtalet kan ha tagits bort, eller så är du inte med i det.' },
    trouble: { title: 'Det gick inte just nu', text: 'Inget är borta. Ladda om sidan om en stund.' },
    back: 'Till Mina frågor',
  },

  answer: {
    done: 'Du kan stänga sidan.',
    change: 'Ändra svaret',
    trouble: 'Det gick inte att spara just nu. Det du skrev finns kvar här. Försök igen om en stund.',
    pressTrouble: 'Det gick inte att spara just nu. Inget är borta. Försök igen om en stund.',
  },

  live: {
    arrived: 'Ett nytt meddelande har kommit.',
    changed: 'Ett meddelande har ändrats.',
  },
};
