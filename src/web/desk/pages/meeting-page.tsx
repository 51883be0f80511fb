// One meeting: when and where, its agenda, and who comes.
import type { Db } from '../../../database/open.ts';
import { findGroups } from '../../../directory/group-store.ts';
import { mayIn } from '../../../directory/may.ts';
import { NotFound } from '../../../errors.ts';
import { formatDate } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import type { Subject } from '../../../topic.ts';
import { findAnswerDay, type Meeting } from '../../../topics/meetings/meeting.ts';
import { formatWhen } from '../../../topics/meetings/meeting-message.ts';
import { readMeeting } from '../../../topics/meetings/meeting-store.ts';
import { readSteering } from '../acts/steering.ts';
import { SteeringView } from '../acts/steering-view.tsx';
import { renderDesk } from '../desk-page.tsx';
import { Facts, Section } from '../desk-parts.tsx';
import { toSubjectId } from '../desk-url.ts';
import type { Visit } from '../visit.ts';
import { Answers } from './answers.tsx';
import { readAnswers } from './read-answers.ts';

export async function renderMeeting(visit: Visit): Promise<string | undefined> {
  const { visitor, setting, slug } = visit;
  const { db } = setting.road.database;
  const { county, actor, today, language } = visitor;
  const countyId = county.id;
  const meeting = await findMeeting(db, { countyId, id: toSubjectId(countyId, slug) });
  if (!meeting || !mayIn(actor, 'see-meetings', meeting.groupId)) return undefined;
  const [group] = await findGroups(db, countyId, [meeting.groupId]);
  const texts = textsIn(language);
  const words = texts.deskPages.meetings;
  const when = formatWhen(meeting, language, today);
  const isForReader = mayIn(actor, 'see-answers', meeting.groupId);
  const answers = isForReader ? await readAnswers(visit, 'meeting', meeting.id) : undefined;
  const steering = await readSteering(visit, { kind: 'meeting', id: meeting.id });
  return renderDesk({
    visit,
    title: meeting.title ?? group?.name ?? '',
    lead: meeting.cancelledOn === undefined ? when : `${when}. ${texts.meetings.cancelled}`,
    children: (
      <>
        <Section id="about" title={words.about}>
          <Facts
            of={[
              { label: words.group, value: group?.name ?? '' },
              meeting.place === undefined ? undefined : { label: texts.meetings.facts.place, value: meeting.place },
              meeting.link === undefined
                ? undefined
                : {
                    label: words.link,
                    value: (
                      <a class="ds-link" href={meeting.link}>
                        {meeting.link}
                      </a>
                    ),
                  },
              {
                label: texts.meetings.facts.answerBy,
                value: formatDate(findAnswerDay(meeting, county), language, today),
              },
              meeting.moved
                ? { label: words.moved, value: formatDate(meeting.moved.from, language, today) }
                : undefined,
            ]}
          />
        </Section>
        <Section id="agenda" title={texts.meetings.facts.agenda}>
          {meeting.agenda.length === 0 ? (
            <p class="quiet">{words.noAgenda}</p>
          ) : (
            <ol class="ds-list">
              {meeting.agenda.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ol>
          )}
        </Section>
        <SteeringView steering={steering} visitor={visitor} />
        {answers && <Answers answers={answers} visitor={visitor} />}
      </>
    ),
  });
}

async function findMeeting(db: Db, subject: Subject): Promise<Meeting | undefined> {
  try {
    return await readMeeting(db, subject);
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}
