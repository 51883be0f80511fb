// "kontaktlista": which municipalities have no contact or several, and which contacts nobody has confirmed for long.
import type { Contact } from '../directory/contact.ts';
import { findContactGaps } from '../directory/contact-gaps.ts';
import { listContacts } from '../directory/contact-store.ts';
import { may } from '../directory/may.ts';
import type { Part } from '../message/message.ts';
import { formatList } from '../text/format.ts';
import { textsIn } from '../text/texts.ts';
import { type Doing, say } from './asking.ts';
import { describeAge } from './contact-line.ts';
import { type Inquiry, readAsker, toToday } from './inquiry.ts';

export async function showGaps(inquiry: Inquiry): Promise<Doing> {
  const { db, county, language } = inquiry;
  const { gaps } = textsIn(language).contacts;
  if (!may(await readAsker(inquiry), 'see-gaps')) return say(gaps.notAllowed);
  const parts = listGaps(inquiry, await listContacts(db, county.id));
  const shown: readonly Part[] = parts.length > 0 ? parts : [{ kind: 'text', text: gaps.complete }];
  return { answer: { kind: 'card', message: { language, title: gaps.title, parts: shown, buttons: [] } } };
}

function listGaps(inquiry: Inquiry, contacts: readonly Contact[]): readonly Part[] {
  const { county, language } = inquiry;
  const { gaps } = textsIn(language).contacts;
  const today = toToday(inquiry);
  const found = findContactGaps(county, contacts, today);
  const several = found.several.map(({ name, contacts: those }) =>
    gaps.item(name, formatList(those.map(identify), language)),
  );
  const stale = found.stale.map((contact) => gaps.item(identify(contact), describeAge(contact, today, language)));
  const toList = (title: string, items: readonly string[]): readonly Part[] =>
    items.length === 0 ? [] : [{ kind: 'list', title, items }];
  return [
    ...toList(gaps.without(found.without.length), found.without),
    ...toList(gaps.several(several.length), several),
    ...toList(gaps.stale(stale.length), stale),
  ];
}

/** Officers with one title are told apart by their address. */
function identify({ title, email }: Contact): string {
  return `${title} (${email})`;
}
