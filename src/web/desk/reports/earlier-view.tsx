// The year beside those before it, as their frozen reports have them.
import { findYearInShort, type Report, type YearInShort } from '../../../followup/report.ts';
import { Light } from '../../../message/form.ts';
import { LightShape } from '../../../page/light.tsx';
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';
import { Facts, Lines, Section } from '../desk-parts.tsx';

export interface EarlierProps {
  readonly report: Report;
  readonly language: Language;
}

export function Earlier({ report, language }: EarlierProps) {
  const texts = textsIn(language).deskYear.report;
  const now = { name: texts.thisYear(report.year), short: findYearInShort(report) };
  const before = report.earlier.map((short) => ({ name: texts.year(short.year, short.dnr), short })).toReversed();
  return (
    <Section id="earlier" title={texts.earlier}>
      {before.length === 0 && <p class="quiet">{texts.noEarlier}</p>}
      <Lines
        of={[now, ...before]}
        none=""
        keyOf={({ name }) => name}
        show={({ name, short }) => (
          <>
            <h3 class="ds-label">{name}</h3>
            <InShort short={short} language={language} />
          </>
        )}
      />
    </Section>
  );
}

function InShort({ short, language }: { readonly short: YearInShort; readonly language: Language }) {
  const { lights, deskYear } = textsIn(language);
  const { facts, outOf } = deskYear.report;
  return (
    <>
      <span class="row tight">
        {Light.options.map((light) => (
          <span key={light} class="row tight">
            <LightShape light={light} />
            <span>
              {lights.word(light)}: {short.lights[light]}
            </span>
          </span>
        ))}
      </span>
      <Facts
        of={[
          { label: facts.activities, value: short.activities },
          { label: facts.overdue, value: short.overdue },
          { label: facts.meetings, value: short.meetings },
          { label: facts.answered, value: outOf(short.answered, short.asked) },
        ]}
      />
    </>
  );
}
