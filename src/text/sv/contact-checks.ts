// Swedish texts: whether the contacts' details are right.
export const contactChecks = {
  title: (contact: string) => `Stämmer uppgifterna? ${contact}`,
  titleUnmanned: 'Stämmer uppgifterna om kontakterna?',
  list: 'Kontakter som ingen person i länets fil svarar för',
  unmannedWhy: 'Ange personen i länets fil, så får den frågan nästa gång.',
  answerBy: (until: string) => `Det här visas för den som letar efter rätt kontakt. Svara senast ${until}.`,
  gone: 'Uppgifterna finns inte kvar i länets fil.',
  facts: {
    title: 'Titel',
    phone: 'Telefon',
    email: 'E-post',
    municipalities: 'Svarar för',
    confirmed: 'Senast bekräftad',
  },

  form: {
    isRight: 'Stämmer uppgifterna?',
    yes: 'Ja, de stämmer',
    no: 'Nej, något är fel',
    comment: 'Vad är fel?',
    commentNoun: 'vad som är fel',
    commentHelp: 'Till exempel ett nytt telefonnummer, eller vem som svarar för uppgiften nu.',
  },

  wrong: (contact: string) => `Uppgifterna stämmer inte: ${contact}`,
  wrongUnmanned: 'Uppgifterna om kontakterna stämmer inte',
  says: (person: string) => `${person} skriver`,
  mend: 'Rätta uppgifterna i länets fil och läs in den igen.',
};
