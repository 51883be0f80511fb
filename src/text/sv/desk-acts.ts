// Swedish texts: planning and steering on the desk's pages.
export const deskActs = {
  plan: 'Planera',
  lead: 'Lägg till något nytt, eller välj det du vill ändra. Du får alltid se vad som skickas innan något händer.',
  planned: 'Inplanerat',
  none: 'Inget är inplanerat.',
  kinds: { meeting: 'Möte', call: 'Utlysning', round: 'Avstämning', survey: 'Enkät', memo: 'Påminnelse' },
  possible: 'Vad vill du göra?',
  trace: 'Det här har ändrats',
  preview: 'Förhandsgranska',
  inWords: 'Det här händer',
  refused: 'Det gick inte',
  done: 'Klart',
  toSubject: 'Visa',
  toPlan: 'Till Planera',
};
