// Under which name is what the road knows kept in the trace? A time of what comes back is its survey's or memo's, a share its plan's.
import type { ChangedField } from '../records/change.ts';
import { toRecurringId } from '../reminders/recurring.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import type { Subject, TopicKind } from '../topic.ts';
import { toPlanId } from '../topics/plans/share.ts';

export interface TracedAs {
  readonly topic: string;
  readonly subjectId: string;
  /** Where it is a part of that: "2026-03-02" of a survey. */
  readonly part?: string;
}

export function toTraced({ topic, id }: Subject & { readonly topic: TopicKind }): TracedAs {
  const subjectId = findWhole(topic, id);
  return { topic, subjectId, ...(subjectId !== id && { part: id.slice(subjectId.length + 1) }) };
}

/** Which of it, where it was not done to all: the part, and the step of its ladder. */
export function listPartFields(
  { part }: Pick<TracedAs, 'part'>,
  step: string | undefined,
  language: Language,
): readonly ChangedField[] {
  const only = [part, step].filter((one) => one !== undefined).join(', ');
  return only === '' ? [] : [{ label: textsIn(language).desk.fields.part, to: only }];
}

function findWhole(topic: TopicKind, id: Subject['id']): string {
  switch (topic) {
    case 'survey':
    case 'memo':
      return toRecurringId(id);
    case 'plan':
      return toPlanId(id);
    default:
      return id;
  }
}
