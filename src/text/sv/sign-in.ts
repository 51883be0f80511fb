// Swedish texts: signing in at the desk, by chat and by e-mail, and out again.

export const signIn = {
  chat: {
    title: 'Din länk till skrivbordet',
    text: (minutes: number) => `Länken loggar in dig, en gång, och gäller i ${minutes} minuter.`,
    forYou: 'Den är din: dela den inte med någon.',
    open: 'Öppna skrivbordet',
    given: 'Länken är redan skickad till dig. Skriv "skrivbordet" igen för en ny.',
    writeToMe: 'Skriv "skrivbordet" till mig i vår egen chatt, så får du din länk där. Här läser andra med.',
    none: 'Skrivbordet är inte öppet här.',
  },
  letter: {
    subject: (county: string) => `Logga in på skrivbordet för ${county}`,
    text: (county: string, url: string, minutes: number) =>
      [
        'Hej!',
        `Öppna länken för att logga in på Samverks skrivbord för ${county}:`,
        url,
        `Länken gäller en gång, i ${minutes} minuter. Dela den inte med någon.`,
        'Har du inte bett om den? Då behöver du inte göra något. Ingen annan kan se den.',
      ].join('\n\n'),
  },
  page: {
    title: 'Logga in på skrivbordet',
    chat: 'Skriv "skrivbordet" till Samverk i din egen chatt i Teams, Slack eller webbrummet, så får du en länk som loggar in dig.',
    noMail: 'Länkar skickas inte med e-post här.',
    address: 'Eller få länken med e-post. Skriv din adress',
    send: 'Skicka en länk',
    fault: 'Skriv hela adressen, till exempel namn@example.org.',
  },
  sent: {
    title: 'Titta i din e-post',
    text: 'Om adressen finns i länet har vi skickat en länk dit. Den kommer inom några minuter. Titta också i skräpposten.',
    again: 'Skriv en annan adress',
  },
  link: {
    valid: { title: 'Logga in på skrivbordet', text: 'Länken gäller en gång. Tryck på knappen för att logga in här.' },
    used: { title: 'Länken är redan använd', text: 'Varje länk gäller en gång. Be om en ny.' },
    expired: { title: 'Länken gäller inte längre', text: 'Länkar gäller en kort stund. Be om en ny.' },
    forged: {
      title: 'Länken är inte hel',
      text: 'Något av adressen kan ha fallit bort. Öppna den igen, eller be om en ny.',
    },
    enter: 'Logga in',
  },
  local: {
    explain: 'Samverk körs utan inställningar på den här datorn. Välj ett län och vem du vill vara vid skrivbordet.',
    county: 'Välj ett län',
    person: (county: string) => `Vem vill du vara vid skrivbordet för ${county}?`,
    be: 'Gå in',
    as: (who: string) => `som ${who}`,
  },
  roles: {
    operator: 'Driftansvarig',
    coordinator: 'Samordnare',
    reader: 'Läsare',
    convener: 'Sammankallande',
    member: 'Ledamöter',
  },
  bar: {
    signedIn: 'Inloggad:',
    room: 'Webbrummet',
    change: 'Byt person',
    leave: 'Logga ut',
    leaveEverywhere: 'Logga ut överallt',
  },
  /** Each a title and what to do about it. */
  refusal: {
    'not-local': {
      title: 'Skrivbordet öppnas bara på samma dator',
      text: 'Samverk körs utan inställningar. Sätt PUBLIC_URL för att öppna det för andra.',
    },
    foreign: {
      title: 'Det kom från en annan webbplats',
      text: 'Inget är ändrat. Arbeta bara på skrivbordets egna sidor.',
    },
    stale: {
      title: 'Du är inte inloggad längre',
      text: 'Inget är ändrat. Logga in igen, och gör om det du skulle göra.',
    },
    'not-allowed': {
      title: 'Sidan är inte för dig',
      text: 'Den är för länets samordnare, eller för den som sammankallar gruppen. Fråga samordnaren om det är fel.',
    },
    stranger: {
      title: 'Vi hittar dig inte längre',
      text: 'Du kan ha tagits bort ur länets fil. Fråga samordnaren om det är fel.',
    },
    'not-found': { title: 'Sidan finns inte', text: 'Det du söker kan ha tagits bort, eller hör till en annan grupp.' },
    'too-often': { title: 'För många försök', text: 'Vänta tio minuter och försök igen.' },
    trouble: { title: 'Det gick inte just nu', text: 'Inget är borta. Ladda om sidan om en stund.' },
    back: 'Till skrivbordet',
  },
};
