// Keeps what a preview has shown, and holds it against what came: when, under which title, where, and to how many.
import { toLocal, ZoneName } from '../../src/calendar/zone.ts';
import { formatInstant } from '../../src/text/format.ts';
import type { Arrived, Seen } from './hand.ts';

/** One line of a preview, taken apart. */
export interface PreviewLine {
  readonly when: string;
  readonly title: string;
  readonly channels: readonly string[];
  readonly people: number;
  /** So many at most: whoever has answered by then is left alone. */
  readonly isAtMost: boolean;
}

export interface Previewed {
  /** It was confirmed: this is what is sent from now on, and nothing else. */
  confirm(preview: Seen): readonly PreviewLine[];
  /** In words: what came now and was not shown, and what was shown for now and did not come. */
  compare(at: Date, came: readonly Arrived[]): readonly string[];
}

const ZONE = ZoneName.parse('Europe/Stockholm');
const NOW = 'Nu';

export function createPreviewed(): Previewed {
  let lines: readonly PreviewLine[] = [];
  return {
    confirm(preview) {
      lines = readPreview(preview);
      return lines;
    },
    compare(at, came) {
      const moment = formatInstant(at, ZONE, 'sv', toLocal(at, ZONE).date);
      const due = lines.filter(({ when }) => when === NOW || when === moment);
      lines = lines.filter((line) => !due.includes(line));
      const isShown = ({ text }: Arrived) => due.some(({ title }) => text.includes(title));
      return [
        ...came.filter((one) => !isShown(one)).map(({ text }) => `${moment}, not shown: ${text}`),
        ...due.flatMap((line) =>
          findDifference(
            line,
            came.filter(({ text }) => text.includes(line.title)),
          ),
        ),
      ];
    },
  };
}

function findDifference({ when, title, channels, people, isAtMost }: PreviewLine, came: readonly Arrived[]) {
  const at = came.flatMap(({ channel }) => channel ?? []).toSorted();
  const own = came.length - at.length;
  const isRight = isAtMost
    ? own <= people && at.every((channel) => channels.includes(channel))
    : own === people && at.join() === channels.join();
  if (isRight) return [];
  return [`${when}, ${title}: shown for ${channels.join()} and ${people}, came to ${at.join()} and ${own}`];
}

const LINE = /^(?:[•◦-] )?(Nu|\p{L}+dag \d+ \p{L}+(?: \d{4})? kl\. \d+\.\d\d): (.+) — till (.+)$/u;
const CHANNEL = /([^,]+?) \((webbrummet|Teams|Slack)\)/g;

/** "onsdag 5 juni kl. 9.00: Beredningsgruppen möts … — till Beredningsgruppen (Teams) och 5 personer" */
function readPreview({ lines }: Seen): readonly PreviewLine[] {
  return lines.flatMap((line) => {
    const [, when, title, whom] = LINE.exec(line) ?? [];
    if (when === undefined || title === undefined || whom === undefined) return [];
    const all = whom.replace('dem som inte har svarat, högst ', '').replaceAll(' och ', ', ');
    const channels = [...all.matchAll(CHANNEL)].map(([, name = '', platform]) => `${name.trim()} (${platform})`);
    const people = Number(/(\d+) person/.exec(all)?.[1] ?? 0);
    const isAtMost = whom.startsWith('dem som inte har svarat') || whom.endsWith('om någon inte har svarat');
    return [{ when, title, channels: channels.toSorted(), people, isAtMost }];
  });
}
