// A free survey or a free reminder: when it is, who has answered, what can be done, what was done.
import type { DeskKind } from '../../../desk/desk-subject.ts';
import { formatDate } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import { renderDesk } from '../desk-page.tsx';
import { toSubjectId } from '../desk-url.ts';
import { Answers } from '../pages/answers.tsx';
import { readAnswers } from '../pages/read-answers.ts';
import type { Visit } from '../visit.ts';
import { findSteered, readSteering } from './steering.ts';
import { SteeringView } from './steering-view.tsx';

export function renderSurvey(visit: Visit): Promise<string | undefined> {
  return renderSteered(visit, 'survey');
}

export function renderMemo(visit: Visit): Promise<string | undefined> {
  return renderSteered(visit, 'memo');
}

async function renderSteered(visit: Visit, kind: DeskKind & ('survey' | 'memo')): Promise<string | undefined> {
  const { visitor, slug } = visit;
  const { language, today, county } = visitor;
  const ref = { kind, id: toSubjectId(county.id, slug) };
  const subject = await findSteered(visit, ref);
  if (!subject) return undefined;
  const answers = kind === 'survey' ? await readAnswers(visit, kind, ref.id) : undefined;
  const steering = await readSteering(visit, ref);
  return renderDesk({
    visit,
    title: subject.title,
    lead: `${textsIn(language).deskActs.kinds[kind]}, ${formatDate(subject.day, language, today)}`,
    children: (
      <>
        {answers && <Answers answers={answers} visitor={visitor} />}
        <SteeringView steering={steering} visitor={visitor} />
      </>
    ),
  });
}
