// One grant call: what it is for, until when, and which organisations have said that they apply.
import { findReach } from '../../../directory/may.ts';
import { formatDate, formatList } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import { formatClose } from '../../../topics/calls/call-message.ts';
import { listCalls } from '../../../topics/calls/call-store.ts';
import { readSteering } from '../acts/steering.ts';
import { SteeringView } from '../acts/steering-view.tsx';
import { renderDesk } from '../desk-page.tsx';
import { Badge, Facts, Section } from '../desk-parts.tsx';
import { toSubjectId } from '../desk-url.ts';
import type { Visit } from '../visit.ts';
import { Answers } from './answers.tsx';
import { callTones } from './calls-page.tsx';
import { readAnswers } from './read-answers.ts';

export async function renderCall(visit: Visit): Promise<string | undefined> {
  const { visitor, setting, slug } = visit;
  const { language, today, county, actor } = visitor;
  const { database, clock } = setting.road;
  const id = toSubjectId(county.id, slug);
  const found = (await listCalls(database.db, { countyId: county.id, now: clock.now() })).find(
    ({ call }) => call.id === id,
  );
  if (!found) return undefined;
  const { call, state } = found;
  const { calls, deskPages } = textsIn(language);
  const { facts } = calls;
  // What organisations tell the county board is not for those who convene one group.
  const isForReader = findReach(actor, 'see-answers') === 'all';
  const answers = isForReader ? await readAnswers(visit, 'call', id) : undefined;
  const steering = await readSteering(visit, { kind: 'call', id });
  const fact = (label: string, value: string | undefined) => (value === undefined ? undefined : { label, value });
  return renderDesk({
    visit,
    title: call.title,
    children: (
      <>
        <Section id="about" title={deskPages.calls.about}>
          <p>
            <Badge tone={callTones[state]}>{calls.states[state]}</Badge>
          </p>
          <Facts
            of={[
              fact(facts.closes, formatClose(call, language, today)),
              fact(deskPages.calls.opens, call.opensOn && formatDate(call.opensOn, language, today)),
              fact(deskPages.calls.moved, call.moved && formatDate(call.moved.from, language, today)),
              fact(facts.round, call.round),
              fact(
                facts.eligible,
                formatList(
                  call.eligibleKinds.map((kind) => calls.kind(kind)),
                  language,
                ),
              ),
              fact(facts.purpose, call.purpose),
              fact(facts.budget, call.budget),
              fact(facts.dnr, call.dnr),
            ]}
          />
          {call.link && (
            <p>
              <a class="ds-link" href={call.link}>
                {calls.read}
              </a>
            </p>
          )}
        </Section>
        <SteeringView steering={steering} visitor={visitor} />
        {answers && <Answers answers={answers} visitor={visitor} />}
      </>
    ),
  });
}
