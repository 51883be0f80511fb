// Swedish texts: calendars to subscribe to, and the command that tells their addresses.
import { formatList } from '../format.ts';

export const feeds = {
  name: {
    person: (county: string) => `Samverk: mina möten och utlysningar, ${county}`,
    group: (group: string) => `Samverk: möten i ${group}`,
    county: (county: string) => `Samverk: allt i ${county}`,
  },
  meeting: (group: string) => `Möte: ${group}`,
  meetingNamed: (meeting: string, group: string) => `${meeting}: ${group}`,
  call: (title: string) => `Sista ansökningsdag: ${title}`,
  cancelled: (title: string) => `Inställt: ${title}`,
  cancelledText: 'Det här är inställt.',
  agenda: 'Dagordning:',
  link: (url: string) => `Länk: ${url}`,
  from: (organisation: string) => `Från ${organisation}`,
  closesAt: (time: string) => `Stänger kl. ${time.replace(':', '.')}.`,

  /** After "kalender": another address, and the county's. */
  renew: ['ny', 'nytt'],
  county: ['länet', 'län'],

  title: {
    person: 'Din kalender',
    group: (group: string) => `Kalendern för ${group}`,
    county: (county: string) => `Kalendern för ${county}`,
  },
  what: {
    person: 'Dina gruppers möten, utlysningar som din organisation kan söka och länets aktiviteter.',
    group: 'Gruppens möten, utlysningar som den får och länets aktiviteter.',
    county: 'Alla gruppers möten, alla utlysningar och länets aktiviteter.',
  },
  address: 'Adress',
  how: 'Lägg till adressen i Outlook, Google Kalender eller din telefon som en prenumeration. Möten som flyttas eller ställs in ändras där av sig själva.',
  secret:
    'Den som har adressen ser kalendern. Skriv "kalender ny" om någon annan har fått den: då slutar den här att gälla.',
  renewed: 'Det här är en ny adress. Den tidigare gäller inte längre.',
  again: 'Adressen visas inte två gånger i samma svar. Skriv "kalender" igen.',
  notHere: 'Det finns ingen kalender att prenumerera på här. Fråga den som sköter Samverk.',
  notAllowed: {
    group: (group: string) => `Kalendern för ${group} är för dem som är med där, och för länets samordnare.`,
    renewGroup: (group: string) =>
      `Bara sammankallande för ${group} och länets samordnare kan byta adress: den används av fler.`,
    county: 'Bara länets samordnare, och den som får läsa hela länets möten, kan få kalendern för hela länet.',
    renewCounty: 'Bara länets samordnare kan byta adress: den används av fler.',
  },
  unknown: (text: string, nearest?: string) =>
    `Det finns ingen grupp som heter "${text}".${nearest === undefined ? '' : ` Menade du "${nearest}"?`} Skriv bara "kalender" för din egen. Vad som händer i länet ser du med "aktiviteter".`,
  several: (ids: readonly string[]) =>
    `Det finns flera grupper med det namnet. Skriv en av dem: ${formatList(ids, 'sv')}.`,
};
