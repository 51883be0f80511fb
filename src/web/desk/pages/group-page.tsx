// One group: who sits in it today and who stands in for whom, where it is written to, and its coming meetings.
import { findGroups } from '../../../directory/group-store.ts';
import { mayIn } from '../../../directory/may.ts';
import { findOrganisations } from '../../../directory/organisation-store.ts';
import { type RosterEntry, readRoster } from '../../../directory/roster.ts';
import { formatDay } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';
import type { Meeting } from '../../../topics/meetings/meeting.ts';
import { formatWhen } from '../../../topics/meetings/meeting-message.ts';
import { renderDesk } from '../desk-page.tsx';
import { Badge, Facts, Lines, Section } from '../desk-parts.tsx';
import { toGroupId, toUrl } from '../desk-url.ts';
import type { DeskVisitor } from '../entrance/desk-session.ts';
import type { Visit } from '../visit.ts';
import { type GroupPlace, listGroupPlaces } from './group-place-store.ts';
import { readYearMeetings } from './groups-page.tsx';
import { describeQuota } from './quota.ts';

export async function renderGroup(visit: Visit): Promise<string | undefined> {
  const { visitor, setting, slug } = visit;
  const { db } = setting.road.database;
  const { county, actor, today, language } = visitor;
  const countyId = county.id;
  const [group] = await findGroups(db, countyId, [toGroupId(countyId, slug)]);
  if (!group || !mayIn(actor, 'see-groups', group.id)) return undefined;
  const texts = textsIn(language);
  const { group: words } = texts.deskPages;
  const roster = await readRoster(db, { countyId, groupId: group.id }, today);
  const places = await listGroupPlaces(db, countyId, group.id);
  const meetings = (await readYearMeetings(db, { countyId, today })).filter(({ groupId }) => groupId === group.id);
  const [convener] = group.convenerId ? await findOrganisations(db, countyId, [group.convenerId]) : [];
  const [over] = group.reportsToId ? await findGroups(db, countyId, [group.reportsToId]) : [];
  const thisYear = meetings.filter(({ heldOn }) => heldOn.slice(0, 4) === today.slice(0, 4)).length;
  const quota = describeQuota(group, thisYear, texts);
  return renderDesk({
    visit,
    title: group.name,
    children: (
      <>
        <Section id="about" title={words.about}>
          <Facts
            of={[
              convener && { label: words.convener, value: convener.name },
              over && { label: words.reportsTo, value: over.name },
              quota ? { label: words.quota, value: quota } : undefined,
              group.tasks.length > 0 ? { label: words.tasks, value: <Tasks of={group.tasks} /> } : undefined,
            ]}
          />
        </Section>
        <Members roster={roster} visitor={visitor} />
        <Section id="places" title={words.places}>
          <Lines
            of={places}
            none={words.noPlaces}
            keyOf={({ id }) => id}
            show={(place) => <PlaceLine place={place} language={language} />}
          />
        </Section>
        <Section id="meetings" title={words.meetings}>
          <Lines
            of={meetings.filter(({ heldOn }) => heldOn >= today)}
            none={words.noMeetings}
            keyOf={({ id }) => id}
            show={(meeting) => <MeetingLink meeting={meeting} visitor={visitor} />}
          />
        </Section>
      </>
    ),
  });
}

function Tasks({ of }: { readonly of: readonly string[] }) {
  return (
    <ul class="ds-list">
      {of.map((task) => (
        <li key={task}>{task}</li>
      ))}
    </ul>
  );
}

function Members({ roster, visitor }: { readonly roster: readonly RosterEntry[]; readonly visitor: DeskVisitor }) {
  const words = textsIn(visitor.language).deskPages.group;
  const show = (entry: RosterEntry) => <MemberLine entry={entry} visitor={visitor} />;
  const keyOf = ({ person, role }: RosterEntry) => `${person.id} ${role}`;
  const ordinary = roster.filter(({ role }) => role !== 'substitute');
  const substitutes = roster.filter(({ role }) => role === 'substitute');
  return (
    <>
      <Section id="members" title={words.members(ordinary.length)}>
        <Lines of={ordinary} none={words.noMembers} keyOf={keyOf} show={show} />
      </Section>
      <Section id="substitutes" title={words.substitutes(substitutes.length)}>
        <Lines of={substitutes} none={words.noSubstitutes} keyOf={keyOf} show={show} />
      </Section>
    </>
  );
}

function MemberLine({ entry, visitor }: { readonly entry: RosterEntry; readonly visitor: DeskVisitor }) {
  const { language, today } = visitor;
  const { deskPages, appointments } = textsIn(language);
  const { person, organisation, role, substituteFor, toOn, isAway } = entry;
  const as = substituteFor === undefined ? appointments.roles[role] : deskPages.group.substituteFor(substituteFor);
  return (
    <>
      <span class="row tight">
        <strong>{person.name}</strong>
        {isAway && <Badge tone="warning">{deskPages.group.away}</Badge>}
      </span>
      <span class="quiet">
        {[organisation, as, ...(toOn ? [deskPages.group.until(formatDay(toOn, language, today))] : [])].join(' · ')}
      </span>
    </>
  );
}

function PlaceLine({ place, language }: { readonly place: GroupPlace; readonly language: Language }) {
  const { platforms, group, failure, conversationStates } = textsIn(language).deskPages;
  const { name, platform, state, reason } = place;
  return (
    <>
      <span class="row tight">
        <strong>{name}</strong>
        <Badge tone={state === 'active' ? 'success' : 'warning'}>{conversationStates[state]}</Badge>
      </span>
      <span class="quiet">
        {[platforms[platform], ...(state !== 'active' && reason !== undefined ? [failure(reason)] : [])].join(' · ')}
      </span>
      {state === 'paused' && <span class="quiet">{group.mend}</span>}
    </>
  );
}

function MeetingLink({ meeting, visitor }: { readonly meeting: Meeting; readonly visitor: DeskVisitor }) {
  const { language, today } = visitor;
  const when = formatWhen(meeting, language, today);
  return (
    <a class="ds-link" href={toUrl('meetings', meeting.id)}>
      {meeting.title === undefined ? when : `${meeting.title}: ${when}`}
    </a>
  );
}
