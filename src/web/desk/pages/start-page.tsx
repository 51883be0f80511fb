// The start: what needs somebody now, in the order in which it hurts.
import { may } from '../../../directory/may.ts';
import { formatDeadline, formatInstant } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import { renderDesk } from '../desk-page.tsx';
import { Badge, Lines, Section } from '../desk-parts.tsx';
import { toUrl } from '../desk-url.ts';
import type { Visit } from '../visit.ts';
import { Cut } from './cut.tsx';
import { DueLine } from './due-line.tsx';
import { readStart, type Start } from './read-start.ts';
import { describeSilent } from './standing-view.tsx';

export async function renderStart(visit: Visit): Promise<string> {
  const { visitor } = visit;
  const texts = textsIn(visitor.language).deskPages.start;
  const start = await readStart(visit);
  const isCalm = start.failed === 0 && start.lost.length === 0 && start.silent.length === 0 && start.toModerate === 0;
  return renderDesk({
    visit,
    title: texts.title,
    lead: may(visitor.actor, 'see-answers') ? (isCalm ? texts.calm : texts.lead) : texts.member,
    children: (
      <>
        {may(visitor.actor, 'see-deliveries') && <Trouble start={start} visit={visit} />}
        {may(visitor.actor, 'see-needs') && <Moderate start={start} visit={visit} />}
        <SilentOnes start={start} visit={visit} />
        <Week start={start} visit={visit} />
      </>
    ),
  });
}

interface PartProps {
  readonly start: Start;
  readonly visit: Visit;
}

function Trouble({ start: { failed, lost, withoutPlace }, visit: { visitor } }: PartProps) {
  const texts = textsIn(visitor.language).deskPages.start;
  if (failed === 0 && lost.length === 0 && withoutPlace.length === 0) return null;
  return (
    <Section id="trouble" title={texts.trouble}>
      <ul class="plain">
        {failed > 0 && (
          <li class="line row spread">
            <span>
              <Badge tone="danger">{texts.failedWord}</Badge> {texts.failed(failed)}
            </span>
            <a class="ds-link" href={`${toUrl('deliveries')}#failed`}>
              {texts.toFailed}
            </a>
          </li>
        )}
        {lost.map(({ name, reason }) => (
          <li key={name} class="line">
            <Badge tone="warning">{texts.lostWord}</Badge> {texts.lost(name, reason)}
          </li>
        ))}
        {withoutPlace.length > 0 && (
          <li class="line">
            <Badge tone="info">{texts.withoutWord}</Badge> {texts.withoutPlace(withoutPlace)}
          </li>
        )}
      </ul>
    </Section>
  );
}

function Moderate({ start: { needs, events }, visit: { visitor } }: PartProps) {
  const texts = textsIn(visitor.language).deskPages.start;
  if (needs === 0 && events === 0) return null;
  return (
    <Section id="moderate" title={texts.moderate}>
      <ul class="plain">
        {needs > 0 && (
          <li class="line">
            <a class="ds-link" href={toUrl('needs')}>
              {texts.needs(needs)}
            </a>
          </li>
        )}
        {events > 0 && (
          <li class="line">
            <a class="ds-link" href={toUrl('events')}>
              {texts.events(events)}
            </a>
          </li>
        )}
      </ul>
    </Section>
  );
}

function SilentOnes({ start, visit: { visitor, setting } }: PartProps) {
  const { language, today, county, actor } = visitor;
  const texts = textsIn(language).deskPages.start;
  if (!may(actor, 'see-answers')) return null;
  const now = setting.road.clock.now();
  const until = (answerBy: Date) => {
    const day = formatDeadline(answerBy, county.timeZone, language, today);
    return answerBy < now ? texts.wasUntil(day) : texts.until(day);
  };
  return (
    <Section id="silent" title={texts.silent}>
      <Lines
        of={start.silent}
        none={texts.noneSilent}
        keyOf={({ url }) => url}
        show={({ title, url, silent, asked, answerBy }) => (
          <>
            <span class="row spread">
              <a class="ds-link" href={url}>
                {title}
              </a>
              <span class="quiet">{until(answerBy)}</span>
            </span>
            <span>{texts.silentOf(silent.length, asked, describeSilent(silent, language))}</span>
          </>
        )}
      />
    </Section>
  );
}

function Week({ start, visit }: PartProps) {
  const { language, today, county } = visit.visitor;
  const texts = textsIn(language).deskPages.start;
  if (!may(visit.visitor.actor, 'see-deliveries')) return null;
  return (
    <Section id="week" title={texts.week}>
      <Lines
        of={start.week.shown}
        none={texts.nothingDue}
        keyOf={({ key }) => key}
        show={(due) => (
          <DueLine
            due={due}
            names={start.names}
            at={formatInstant(due.dueAt, county.timeZone, language, today)}
            language={language}
          />
        )}
      />
      <Cut of={start.week} language={language} />
    </Section>
  );
}
