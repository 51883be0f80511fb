// One check-in round: for each activity how it goes, or who has not answered.
import type { Db } from '../../../database/open.ts';
import type { CountyId } from '../../../ids.ts';
import { Progress } from '../../../page/progress.tsx';
import { formatDate } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import { listPlans } from '../../../topics/plans/plan-store.ts';
import type { Round } from '../../../topics/plans/round.ts';
import { listRounds } from '../../../topics/plans/round-store.ts';
import { readSteering } from '../acts/steering.ts';
import { SteeringView } from '../acts/steering-view.tsx';
import { renderDesk } from '../desk-page.tsx';
import { Badge, Lines, Section } from '../desk-parts.tsx';
import { toSubjectId } from '../desk-url.ts';
import type { DeskVisitor } from '../entrance/desk-session.ts';
import type { Visit } from '../visit.ts';
import type { Standing } from './read-standings.ts';
import { readRound } from './rounds-page.tsx';

export async function renderRound(visit: Visit): Promise<string | undefined> {
  const { visitor, setting, slug } = visit;
  const { db } = setting.road.database;
  const { language, today, county } = visitor;
  const round = await findRound(db, county.id, slug);
  if (!round) return undefined;
  const { rounds: texts, standing } = textsIn(language).deskPages;
  const standings = await readRound(db, visit, round);
  const steering = await readSteering(visit, { kind: 'round', id: round.id });
  const silent = standings.filter((one) => one.silent.length > 0);
  const answered = standings.filter((one) => one.answered.length > 0);
  return renderDesk({
    visit,
    title: texts.round(round.label),
    lead: texts.days(formatDate(round.opensOn, language, today), formatDate(round.closesOn, language, today)),
    children: (
      <>
        {standings.length === 0 ? (
          <p class="quiet">{texts.notAsked}</p>
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

async function findRound(db: Db, countyId: CountyId, slug: string): Promise<Round | undefined> {
  const id: string = toSubjectId(countyId, slug);
  for (const { id: planId } of await listPlans(db, countyId)) {
    const found = (await listRounds(db, { countyId, planId })).find((round) => round.id === id);
    if (found) return found;
  }
  return undefined;
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
