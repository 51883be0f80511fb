// What is asked when the council's approval is recorded: at which of its meetings, and under what number.
import type { LocalDate } from '../../../calendar/local-date.ts';
import type { Form } from '../../../message/form.ts';
import { formatDate } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';
import { listHeldOn } from '../../../topics/plans/held-store.ts';
import type { Plan } from '../../../topics/plans/plan.ts';
import { MOST_DNR } from '../../../topics/plans/plan-step.ts';
import type { Visit } from '../visit.ts';

/** The days on which the group that approves has met, the latest first. */
export async function listHeld({ setting, visitor }: Visit, plan: Plan): Promise<readonly LocalDate[]> {
  const { countyId, approvedById: groupId } = plan;
  const held = await listHeldOn(setting.road.database.db, {
    ...{ countyId, to: visitor.today },
    ...(groupId && { groupId }),
  });
  return [...new Set(held.map(({ heldOn }) => heldOn))];
}

export function createApprovalForm(held: readonly LocalDate[], language: Language): Form {
  const texts = textsIn(language).deskYear.plan;
  const options = held.map((day) => ({ value: day, label: formatDate(day, language) }));
  return {
    fields: [
      {
        ...{ kind: 'choice', key: 'decidedOn', label: texts.decidedOn, noun: texts.decidedNoun, required: true },
        options,
      },
      {
        ...{ kind: 'text', key: 'dnr', label: texts.dnrLabel, required: false },
        ...{ maxLength: MOST_DNR, isLong: false },
      },
    ],
  };
}
