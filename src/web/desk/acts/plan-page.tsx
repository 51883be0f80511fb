// Everything that the reader may steer, the nearest first, and what they can make anew.
import { DeskKind } from '../../../desk/desk-subject.ts';
import { listDeskSubjects } from '../../../desk/subjects.ts';
import { formatDate } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import { renderDesk } from '../desk-page.tsx';
import { Badge, Lines, Section } from '../desk-parts.tsx';
import type { Visit } from '../visit.ts';
import { mayMake, stepUpTo, toRefUrl } from './steering.ts';
import { MakeNew } from './steering-view.tsx';

export async function renderPlan(visit: Visit): Promise<string> {
  const { visitor, setting } = visit;
  const { language, today } = visitor;
  const { deskActs } = textsIn(language);
  const subjects = await listDeskSubjects(setting.road.database.db, await stepUpTo(visit));
  return renderDesk({
    visit,
    title: deskActs.plan,
    lead: deskActs.lead,
    children: (
      <>
        <MakeNew kinds={DeskKind.options.filter((kind) => mayMake(visit, kind))} visitor={visitor} />
        <Section id="planned" title={deskActs.planned}>
          <Lines
            of={subjects}
            none={deskActs.none}
            keyOf={({ kind, id }) => `${kind} ${id}`}
            show={(subject) => (
              <span class="dated">
                <span class="quiet">{formatDate(subject.day, language, today)}</span>
                <span class="row tight">
                  <Badge tone="neutral">{deskActs.kinds[subject.kind]}</Badge>
                  <a class="ds-link" href={toRefUrl(subject)}>
                    {subject.title}
                  </a>
                </span>
              </span>
            )}
          />
        </Section>
      </>
    ),
  });
}
