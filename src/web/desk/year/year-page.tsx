// The county's year on one page: twelve months, what lies in each, and what collides.
import { z } from 'zod';
import { LocalDate } from '../../../calendar/local-date.ts';
import { may } from '../../../directory/may.ts';
import { formatDate, formatDay, formatMonth, formatTimeSpan } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';
import { renderDesk } from '../desk-page.tsx';
import { Badge, type BadgeProps } from '../desk-parts.tsx';
import { DESK } from '../desk-setting.ts';
import { countByMonth } from '../pages/due-store.ts';
import type { Visit } from '../visit.ts';
import { type Collisions, findCollisions } from './find-collisions.ts';
import { readYear } from './read-year.ts';
import type { Collision, EntryKind, YearEntry } from './year-entry.ts';

const Asked = z.object({ year: z.coerce.number().int().min(1900).max(2999) });

export async function renderYear(visit: Visit): Promise<string> {
  const { visitor, setting, query } = visit;
  const { language, today, county, actor } = visitor;
  const texts = textsIn(language).deskPages.year;
  const year = Asked.safeParse(query).data?.year ?? Number(today.slice(0, 4));
  const entries = await readYear(visit, year);
  const collisions = findCollisions(entries);
  const isOverseer = may(actor, 'see-deliveries');
  const counts = isOverseer ? await countByMonth(setting.road.database.db, county.id, String(year)) : new Map();
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  return renderDesk({
    visit,
    title: texts.title(year),
    lead: texts.collisions(countPairs(collisions)),
    children: (
      <>
        <nav class="row" aria-label={texts.otherYears}>
          <a class="ds-link" href={`${DESK}/year?year=${year - 1}`}>
            {year - 1}
          </a>
          <a class="ds-link" href={`${DESK}/year?year=${year + 1}`}>
            {year + 1}
          </a>
        </nav>
        <div class="months">
          {months.map((month) => (
            <Month
              key={month}
              {...{ month, today, language, collisions }}
              entries={entries.filter((entry) => toMonth(entry, year) === month)}
              reminders={counts.get(month)}
            />
          ))}
        </div>
      </>
    ),
  });
}

/** The month under which it stands: of what begins before the year, the first. */
function toMonth({ fromOn }: YearEntry, year: number): string {
  return fromOn < `${year}-01-01` ? `${year}-01` : fromOn.slice(0, 7);
}

/** Two that collide with each other are one collision. */
function countPairs(collisions: Collisions): number {
  const pairs = [...collisions].flatMap(([entry, those]) =>
    those.map((one) => ('with' in one ? [entry.id, one.with.id].toSorted().join(' ') : entry.id)),
  );
  return new Set(pairs).size;
}

interface MonthProps {
  readonly month: string;
  readonly today: LocalDate;
  readonly language: Language;
  readonly collisions: Collisions;
  readonly entries: readonly YearEntry[];
  readonly reminders: number | undefined;
}

function Month({ month, today, language, collisions, entries, reminders }: MonthProps) {
  const texts = textsIn(language).deskPages.year;
  const name = formatMonth(LocalDate.parse(`${month}-01`), language);
  const isNow = today.startsWith(month);
  return (
    <section class={isNow ? 'ds-card stack card month now' : 'ds-card stack card month'} aria-labelledby={`m-${month}`}>
      <div class="row spread">
        <h2 class="ds-heading" data-size="xs" id={`m-${month}`}>
          {isNow ? texts.thisMonth(name) : name}
        </h2>
        {reminders !== undefined && <span class="quiet">{texts.reminders(reminders)}</span>}
      </div>
      {entries.length === 0 ? (
        <p class="quiet">{texts.empty}</p>
      ) : (
        <ul class="plain">
          {entries.map((entry) => (
            <Entry
              key={`${entry.kind} ${entry.id}`}
              {...{ entry, today, language }}
              collisions={collisions.get(entry) ?? []}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

const tones = {
  call: 'warning',
  meeting: 'info',
  round: 'success',
  event: 'neutral',
  national: 'neutral',
} as const satisfies Record<EntryKind, BadgeProps['tone']>;

interface EntryProps {
  readonly entry: YearEntry;
  readonly today: LocalDate;
  readonly language: Language;
  readonly collisions: readonly Collision[];
}

function Entry({ entry, today, language, collisions }: EntryProps) {
  const texts = textsIn(language).deskPages.year;
  const { kind, title, url, isCancelled } = entry;
  return (
    <li class="line stack tight">
      <span class="quiet">{describeDays(entry, language, today)}</span>
      <span class="row tight">
        <Badge tone={tones[kind]}>{texts.kinds[kind]}</Badge>
        {url ? (
          <a class="ds-link" href={url}>
            {title}
          </a>
        ) : (
          <span>{title}</span>
        )}
        {isCancelled && <Badge tone="neutral">{texts.cancelled}</Badge>}
      </span>
      {collisions.map((one) => (
        <span key={describeCollision(one, language)} class="collision">
          <span aria-hidden="true">⚠ </span>
          {describeCollision(one, language)}
        </span>
      ))}
    </li>
  );
}

function describeDays({ fromOn, toOn, time }: YearEntry, language: Language, today: LocalDate): string {
  if (time) return `${formatDate(fromOn, language, today)} ${formatTimeSpan(time.from, time.to, language)}`;
  if (fromOn === toOn) return formatDate(fromOn, language, today);
  return `${formatDay(fromOn, language, today)} – ${formatDay(toOn, language, today)}`;
}

function describeCollision(collision: Collision, language: Language): string {
  const { clash } = textsIn(language).deskPages.year;
  switch (collision.kind) {
    case 'same-people':
      return clash.people(collision.people, collision.with.title);
    case 'same-deadline':
      return clash.deadline(collision.with.title);
    case 'national':
      return clash.national(collision.with.title);
    case 'free-day':
      return clash.freeDay;
  }
}
