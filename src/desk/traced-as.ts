// Under which name is what the road knows kept in the trace? A time of what comes back is its survey's or memo's, a share its plan's.

import type { Subject, TopicKind } from '../topic.ts';
import { toMemoId } from '../topics/memos/memo.ts';
import { toPlanId } from '../topics/plans/share.ts';
import { toSurveyId } from '../topics/surveys/survey-time.ts';

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

function findWhole(topic: TopicKind, id: Subject['id']): string {
  switch (topic) {
    case 'survey':
      return toSurveyId(id);
    case 'memo':
      return toMemoId(id);
    case 'plan':
      return toPlanId(id);
    default:
      return id;
  }
}
