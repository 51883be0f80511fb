// The conversations of groups and people, each with the language that is spoken there, in one statement.
import { z } from 'zod';
import type { Db } from '../database/open.ts';
import type { CountyId, GroupId, PersonId } from '../ids.ts';
import { Conversation } from '../platform.ts';
import { Language } from '../text/language.ts';
import type { Place } from './post.ts';

export interface Whom {
  readonly groupIds: readonly GroupId[];
  readonly personIds: readonly PersonId[];
}

/** A place and, where it is somebody's own, whose. */
export interface KnownPlace extends Place {
  readonly personId?: string;
  /** Nothing is sent there now. What is written for it waits until it is open again, as far as it is of use then. */
  readonly isPaused: boolean;
}

/** The conversations, active or paused: a group's in the county's first language, a person's in their own. By id. */
export async function listPlaces(
  db: Db,
  countyId: CountyId,
  { groupIds, personIds }: Whom,
): Promise<readonly KnownPlace[]> {
  if (groupIds.length === 0 && personIds.length === 0) return [];
  const rows = await db.$queryRaw`
    select c.id, c.platform, c.kind, c.name, c.address, p.id as "personId",
      coalesce(p.language, k.languages[1]) as language, c.state = 'paused' as "isPaused"
    from conversation c
    join county k on k.id = c.county_id
    left join person p on p.county_id = c.county_id and p.id = c.person_id
    where c.county_id = ${countyId} and c.state in ('active', 'paused') and (c.group_id = any(${[...groupIds]}) or p.id = any(${[...personIds]}))
    order by c.id`;
  return placeRows.parse(rows).map(({ personId, language, isPaused, ...conversation }) => ({
    conversation,
    language,
    isPaused,
    ...(personId === null ? {} : { personId }),
  }));
}

const placeRows = z.array(
  Conversation.unwrap().extend({ personId: z.string().nullable(), language: Language, isPaused: z.boolean() }),
);
