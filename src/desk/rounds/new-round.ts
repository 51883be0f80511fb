// Opens a check-in round of the plan that is followed: how does it go with each of its activities?
import type { Db, Tx } from '../../database/open.ts';
import type { Answers, FieldFault } from '../../message/form.ts';
import { dropOutdated } from '../../reminders/occurrence-steer-store.ts';
import { planSubject } from '../../reminders/plan-ahead.ts';
import { textsIn } from '../../text/texts.ts';
import { isChecked } from '../../topics/plans/plan.ts';
import { listPlans } from '../../topics/plans/plan-store.ts';
import { isOff, Round } from '../../topics/plans/round.ts';
import { listRounds, saveRounds } from '../../topics/plans/round-store.ts';
import { steersAll } from '../asker.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { readDate, readText, toTextField } from '../fields.ts';
import { listTold } from './round-desk.ts';
import { createDayFields, findDayFaults, findMeetingFault } from './round-fields.ts';

export const newRound: DeskAct = { name: 'new', kind: 'round', open, check, apply };

async function open(db: Db, { asker, county }: DeskAsking): Promise<Opened | Refused> {
  const texts = textsIn(asker.person.language);
  const { desk } = texts;
  if (!steersAll(asker)) return { refused: desk.coordinatorsOnly };
  const plans = (await listPlans(db, county.id)).filter(isChecked);
  const [latest] = plans;
  if (!latest) return { refused: desk.refusals.noPlan };
  const options = plans.map(({ id, year }) => ({ value: id, label: String(year) }));
  return {
    title: desk.titles.new.round,
    form: {
      fields: [
        { kind: 'choice', key: 'plan', label: desk.fields.plan, required: true, options },
        toTextField({ ...{ key: 'label', label: desk.fields.roundLabel }, required: true, maxLength: 40 }),
        ...createDayFields(texts),
      ],
    },
    values: { plan: latest.id },
  };
}

async function check(db: Db, { asker, county, today }: DeskAsking, answers: Answers): Promise<readonly FieldFault[]> {
  const texts = textsIn(asker.person.language);
  const wrong = findDayFaults(answers, texts, today);
  const [opensOn, closesOn] = [readDate(answers, 'opensOn'), readDate(answers, 'closesOn')];
  if (!opensOn || !closesOn) return wrong;
  const all = await listRounds(db, { countyId: county.id, planId: readText(answers, 'plan') ?? '' });
  return [
    ...wrong,
    ...findMeetingFault(
      { opensOn, closesOn },
      all.filter((one) => !isOff(one)),
      texts,
    ),
  ];
}

async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied> {
  const { road, asker, county, now, newId } = asking;
  const round = Round.parse({
    ...{ id: newId, countyId: county.id, planId: answers.plan, label: answers.label },
    ...{ opensOn: answers.opensOn, closesOn: answers.closesOn },
  });
  await saveRounds(tx, county.id, [round]);
  const told = await listTold(tx, round);
  for (const subject of told) await planSubject(tx, road.topics.plan, subject, now);
  await dropOutdated(tx, county.id, now);
  const { desk } = textsIn(asker.person.language);
  return { said: desk.done.saved, ref: { kind: 'round', id: round.id }, told };
}
