// One reminder of a list, or all of a round that come at the same time: when, what about, and what kind.
import { formatDay } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';
import { Badge } from '../desk-parts.tsx';
import { toSubjectUrl, toUrl } from '../desk-url.ts';
import type { Due } from './due-store.ts';
import type { NameOf, Names } from './names-store.ts';

/** One, or a bundle of them. */
type Bundle = Pick<Due, 'topic' | 'subjectId' | 'kind' | 'roundId' | 'roundLabel' | 'toGroups' | 'toOthers'>;

export interface DueLineProps {
  readonly due: Bundle & { readonly isPaused?: boolean };
  readonly names: Names;
  /** When, in words. */
  readonly at: string;
  readonly language: Language;
}

export function DueLine({ due, names, at, language }: DueLineProps) {
  const texts = textsIn(language).deskPages.due;
  return (
    <span class="dated">
      <span class="quiet">{at}</span>
      <span class="row tight">
        <Badge tone="neutral">{texts.kinds[due.kind]}</Badge>
        <What of={due} names={names} language={language} />
        {due.isPaused && <Badge tone="warning">{texts.paused}</Badge>}
      </span>
    </span>
  );
}

interface WhatProps {
  readonly of: Bundle;
  readonly names: Names;
  readonly language: Language;
}

/** "Avstämning mars till 3 grupper och 9 ansvariga", where it goes to many; else what it is about. */
function What({ of, names, language }: WhatProps) {
  const { due, rounds, start } = textsIn(language).deskPages;
  const { topic, roundId, roundLabel, toGroups, toOthers } = of;
  if (roundId !== null && roundLabel !== null) {
    const only = toGroups + toOthers === 1 ? names(of)?.name : undefined;
    return (
      <>
        <a class="ds-link" href={toUrl('rounds', roundId)}>
          {rounds.round(roundLabel)}
        </a>
        <span>{due.to(only ?? due.many(toGroups, toOthers))}</span>
      </>
    );
  }
  if (topic !== 'contact' || toOthers === 1) return <Subject of={of} names={names} language={language} />;
  return (
    <>
      <a class="ds-link" href={toUrl('contacts')}>
        {start.contacts}
      </a>
      <span>{due.contacts(toOthers)}</span>
    </>
  );
}

interface SubjectProps {
  readonly of: NameOf;
  readonly names: Names;
  readonly language: Language;
}

/** "Möte: Beredningsgruppen, 18 april 2026", with a link where there is a page. */
export function Subject({ of, names, language }: SubjectProps) {
  const { topics, digest, notice } = textsIn(language).deskPages.due;
  const name = names(of);
  if (!name) return <span>{of.topic === 'event' ? digest : notice}</span>;
  const text = `${topics[name.topic]}: ${name.name}`;
  return (
    <a class="ds-link" href={toSubjectUrl(name.topic, of.subjectId)}>
      {name.topic === 'meeting' && name.day ? `${text}, ${formatDay(name.day, language)}` : text}
    </a>
  );
}
