// What is asked of whom for the year's follow-up, under which keys, and on which days?
import { describe, expect, test } from '@jest/globals';
import { Ladders } from '../../../src/directory/county.ts';
import { Form } from '../../../src/message/form.ts';
import { textsIn } from '../../../src/text/texts.ts';
import { listQuestionnaires, MOST_IN_FORM, parseYear } from '../../../src/topics/followups/follow-up.ts';
import { planFollowUp } from '../../../src/topics/followups/follow-up-dates.ts';
import { createFollowUpForm } from '../../../src/topics/followups/follow-up-form.ts';
import { buildCounty } from '../../directory/build-county.ts';
import { countyId, subject } from '../build-subjects.ts';

const COUNCIL = 'testlan/radet';
const PREPARING = 'testlan/beredningsgruppen';

const question = (id: string, per: string, askedOf: readonly string[], rest: object = {}) => ({
  ...{ id, text: `Fråga ${id}?`, per, askedOf },
  ...rest,
});
const areasOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `testlan/omrade-${at}`, name: `Område ${at}` }));

function list(questions: readonly object[], areas = areasOf(2)) {
  const county = { ...buildCounty().county, followUp: { questions: JSON.parse(JSON.stringify(questions)) } };
  return listQuestionnaires(county, 2026, { areas, isAsked: true });
}

describe('the questions of a year', () => {
  test('come in one form for those that are asked the same, in whatever order their groups are named', () => {
    const forms = list([
      question('kunskap', 'area', [COUNCIL, PREPARING]),
      question('planstatus', 'plan', [PREPARING]),
      question('behov', 'area', [PREPARING, COUNCIL]),
    ]);

    expect(forms.map(({ id, groupIds, questions }) => [id, groupIds, questions.length])).toEqual([
      ['testlan/2026/beredningsgruppen+radet', [PREPARING, COUNCIL], 4],
      ['testlan/2026/beredningsgruppen', [PREPARING], 1],
    ]);
  });

  test('are keyed by their ids, go area by area, and end with the perspectives', () => {
    const [form] = list([
      question('barnratt', 'plan', [COUNCIL], { perspective: 'barnrätt' }),
      question('samverkan', 'county', [COUNCIL]),
      question('planstatus', 'plan', [COUNCIL], { answer: 'light' }),
      question('kunskap-nu', 'area', [COUNCIL]),
    ]);

    const asked = Form.parse(createFollowUpForm(form?.questions ?? [], textsIn('sv')));

    expect(asked.fields.map(({ key, kind, section, required }) => [key, kind, section, required])).toEqual([
      ['kunskapXnuYomradeX0', 'text', 'Område 0', false],
      ['kunskapXnuYomradeX1', 'text', 'Område 1', false],
      ['planstatus', 'light', 'Årets plan', true],
      ['samverkan', 'text', 'Länet', true],
      ['barnratt', 'text', 'Perspektiv: barnrätt', true],
    ]);
  });

  test.each([1, 5, 6, 11])('of %i areas are all asked, an area whole, and no more in a form than fits', (count) => {
    const ids = ['kunskap', 'utveckling', 'behov'];
    const forms = list(
      ids.map((id) => question(id, 'area', [COUNCIL])),
      areasOf(count),
    );

    expect(forms.flatMap(({ questions }) => questions)).toHaveLength(3 * count);
    for (const { questions } of forms) {
      expect(questions.length).toBeLessThanOrEqual(MOST_IN_FORM);
      expect(questions.length % 3).toBe(0);
    }
    expect(new Set(forms.map(({ id }) => id)).size).toBe(forms.length);
  });

  test('tell their year by their name', () => {
    expect(list([question('behov', 'area', [COUNCIL])]).map(({ id }) => parseYear(countyId, id))).toEqual([2026]);
    expect(parseYear(countyId, subject('radet').id)).toBeUndefined();
  });
});

describe('the days of the follow-up', () => {
  const days = (followUp: object) => {
    const { county } = buildCounty();
    const ladders = Ladders.parse({ ...county.ladders, followUp });
    return planFollowUp({ ...county, ladders }, 2026).map(({ step, date }) => `${step} ${date}`);
  };

  test('are those of December and January where the county says nothing', () => {
    expect(days({})).toEqual([
      'ask 2026-12-01',
      'nudge:nudge-1 2027-01-04',
      'nudge:nudge-2 2027-01-12',
      'escalation:escalate 2027-01-18',
    ]);
  });

  test('are in the year after where the county says so', () => {
    expect(days({ month: 1, isNextYear: true, answerDays: 14, openDays: 30, nudges: [], escalate: [] })).toEqual([
      'ask 2027-01-04',
    ]);
  });
});
