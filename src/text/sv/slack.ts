// Swedish texts that stand in Slack alone: around a form, on buttons, on the app's own page.

export const slack = {
  /** "Avstämning mars (2 av 3)". */
  continued: (title: string, at: number, of: number) => `${title} (${at} av ${of})`,

  buttons: {
    /** Beside words that are too long for a button. */
    answer: 'Välj',
    fill: 'Svara',
    repeat: 'Upprepa',
    delegate: 'Be ersättaren',
    link: 'Öppna',
    /** Shows where a question stands for whoever presses it. */
    own: 'Mitt svar',
  },

  form: {
    /** At most 24 characters. */
    title: 'Svara',
    send: 'Skicka svaret',
    close: 'Avbryt',
    change: 'Ändra svaret',
    choose: 'Välj …',
    options: (label: string) => `Alternativ för ${label}`,
    range: (first: string, last: string) => `${first} – ${last}`,
    option: (number: number) => `Alternativ ${number}`,
  },

  wait: { title: 'Samverk', opening: 'Hämtar frågan …', saving: 'Ett ögonblick …', done: 'Stäng' },

  status: {
    closed: 'Frågan är stängd.',
    open: 'Du har inte svarat än.',
    'not-asked': 'Frågan är inte ställd till dig.',
  },

  home: {
    tooMuch: 'Allt får inte plats här. Skriv till mig under Meddelanden, till exempel "mina" eller "möten".',
  },

  shortcut: {
    title: 'Fråga Samverk',
    label: 'Vad vill du veta?',
    ask: 'Fråga',
  },

  /** What people write to ask: also what stands behind buttons that ask for them. */
  commands: { help: 'hjälp' },

  trouble: 'Det gick inte just nu. Inget är borta. Försök igen om en stund.',
};
