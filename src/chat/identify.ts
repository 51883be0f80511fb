// Which known person is behind a platform's user?
import type { Db } from '../database/open.ts';
import { findDraftCounty } from '../desk/draft-store.ts';
import { findConversationAnywhere } from '../directory/binding-store.ts';
import type { StoredConversation } from '../directory/conversation.ts';
import { listCountiesOfTenant } from '../directory/county-store.ts';
import { hasLeft, type Person } from '../directory/person.ts';
import { findPeople, findPeopleByAddress } from '../directory/person-store.ts';
import { CountyId, PersonId, type PromptId } from '../ids.ts';
import type { Belonging, Incoming, Look, PlatformUser } from '../platform.ts';
import { findPrompt } from '../replies/prompt-store.ts';

export type Act = Incoming | Look | Belonging;

/**
 * Undefined for a stranger. Where counties share a tenant, somebody may be known to several: in a group's conversation
 * only its county's people are known; else the county of the prompt decides, or of the chat, or the first by id.
 */
export async function identify(db: Db, act: Act): Promise<Person | undefined> {
  const selves = await listSelves(db, act.from);
  const place = await findPlace(db, act);
  if (place?.groupId !== undefined) return selves.find(({ countyId }) => countyId === place.countyId);
  if (selves.length < 2) return selves[0];
  const wanted = place?.countyId ?? (await findPromptCounty(db, act));
  return selves.find(({ countyId }) => countyId === wanted) ?? selves[0];
}

/**
 * Everybody that a user is, at most one in each county, by county. The web room knows its people by their own ids, which
 * its links are signed for. Elsewhere the county must serve the tenant, and the tenant must vouch for the address.
 */
export async function listSelves(db: Db, { platform, tenant, user, email }: PlatformUser): Promise<readonly Person[]> {
  if (platform === 'room') {
    const people = await findPeople(db, CountyId.parse(tenant), [PersonId.parse(user)]);
    return people.filter((person) => !hasLeft(person));
  }
  if (email === undefined) return [];
  const counties = await listCountiesOfTenant(db, platform, tenant);
  const people = await findPeopleByAddress(
    db,
    counties.map(({ id }) => id),
    [email],
  );
  return people.filter((one) => people.every((other) => other === one || other.countyId !== one.countyId));
}

/** Where an act was done, as far as it is known. */
export async function findPlace(db: Db, act: Act): Promise<StoredConversation | undefined> {
  const at = 'at' in act ? act.at : undefined;
  return at && findConversationAnywhere(db, at.id);
}

async function findPromptCounty(db: Db, act: Act): Promise<CountyId | undefined> {
  const promptId = findPromptId(act);
  return promptId && ((await findPrompt(db, promptId))?.countyId ?? findDraftCounty(db, promptId));
}

function findPromptId(act: Act): PromptId | undefined {
  switch (act.kind) {
    case 'pressed':
    case 'repeated':
    case 'delegated':
    case 'submitted':
    case 'drafted':
    case 'opened':
      return act.promptId;
    case 'looked':
      return act.promptIds[0];
    case 'wrote':
    case 'joined':
    case 'left':
    case 'renamed':
    case 'uninstalled':
    case 'home':
      return undefined;
  }
}
