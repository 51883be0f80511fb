// Swedish texts for whoever installs the app in a workspace of theirs.

export const slackInstall = {
  installed: {
    title: (workspace: string) => `Samverk är installerat i ${workspace || 'din arbetsyta'}`,
    text: 'Så här får en grupp sina påminnelser i en kanal:',
    steps: [
      'Skriv /invite @Samverk i kanalen.',
      'Skriv sedan @Samverk koppla och gruppens namn, till exempel @Samverk koppla beredningsgruppen.',
    ],
    done: 'Du kan stänga sidan.',
  },

  /** No county's file lists the workspace. */
  'not-listed': {
    title: 'Arbetsytan finns inte i något läns fil',
    text: 'Samverk betjänar bara de arbetsytor som ett län har angett. Inget är sparat.',
    todo: 'Be den som sköter länets fil att lägga till raden nedan under county och läsa in filen. Finns raden redan, räcker det med arbetsytans id i listan. Installera sedan igen.',
  },

  /** The whole of an organisation was chosen, with all its workspaces. */
  organisation: {
    title: 'Samverk installeras i en arbetsyta i taget',
    text: 'Du valde hela organisationen. Inget är sparat. Börja om och välj en arbetsyta.',
  },

  expiring: {
    title: 'Appen är inställd på nycklar som löper ut',
    text: 'Samverk klarar inte Token Rotation, och Slack låter ingen stänga av det. Inget är sparat. Skapa appen på nytt ur manifestet som npm run manifests skriver.',
  },

  denied: {
    title: 'Inget är installerat',
    text: 'Installationen avbröts i Slack. Börja om när du vill.',
  },

  /** Too old, come back with already, or begun in another browser. */
  stale: {
    title: 'Installationen kan inte slutföras härifrån',
    text: 'Länken är för gammal, redan använd eller öppnad i en annan webbläsare än den du började i. Såg du nyss att Samverk är installerat är allt klart. Börja annars om.',
  },

  failed: {
    title: 'Slack svarade inte som väntat',
    text: 'Inget är installerat. Försök igen om en stund. Händer det igen, be den som sköter Samverk att se i loggen.',
  },

  'too-often': {
    title: 'Det var många försök',
    text: 'Inget är sparat. Vänta tio minuter och börja om.',
  },

  trouble: {
    title: 'Det gick inte just nu',
    text: 'Inget är sparat. Försök igen om en stund.',
  },

  revoked: 'Behörigheten som Slack gav är lämnad tillbaka.',
  notRevoked: 'Behörigheten som Slack gav kunde inte lämnas tillbaka. Ta bort Samverk under Hantera appar i Slack.',
  restart: 'Börja om',
};
