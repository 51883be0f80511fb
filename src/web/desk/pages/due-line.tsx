// One reminder of a list: when, what about, and what kind.
import { formatDay } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';
import { Badge } from '../desk-parts.tsx';
import { toSubjectUrl } from '../desk-url.ts';
import type { Due } from './due-store.ts';
import type { NameOf, Names } from './names-store.ts';

export interface DueLineProps {
  readonly due: NameOf & Pick<Due, 'kind'> & { readonly isPaused?: boolean };
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
        <Subject of={due} names={names} language={language} />
        {due.isPaused && <Badge tone="warning">{texts.paused}</Badge>}
      </span>
    </span>
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
