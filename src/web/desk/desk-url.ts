// Where things are at the desk. An address never names a county: it is always the reader's own.
import { type CountyId, GroupId, SubjectId } from '../../ids.ts';
import { toRecurringId } from '../../reminders/recurring.ts';
import type { TopicKind } from '../../topic.ts';
import { DESK } from './desk-setting.ts';

/** What comes after the county in an id: "tia-2019-1" of "vasterbotten/tia-2019-1". */
export function toSlug(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

export function toSubjectId(countyId: CountyId, slug: string): SubjectId {
  return SubjectId.parse(`${countyId}/${slug}`);
}

export function toGroupId(countyId: CountyId, slug: string): GroupId {
  return GroupId.parse(`${countyId}/${slug}`);
}

export function toUrl(page: string, id?: string): string {
  return id === undefined ? `${DESK}/${page}` : `${DESK}/${page}/${encodeURIComponent(toSlug(id))}`;
}

/** The page on which a subject is read; all times of what comes back are on one. */
export function toSubjectUrl(topic: TopicKind, id: string): string {
  switch (topic) {
    case 'call':
      return toUrl('calls', id);
    case 'meeting':
      return toUrl('meetings', id);
    case 'watch':
      return toUrl('meetings');
    case 'plan':
    case 'followup':
      return toUrl('rounds');
    case 'contact':
      return toUrl('contacts');
    case 'need':
      return toUrl('needs');
    case 'event':
      return toUrl('events');
    case 'survey':
      return toUrl('surveys', toRecurringId(id));
    case 'memo':
      return toUrl('memos', toRecurringId(id));
  }
}
