// The county's groups: how many sit in each, where they are written to, when they meet next, and how often they should.
import { LocalDate } from '../../../calendar/local-date.ts';
import type { Db } from '../../../database/open.ts';
import type { Group } from '../../../directory/group.ts';
import { findGroups, listGroups } from '../../../directory/group-store.ts';
import { findReach } from '../../../directory/may.ts';
import { listSeatedOn } from '../../../directory/membership-store.ts';
import { compareText } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import type { Meeting } from '../../../topics/meetings/meeting.ts';
import { formatWhen } from '../../../topics/meetings/meeting-message.ts';
import { listMeetings } from '../../../topics/meetings/meeting-store.ts';
import { renderDesk } from '../desk-page.tsx';
import { Badge, Lines, Section } from '../desk-parts.tsx';
import { toUrl } from '../desk-url.ts';
import type { DeskVisitor } from '../entrance/desk-session.ts';
import type { Visit } from '../visit.ts';
import { listGroupPlaces } from './group-place-store.ts';
import { describeQuota, isShort } from './quota.ts';

export async function renderGroups(visit: Visit): Promise<string> {
  const { visitor, setting } = visit;
  const { language } = visitor;
  const texts = textsIn(language).deskPages.groups;
  const groups = await readGroups(setting.road.database.db, visitor);
  return renderDesk({
    visit,
    title: texts.title,
    children: (
      <Section id="groups" title={texts.list}>
        <Lines
          of={groups.toSorted((a, b) => compareText(a.group.name, b.group.name, language))}
          none={texts.none}
          keyOf={({ group }) => group.id}
          show={(one) => <GroupLine shown={one} visitor={visitor} />}
        />
      </Section>
    ),
  });
}

interface ShownGroup {
  readonly group: Group;
  readonly members: number;
  readonly places: number;
  readonly lost: number;
  readonly next?: Meeting;
  /** Held and planned in this year. */
  readonly meetings: number;
}

async function readGroups(db: Db, { county, actor, today }: DeskVisitor): Promise<readonly ShownGroup[]> {
  const { id: countyId } = county;
  const reach = findReach(actor, 'see-groups');
  const groups = reach === 'all' ? await listGroups(db, countyId) : await findGroups(db, countyId, reach);
  const seats = await listSeatedOn(db, { countyId }, today);
  const places = await listGroupPlaces(db, countyId);
  const meetings = await readYearMeetings(db, { countyId, today });
  return groups.map((group) => {
    const own = meetings.filter(({ groupId }) => groupId === group.id);
    const next = own.find(({ heldOn }) => heldOn >= today);
    const placed = places.filter(({ groupId }) => groupId === group.id);
    return {
      group,
      members: new Set(seats.filter(({ groupId }) => groupId === group.id).map(({ personId }) => personId)).size,
      places: placed.filter(({ state }) => state === 'active').length,
      lost: placed.filter(({ state }) => state === 'paused').length,
      meetings: own.filter(({ heldOn }) => heldOn.slice(0, 4) === today.slice(0, 4)).length,
      ...(next && { next }),
    };
  });
}

type InCounty = Pick<Group, 'countyId'> & { readonly today: LocalDate };

/** From the first day of the year on, but for those that are cancelled. */
export async function readYearMeetings(db: Db, { countyId, today }: InCounty): Promise<readonly Meeting[]> {
  const from = LocalDate.parse(`${today.slice(0, 4)}-01-01`);
  return (await listMeetings(db, { countyId, from })).filter(({ cancelledOn }) => cancelledOn === undefined);
}

function GroupLine({ shown, visitor }: { readonly shown: ShownGroup; readonly visitor: DeskVisitor }) {
  const { language, today } = visitor;
  const texts = textsIn(language);
  const { groups } = texts.deskPages;
  const { group, members, places, lost, next, meetings } = shown;
  const quota = describeQuota(group, meetings, texts);
  return (
    <>
      <a class="ds-link" href={toUrl('groups', group.id)}>
        <strong>{group.name}</strong>
      </a>
      <span class="quiet">
        {[
          groups.members(members),
          groups.places(places),
          next ? groups.next(formatWhen(next, language, today)) : groups.noNext,
        ].join(' · ')}
      </span>
      {(quota || lost > 0) && (
        <span class="row tight">
          {quota && <Badge tone={isShort(group, meetings) ? 'warning' : 'neutral'}>{quota}</Badge>}
          {lost > 0 && <Badge tone="danger">{groups.lost(lost)}</Badge>}
        </span>
      )}
    </>
  );
}
