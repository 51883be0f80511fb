// Swedish texts: meetings.
import { formatCount } from '../format.ts';

/** "Beredningsgruppens", "Försäkringskassans", "Navets": a name that ends in s, x or z takes none. */
const genitive = (name: string) => (/[sxz]$/i.test(name) ? name : `${name}s`);

export const meetings = {
  /** "Beredningsgruppen möts torsdag 24 oktober kl. 13.00–15.00" */
  title: (group: string, when: string) => `${group} möts ${when}`,
  /** "Höstmöte för Beredningsgruppen: torsdag 24 oktober kl. 13.00–15.00" */
  titleNamed: (meeting: string, group: string, when: string) => `${meeting} för ${group}: ${when}`,
  facts: {
    place: 'Plats',
    agenda: 'Dagordning',
    answerBy: 'Svara senast',
    when: 'När',
  },
  digital: 'Digitalt',
  raised: 'Behov och insikter som lyfts',
  raisedItem: (number: number, text: string, organisation: string) => `${text} (${organisation}, behov ${number})`,
  items: (count: number) => formatCount(count, 'punkt', 'punkter'),
  join: 'Öppna möteslänken',

  prompt: (group: string, day: string) => `${genitive(group)} möte ${day}`,
  attendance: 'Kommer du?',
  coming: 'Jag kommer',
  digitally: 'Jag deltar digitalt',
  notComing: 'Jag kan inte',
  represented: (represented: number, asked: number, missing: readonly string[]) =>
    [
      `${represented} av ${asked === 1 ? '1 organisation är representerad' : `${asked} organisationer är representerade`}.`,
      ...(missing.length === 0 ? [] : [`Saknas: ${missing.join(', ')}`]),
    ].join(' '),

  cancelled: 'Mötet är inställt.',
  titleMoved: (group: string) => `Ny dag för ${genitive(group)} möte`,
  moved: (to: string, from: string) =>
    `Ny dag: ${to} (tidigare ${from}). Svar för den tidigare dagen gäller inte, så svara på nytt.`,
  movedTo: (when: string) => `Mötet är flyttat till ${when}. Svar här gäller inte den nya dagen.`,
  doubled: (organisations: string) => `Både ledamot och ersättare har svarat att de kommer: ${organisations}.`,
  substitute: {
    title: (group: string, day: string) => `Kan du ersätta på ${genitive(group)} möte ${day}?`,
    why: (organisation: string) => `Ordinarie ledamot för ${organisation} kan inte.`,
    notNeeded: 'Den ordinarie ledamoten kan komma ändå. Du behöver inte ersätta.',
    released: {
      title: (group: string, day: string) => `Du behövs inte längre på ${genitive(group)} möte ${day}`,
      why: (organisation: string) => `Den ordinarie ledamoten för ${organisation} kan komma ändå.`,
      kept: 'Tack för att du ställde upp. Ditt svar är sparat, och gruppen ser det.',
    },
  },
};
