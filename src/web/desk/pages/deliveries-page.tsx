// What is to be sent, what was sent, what did not arrive and why.
import { may } from '../../../directory/may.ts';
import { formatInstant } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import { renderDesk } from '../desk-page.tsx';
import { Badge, Lines, Section } from '../desk-parts.tsx';
import { DESK } from '../desk-setting.ts';
import type { Visit } from '../visit.ts';
import { Cut } from './cut.tsx';
import { DueLine } from './due-line.tsx';
import { listDue, listTold, listUndelivered, type Told, type Undelivered } from './due-store.ts';
import { type Names, readNames } from './names-store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const AHEAD_MS = 30 * DAY_MS;
const BACK_MS = 30 * DAY_MS;

export async function renderDeliveries(visit: Visit): Promise<string> {
  const { setting, visitor } = visit;
  const { db } = setting.road.database;
  const { language, today, county } = visitor;
  const texts = textsIn(language).deskPages.deliveries;
  const now = setting.road.clock.now();
  const since = new Date(now.getTime() - BACK_MS);
  const due = await listDue(db, county.id, { from: now, to: new Date(now.getTime() + AHEAD_MS) });
  const told = await listTold(db, county.id, since);
  const undelivered = await listUndelivered(db, county.id, { since, now });
  const names = await readNames(db, county.id, [...due.shown, ...told.shown]);
  const at = (instant: Date) => formatInstant(instant, county.timeZone, language, today);
  return renderDesk({
    visit,
    title: texts.title,
    lead: texts.lead,
    children: (
      <>
        <Section id="failed" title={texts.failed}>
          <Lines
            of={toMessages(undelivered.shown)}
            none={texts.noneFailed}
            keyOf={([first]) => first?.key ?? ''}
            show={(those) => <FailedLine those={those} visit={visit} at={at} />}
          />
          <Cut of={undelivered} language={language} />
        </Section>
        <Section id="due" title={texts.due}>
          <Lines
            of={due.shown}
            none={texts.noneDue}
            keyOf={({ key }) => key}
            show={(one) => <DueLine due={one} names={names} at={at(one.dueAt)} language={language} />}
          />
          <Cut of={due} language={language} />
        </Section>
        <Section id="sent" title={texts.sent}>
          <Lines
            of={told.shown}
            none={texts.noneSent}
            keyOf={({ key }) => key}
            show={(one) => <ToldLine told={one} names={names} at={at(one.toldAt)} visit={visit} />}
          />
          <Cut of={told} language={language} />
        </Section>
      </>
    ),
  });
}

/** What failed of one reminder, together. */
function toMessages(undelivered: readonly Undelivered[]): readonly (readonly Undelivered[])[] {
  const keys = [...new Set(undelivered.map(({ key }) => key))];
  return keys.map((key) => undelivered.filter((one) => one.key === key));
}

interface FailedLineProps {
  readonly those: readonly Undelivered[];
  readonly visit: Visit;
  readonly at: (instant: Date) => string;
}

function FailedLine({ those, visit: { visitor }, at }: FailedLineProps) {
  const [first] = those;
  if (!first) return null;
  const { desk, deskPages } = textsIn(visitor.language);
  const { deliveries, failure, platforms } = deskPages;
  return (
    <>
      <span class="quiet">{at(first.toldAt)}</span>
      <strong>{first.title}</strong>
      <ul class="ds-list">
        {those.map(({ conversation, platform, code }) => (
          <li key={`${platform} ${conversation}`}>
            {deliveries.failedOne(conversation, platforms[platform], failure(code ?? ''))}
          </li>
        ))}
      </ul>
      {first.isOutdated && <p class="quiet">{desk.refusals.outdated(first.ofReminder)}</p>}
      {!first.isOutdated && may(visitor.actor, 'send-again') && (
        <form method="post" action={`${DESK}/deliveries/again`}>
          <input type="hidden" name="_csrf" value={visitor.csrf} />
          <input type="hidden" name="key" value={first.key} />
          <button class="ds-button" data-variant="secondary" type="submit">
            {deliveries.again(first.ofReminder)}
            <span class="ds-sr-only">: {first.title}</span>
          </button>
        </form>
      )}
    </>
  );
}

interface ToldLineProps {
  readonly told: Told;
  readonly names: Names;
  readonly at: string;
  readonly visit: Visit;
}

function ToldLine({ told, names, at, visit: { visitor } }: ToldLineProps) {
  const { language } = visitor;
  const { deliveries } = textsIn(language).deskPages;
  const { sent, waiting, failed, cancelled } = told;
  return (
    <>
      <DueLine due={told} names={names} at={at} language={language} />
      <span class="row tight dated-more">
        <span>{deliveries.reached(sent, sent + waiting + failed + cancelled)}</span>
        {waiting > 0 && <Badge tone="info">{deliveries.waiting(waiting)}</Badge>}
        {failed > 0 && <Badge tone="danger">{deliveries.failedCount(failed)}</Badge>}
        {cancelled > 0 && <Badge tone="neutral">{deliveries.cancelled(cancelled)}</Badge>}
      </span>
    </>
  );
}
