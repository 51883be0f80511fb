// The answers about one thing, or that nobody has been asked yet.
import { textsIn } from '../../../text/texts.ts';
import { Section } from '../desk-parts.tsx';
import type { DeskVisitor } from '../entrance/desk-session.ts';
import type { AnswersAbout } from './read-answers.ts';
import { StandingView } from './standing-view.tsx';

export interface AnswersProps {
  readonly answers: AnswersAbout;
  readonly visitor: DeskVisitor;
}

export function Answers({ answers: { standings, earlier }, visitor }: AnswersProps) {
  const { standing: texts } = textsIn(visitor.language).deskPages;
  if (standings.length === 0) {
    return (
      <Section id="answers" title={texts.title}>
        <p class="quiet">{texts.notAsked}</p>
      </Section>
    );
  }
  return (
    <>
      {standings.map((standing) => (
        <StandingView key={standing.prompt.id} standing={standing} visitor={visitor} />
      ))}
      {earlier > 0 && <p class="quiet">{texts.earlier(earlier)}</p>}
    </>
  );
}
