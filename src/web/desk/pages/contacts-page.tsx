// Whom to turn to in the county, and, for those who can mend it, what is missing, doubled or old.

import type { Contact } from '../../../directory/contact.ts';
import { type ContactGaps, findContactGaps } from '../../../directory/contact-gaps.ts';
import { listContacts } from '../../../directory/contact-store.ts';
import { may } from '../../../directory/may.ts';
import { loadMunicipalities } from '../../../directory/municipality.ts';
import { findOrganisations } from '../../../directory/organisation-store.ts';
import { compareText, formatDate, formatList } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import { renderDesk } from '../desk-page.tsx';
import { Lines, Section } from '../desk-parts.tsx';
import type { DeskVisitor } from '../entrance/desk-session.ts';
import type { Visit } from '../visit.ts';

export async function renderContacts(visit: Visit): Promise<string> {
  const { visitor, setting } = visit;
  const { db } = setting.road.database;
  const { county, language, today, actor } = visitor;
  const texts = textsIn(language).deskPages.contacts;
  const contacts = await listContacts(db, county.id);
  const ids = contacts.map(({ organisationId }) => organisationId);
  const organisations = new Map((await findOrganisations(db, county.id, ids)).map(({ id, name }) => [id, name]));
  const sorted = contacts.toSorted((a, b) => compareText(a.title, b.title, language));
  return renderDesk({
    visit,
    title: texts.title,
    children: (
      <>
        {may(actor, 'see-gaps') && <Gaps gaps={findContactGaps(county, contacts, today)} visitor={visitor} />}
        <Section id="contacts" title={texts.list(contacts.length)}>
          <Lines
            of={sorted}
            none={texts.none}
            keyOf={({ id }) => id}
            show={(contact) => (
              <ContactLine
                contact={contact}
                organisation={organisations.get(contact.organisationId) ?? ''}
                visitor={visitor}
              />
            )}
          />
        </Section>
      </>
    ),
  });
}

function Gaps({ gaps, visitor }: { readonly gaps: ContactGaps; readonly visitor: DeskVisitor }) {
  const { language, today } = visitor;
  const { deskPages, contacts } = textsIn(language);
  const texts = contacts.gaps;
  const { without, several, stale } = gaps;
  const isComplete = without.length === 0 && several.length === 0 && stale.length === 0;
  const age = ({ confirmedOn }: Contact) =>
    confirmedOn === undefined
      ? deskPages.contacts.unconfirmed
      : deskPages.contacts.confirmed(formatDate(confirmedOn, language, today));
  return (
    <Section id="gaps" title={deskPages.contacts.gaps}>
      {isComplete && <p>{texts.complete}</p>}
      <GapList title={texts.without(without.length)} items={without} />
      <GapList
        title={texts.several(several.length)}
        items={several.map(({ name, contacts: those }) => texts.item(name, formatList(those.map(identify), language)))}
      />
      <GapList
        title={texts.stale(stale.length)}
        items={stale.map((contact) => texts.item(identify(contact), age(contact)))}
      />
    </Section>
  );
}

function GapList({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <div class="stack tight">
      <h3 class="ds-label">{title}</h3>
      <ul class="ds-list">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

/** Officers with one title are told apart by their address. */
function identify({ title, email }: Contact): string {
  return `${title} (${email})`;
}

interface ContactLineProps {
  readonly contact: Contact;
  readonly organisation: string;
  readonly visitor: DeskVisitor;
}

function ContactLine({ contact, organisation, visitor }: ContactLineProps) {
  const { language, today, county } = visitor;
  const texts = textsIn(language).deskPages.contacts;
  const { title, phone, email, municipalityCodes, matters, confirmedOn } = contact;
  const towns = loadMunicipalities()
    .filter(({ code }) => municipalityCodes.includes(code))
    .toSorted((a, b) => compareText(a.name, b.name, language));
  const about = county.matters.filter(({ id }) => matters.includes(id));
  return (
    <>
      <span>
        <strong>{title}</strong>, {organisation}
      </span>
      <span class="row tight">
        <a class="ds-link" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
          {phone}
        </a>
        <a class="ds-link" href={`mailto:${email}`}>
          {email}
        </a>
      </span>
      {[towns, about].map(
        (those) =>
          those.length > 0 && (
            <span key={those[0]?.name}>
              {formatList(
                those.map(({ name }) => name),
                language,
              )}
            </span>
          ),
      )}
      <span class="quiet">
        {confirmedOn === undefined ? texts.unconfirmed : texts.confirmed(formatDate(confirmedOn, language, today))}
      </span>
    </>
  );
}
