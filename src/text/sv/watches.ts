// Swedish texts: what coordinators and conveners are reminded of about a group's own meetings.
import { formatCount, formatList } from '../format.ts';

export const watches = {
  agenda: {
    title: (group: string, day: string) => `Dagordning saknas: ${group} ${day}`,
    text: (when: string) =>
      `Mötet hålls ${when} och har ingen dagordning än. Lägg in den, så följer den med i kallelsen.`,
  },
  minutes: {
    title: (group: string, day: string) => `Protokoll saknas: ${group} ${day}`,
    text: (group: string, day: string) =>
      `Mötet har varit, men ingen har sagt att protokollet är klart. Skriv "protokoll ${group} ${day}" och länken när det finns.`,
  },
  quota: {
    title: (group: string, planned: number, wanted: number, year: number) =>
      `${group}: ${planned} av minst ${formatCount(wanted, 'möte', 'möten')} ${year}`,
    text: (missing: number, lastDay: string) =>
      `${missing === 1 ? 'Ett möte' : `${missing} möten`} till behöver bokas. Sista arbetsdag i år är ${lastDay}.`,
    call: (days: number, day: string) =>
      `Kallelsen går ut ${formatCount(days, 'dag', 'dagar')} före, så boka senast ${day}.`,
    meetings: 'Hållna och bokade',
    none: 'Inget möte är hållet eller bokat i år.',
  },

  command: {
    notAllowed: 'Bara länets samordnare och gruppens sammankallande kan säga att ett protokoll är klart.',
    title: 'Möten utan protokoll',
    none: 'Alla möten de senaste tre månaderna har protokoll.',
    how: (example: string) => `Skriv till exempel "${example}" när protokollet finns. Länken kan du utelämna.`,
    which: 'Vilket möte? Skriv grupp och dag, till exempel "protokoll beredningsgruppen 13 februari".',
    unknownGroup: (text: string, nearest?: string) =>
      `Det finns ingen grupp som heter "${text}" bland dina.${nearest === undefined ? '' : ` Menade du "${nearest}"?`}`,
    noMeeting: (day: string) => `Det hölls inget möte ${day} i dina grupper.`,
    notHeld: 'Mötet har inte varit än.',
    several: (groups: readonly string[]) => `Flera grupper möttes då: ${formatList(groups, 'sv')}. Skriv vilken.`,
    notALink: (text: string) => `"${text}" är ingen länk. Börja med https://.`,
    saved: (meeting: string) => `Tack! ${meeting} har protokoll nu.`,
  },
};
