// What somebody is told whom nobody knows: polite, useful, and nothing of a county but its name.
import type { Db } from '../database/open.ts';
import type { County } from '../directory/county.ts';
import { listCountiesOfTenant } from '../directory/county-store.ts';
import { hasPersonalNumber } from '../message/personal-number.ts';
import type { Answer } from '../platform.ts';
import type { Road } from '../reminders/road.ts';
import { textsIn } from '../text/texts.ts';
import { type Act, findPlace } from './identify.ts';
import { inquire, readInquiry } from './inquiries.ts';
import { showWord } from './inquiry.ts';

export async function greetStranger(db: Db, act: Act): Promise<Answer> {
  const { platform, email } = act.from;
  const counties = await listCountiesAt(db, act);
  const language = counties[0]?.languages[0] ?? 'sv';
  const { chat, contacts } = textsIn(language);
  if (platform === 'room') return { kind: 'note', text: chat.strangerAnywhere };
  const names = counties.map(({ name }) => name);
  if (names.length === 0) return { kind: 'note', text: chat.unserved };
  const greeting = chat.stranger(names, email === undefined);
  const isPublic = counties.some(({ contactsFor }) => contactsFor === 'public');
  return { kind: 'note', text: isPublic ? `${greeting} ${contacts.forAll(showWord('contact', language))}` : greeting };
}

/**
 * A question about whom to ask is answered also for strangers where a county that serves them says so. Where several do,
 * the first by id, as for those whom several know. It changes nothing, so nothing of it is stored.
 */
export async function answerStranger({ database: { db }, clock }: Road, act: Act): Promise<Answer> {
  const written = act.kind === 'wrote' && act.from.platform !== 'room' ? readInquiry(act.text) : undefined;
  if (!written) return greetStranger(db, act);
  const county = (await listCountiesAt(db, act)).find(({ contactsFor }) => contactsFor === 'public');
  if (!county) return greetStranger(db, act);
  const [language] = county.languages;
  if (hasPersonalNumber(written.rest)) {
    return { kind: 'note', text: textsIn(language).forms.personalNumber.inMessage };
  }
  const inquiry = { db, county, language, now: clock.now(), asker: { kind: 'stranger' }, rest: written.rest } as const;
  return (await inquire(written.name, inquiry)).answer;
}

/** Those that serve the tenant; in a group's conversation its own alone. */
async function listCountiesAt(db: Db, act: Act): Promise<readonly County[]> {
  const served = await listCountiesOfTenant(db, act.from.platform, act.from.tenant);
  const place = await findPlace(db, act);
  const isBound = place?.groupId !== undefined;
  return served.filter(({ id }) => !isBound || id === place?.countyId);
}
