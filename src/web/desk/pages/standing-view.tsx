// A question as a coordinator looks at it: how many have answered, who has not, and what was answered.
import { Progress } from '../../../page/progress.tsx';
import { formatDeadline, formatInstant } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';
import { isOff, type Round } from '../../../topics/plans/round.ts';
import { Badge, Lines, Section } from '../desk-parts.tsx';
import type { DeskVisitor } from '../entrance/desk-session.ts';
import type { Answered, Silent, Standing } from './read-standings.ts';

export interface StandingProps {
  readonly standing: Standing;
  readonly visitor: DeskVisitor;
}

export function StandingView({ standing, visitor }: StandingProps) {
  const { prompt, answered, silent, isClosed } = standing;
  const { language, today, county } = visitor;
  const texts = textsIn(language).deskPages.standing;
  const until = formatDeadline(prompt.answerBy, county.timeZone, language, today);
  const asked = answered.length + silent.length;
  return (
    <Section id={`q-${prompt.id}`} title={prompt.title}>
      <p class="row tight">
        <Badge tone={isClosed ? 'neutral' : 'info'}>{isClosed ? texts.closed : texts.open}</Badge>
        <span>{texts.until(until)}</span>
      </p>
      <Progress text={texts.progress(answered.length, asked)} answered={answered.length} asked={asked} />
      {silent.length > 0 && (
        <div class="stack tight">
          <h3 class="ds-label">{texts.silent(silent.length)}</h3>
          <ul class="ds-list">
            {silent.map((one) => (
              <li key={one.names.join()}>{texts.silentOne(one.organisation, one.names)}</li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <details class="ds-details" data-color="neutral" open={answered.length > 0 && answered.length <= MOST_OPEN}>
          <summary>{texts.answered(answered.length)}</summary>
          <Lines
            of={answered}
            none={texts.noneYet}
            keyOf={({ name, organisation }) => `${organisation} ${name}`}
            show={(one) => <AnswerLine answered={one} visitor={visitor} />}
          />
        </details>
      </div>
    </Section>
  );
}

/** Longer lists are folded. */
const MOST_OPEN = 12;

function AnswerLine({ answered, visitor }: { readonly answered: Answered; readonly visitor: DeskVisitor }) {
  const { language, today, county } = visitor;
  const texts = textsIn(language).deskPages.standing;
  const { name, organisation, insteadOf, answer, at, isLate } = answered;
  const when = formatInstant(at, county.timeZone, language, today);
  return (
    <>
      <span>
        <strong>{organisation}</strong>: {answer}
      </span>
      <span class="quiet">
        {[name, insteadOf && texts.insteadOf(insteadOf), when, isLate && texts.late].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}

/** Each organisation once: "Karlshamns kommun, Region Blekinge och 25 andra". */
export function describeSilent(silent: readonly Silent[], language: Language): readonly string[] {
  const names = [...new Set(silent.map((one) => one.organisation || one.names.join(', ')))];
  const rest = names.length - MOST_NAMED;
  if (rest < 2) return names;
  return [...names.slice(0, MOST_NAMED), textsIn(language).deskPages.start.others(rest)];
}

const MOST_NAMED = 6;

/** Where nobody was asked in a round: not yet, or never. */
export function describeNotAsked(round: Round, { language, today }: DeskVisitor): string {
  const { notAsked, neverAsked } = textsIn(language).deskPages.rounds;
  return isOff(round) || round.closesOn < today ? neverAsked : notAsked;
}
