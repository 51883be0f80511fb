// Swedish texts that stand in Teams alone: around a form, between the posts of a long message.

export const teams = {
  /** "Avstämning mars (2 av 3)". */
  continued: (title: string, at: number, of: number) => `${title} (${at} av ${of})`,

  form: {
    send: 'Skicka svaret',
    change: 'Ändra svaret',
    choose: 'Välj …',
    search: 'Skriv för att söka',
    wrong: 'Rätta det här:',
  },

  status: {
    closed: 'Frågan är stängd.',
  },

  compose: {
    ask: 'Skriv en kommun eller en fråga, till exempel Umeå.',
    done: 'Klart. Du kan stänga rutan.',
  },

  /** What people write to ask: also what stands behind buttons that ask for them. */
  commands: {
    help: 'hjälp',
    contact: (words: string) => `kontakt ${words}`,
  },

  /** Said where others read along: what was asked for is for one of them alone. */
  inPrivate: {
    answered: 'Jag har svarat dig i vår egen chatt.',
    writeToMe: 'Det svaret är för dig ensam. Skriv till mig i en egen chatt, så får du det där.',
  },

  trouble: 'Det gick inte just nu. Inget är borta. Försök igen om en stund.',
};
