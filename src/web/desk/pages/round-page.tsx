// One check-in round: for each activity how it goes, or who has not answered.
import { Progress } from '../../../page/progress.tsx';
import { formatDate } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import { isOff } from '../../../topics/plans/round.ts';
import { findRound } from '../../../topics/plans/round-store.ts';
import { readSteering } from '../acts/steering.ts';
import { SteeringView } from '../acts/steering-view.tsx';
import { renderDesk } from '../desk-page.tsx';
import { Badge, Lines, Section } from '../desk-parts.tsx';
import { toSubjectId } from '../desk-url.ts';
import type { DeskVisitor } from '../entrance/desk-session.ts';
import type { Visit } from '../visit.ts';
import { readRounds } from './read-rounds.ts';
import type { Standing } from './read-standings.ts';
import { describeNotAsked } from './standing-view.tsx';

export async function renderRound(visit: Visit): Promise<string | undefined> {
  const { visitor, setting, slug } = visit;
  const { db } = setting.road.database;
  const { language, today, county } = visitor;
  const round = await findRound(db, county.id, toSubjectId(county.id, slug));
  if (!round) return undefined;
  const { rounds: texts, standing } = textsIn(language).deskPages;
  const standings = (await readRounds(visit, [round])).get(round.id) ?? [];
  const steering = await readSteering(visit, { kind: 'round', id: round.id });
  const silent = standings.filter((one) => one.silent.length > 0);
  const answered = standings.filter((one) => one.answered.length > 0);
  const days = texts.days(formatDate(round.opensOn, language, today), formatDate(round.closesOn, language, today));
  return renderDesk({
    visit,
    title: texts.round(round.label),
    lead: isOff(round) ? `${days}. ${textsIn(language).desk.refusals.roundOff}` : days,
    children: (
      <>
        {standings.length === 0 ? (
          <p class="quiet">{describeNotAsked(round, visitor)}</p>
        ) : (
          <Progress
            text={standing.progress(answered.length, standings.length)}
            answered={answered.length}
            asked={standings.length}
          />
        )}
        <SteeringView steering={steering} visitor={visitor} />
        <Section id="silent" title={texts.silent(silent.length)}>
          <Lines
            of={silent}
            none={texts.noneSilent}
            keyOf={toKey}
            show={(one) => <SilentLine standing={one} visitor={visitor} />}
          />
        </Section>
        <Section id="answered" title={texts.answered(answered.length)}>
          <Lines of={answered} none={standing.noneYet} keyOf={toKey} show={(one) => <AnsweredLine standing={one} />} />
        </Section>
      </>
    ),
  });
}

function toKey({ prompt }: Standing): string {
  return prompt.id;
}

function SilentLine({
  standing: { prompt, silent },
  visitor,
}: {
  readonly standing: Standing;
  readonly visitor: DeskVisitor;
}) {
  const texts = textsIn(visitor.language).deskPages.standing;
  return (
    <>
      <strong id={`q-${prompt.id}`}>{prompt.title}</strong>
      {silent.map(({ organisation, names }) => (
        <span key={organisation}>{texts.silentOne(organisation, names)}</span>
      ))}
    </>
  );
}

function AnsweredLine({ standing: { prompt, answered } }: { readonly standing: Standing }) {
  return (
    <>
      <strong id={`q-${prompt.id}`}>{prompt.title}</strong>
      {answered.map(({ organisation, answer, name }) => (
        <span key={`${organisation} ${name}`} class="row tight">
          <Badge tone="neutral">{answer}</Badge>
          <span class="quiet">
            {organisation} · {name}
          </span>
        </span>
      ))}
    </>
  );
}
