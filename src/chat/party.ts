// "part": what an organisation offers, what it is responsible for, and how to reach it.
import type { Contact } from '../directory/contact.ts';
import { findContactsBy } from '../directory/contact-store.ts';
import { findByName, suggestName, toNamed } from '../directory/find-by-name.ts';
import { findContacts } from '../directory/find-contact.ts';
import { loadMunicipalities } from '../directory/municipality.ts';
import type { Organisation } from '../directory/organisation.ts';
import { listOrganisations } from '../directory/organisation-store.ts';
import type { Message, Part } from '../message/message.ts';
import { textsIn } from '../text/texts.ts';
import { type Doing, say } from './asking.ts';
import { composeItems } from './choice-message.ts';
import { prepareLines } from './contact-line.ts';
import type { Inquiry } from './inquiry.ts';

export async function showParty(inquiry: Inquiry): Promise<Doing> {
  const { db, county, rest, language, command } = inquiry;
  const { contacts } = textsIn(language);
  if (rest === '') return say(contacts.party.what(command));
  const named = (await listOrganisations(db, county.id)).map((one) => toNamed(one, [one.name, toSlug(one)]));
  const found = findByName(rest, named);
  switch (found.kind) {
    case 'none':
      return say(contacts.party.unknown(rest, suggestName(rest, named)));
    case 'choice': {
      const items = found.among.map((one) => contacts.choice.item(`${command} ${toSlug(one)}`, one.name));
      return { answer: { kind: 'card', message: composeItems(rest, items, language) } };
    }
    case 'one':
      return { answer: { kind: 'card', message: await composeParty(inquiry, found.value) } };
  }
}

/** By which the county's file knows it: one organisation's alone. */
function toSlug({ id }: Organisation): string {
  return id.slice(id.indexOf('/') + 1);
}

async function composeParty(inquiry: Inquiry, organisation: Organisation): Promise<Message> {
  const { language } = inquiry;
  const { party } = textsIn(language).contacts;
  const { responsibilities, offers } = organisation;
  const toList = (title: string, items: readonly string[]): readonly Part[] =>
    items.length === 0 ? [] : [{ kind: 'list', title, items }];
  const undertakes = [
    ...toList(
      party.responsible,
      responsibilities.map(({ text }) => text),
    ),
    ...toList(
      party.offers,
      offers.map(({ text }) => text),
    ),
  ];
  const contacts = await listContactsOf(inquiry, organisation);
  const line = await prepareLines(inquiry, contacts);
  const reached = toList(party.contact, contacts.map(line));
  return {
    language,
    title: organisation.name,
    parts: [
      ...(undertakes.length > 0 ? undertakes : [{ kind: 'text', text: party.nothing } satisfies Part]),
      ...(reached.length > 0 ? reached : [{ kind: 'note', text: party.noContact } satisfies Part]),
    ],
    buttons: [],
  };
}

/** Its own; for a municipality without one, who answers for it at the county board. */
async function listContactsOf(
  { db, county }: Inquiry,
  { id, kind, municipalityCode }: Organisation,
): Promise<readonly Contact[]> {
  const own = await findContactsBy(db, county.id, { organisationId: id });
  if (own.length > 0 || kind !== 'municipality') return own;
  const municipalities = loadMunicipalities().filter(({ code }) => code === municipalityCode);
  const hits = await findContacts(db, county, { municipalities, matters: [], titles: [] });
  return hits.flatMap((hit) => (hit.kind === 'municipality' ? hit.contacts : []));
}
