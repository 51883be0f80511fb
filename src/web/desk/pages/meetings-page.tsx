// The meetings of the reader's groups: those to come first, and the latest that have been.
import { addMonths } from '../../../calendar/local-date.ts';
import { listGroups } from '../../../directory/group-store.ts';
import { findReach } from '../../../directory/may.ts';
import { textsIn } from '../../../text/texts.ts';
import type { Meeting } from '../../../topics/meetings/meeting.ts';
import { formatWhen } from '../../../topics/meetings/meeting-message.ts';
import { listMeetings } from '../../../topics/meetings/meeting-store.ts';
import { mayMake } from '../acts/steering.ts';
import { MakeNew } from '../acts/steering-view.tsx';
import { renderDesk } from '../desk-page.tsx';
import { Badge, Lines, Section } from '../desk-parts.tsx';
import { toUrl } from '../desk-url.ts';
import type { Visit } from '../visit.ts';

/** Minutes and answers are looked for in what has just been. */
const MONTHS_BACK = 6;

export async function renderMeetings(visit: Visit): Promise<string> {
  const { visitor, setting } = visit;
  const { db } = setting.road.database;
  const { county, actor, today, language } = visitor;
  const texts = textsIn(language).deskPages.meetings;
  const reach = findReach(actor, 'see-meetings');
  const groups = new Map((await listGroups(db, county.id)).map(({ id, name }) => [id, name]));
  const all = (await listMeetings(db, { countyId: county.id, from: addMonths(today, -MONTHS_BACK) })).filter(
    ({ groupId }) => reach === 'all' || reach.includes(groupId),
  );
  const show = (meeting: Meeting) => (
    <>
      <span class="row tight">
        <a class="ds-link" href={toUrl('meetings', meeting.id)}>
          {meeting.title ?? groups.get(meeting.groupId) ?? ''}
        </a>
        {meeting.cancelledOn !== undefined && <Badge tone="warning">{texts.cancelled}</Badge>}
        {meeting.cancelledOn === undefined && meeting.agenda.length === 0 && meeting.heldOn >= today && (
          <Badge tone="info">{texts.noAgenda}</Badge>
        )}
      </span>
      <span class="quiet">
        {[formatWhen(meeting, language, today), meeting.title && groups.get(meeting.groupId), meeting.place]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
  const keyOf = ({ id }: Meeting) => id;
  return renderDesk({
    visit,
    title: texts.title,
    children: (
      <>
        <MakeNew kinds={mayMake(visit, 'meeting') ? ['meeting'] : []} visitor={visitor} />
        <Section id="coming" title={texts.coming}>
          <Lines of={all.filter(({ heldOn }) => heldOn >= today)} none={texts.noneComing} keyOf={keyOf} show={show} />
        </Section>
        <Section id="past" title={texts.past}>
          <Lines
            of={all.filter(({ heldOn }) => heldOn < today).toReversed()}
            none={texts.nonePast}
            keyOf={keyOf}
            show={show}
          />
        </Section>
      </>
    ),
  });
}
