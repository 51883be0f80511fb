// One form of a year's follow-up: which groups are asked, what, and on which days.
import { addDays, addYears, LocalDate, LocalTime } from '../../calendar/local-date.ts';
import { findInMonth } from '../../calendar/month-day.ts';
import { moveToWorkingDay } from '../../calendar/working-day.ts';
import { type Instant, toInstant } from '../../calendar/zone.ts';
import type { County } from '../../directory/county.ts';
import { FollowUp, type FollowUpQuestion } from '../../directory/follow-up.ts';
import { type CountyId, type GroupId, SubjectId } from '../../ids.ts';

/** What of the strategy and the plan the questions are about. */
export interface PlanYear {
  /** In the order of the strategy. */
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  /** The plan has been approved and is not locked. */
  readonly isAsked: boolean;
}

/** A question as it stands in a form: about an area, or about the whole. */
export interface AskedQuestion {
  readonly question: FollowUpQuestion;
  readonly area?: PlanYear['areas'][number];
}

/** What the same groups are asked together. */
export interface Questionnaire {
  readonly id: SubjectId;
  readonly year: number;
  readonly groupIds: readonly GroupId[];
  /** At least one. */
  readonly questions: readonly AskedQuestion[];
}

/** So many long answers fit in one form on every platform. */
export const MOST_IN_FORM = 15;

/** Each organisation in these groups answers each of them once. A long one is asked in several parts, area by area. */
export function listQuestionnaires(county: County, year: number, of: PlanYear): readonly Questionnaire[] {
  const { questions } = FollowUp.parse(county.followUp);
  const together = new Map<string, FollowUpQuestion[]>();
  for (const question of questions) {
    const name = nameGroups(question.askedOf);
    together.set(name, [...(together.get(name) ?? []), question]);
  }
  return [...together].flatMap(([name, own]) => {
    const groupIds = [...new Set(own.flatMap(({ askedOf }) => askedOf))].toSorted();
    return divide(listAsked(own, of)).map((some, at) => ({
      id: SubjectId.parse(`${county.id}/${year}/${name}${at === 0 ? '' : `/${at + 1}`}`),
      ...{ year, groupIds, questions: some },
    }));
  });
}

function nameGroups(groupIds: readonly GroupId[]): string {
  return [...new Set(groupIds.map((id) => id.slice(id.indexOf('/') + 1)))].toSorted().join('+');
}

/** Area by area, then about the plan, then about the county, and last through the perspectives. */
function listAsked(questions: readonly FollowUpQuestion[], { areas }: PlanYear): readonly (readonly AskedQuestion[])[] {
  const plain = questions.filter(({ perspective }) => perspective === undefined);
  const ofArea = plain.filter(({ per }) => per === 'area');
  return [
    ...areas.map((area) => ofArea.map((question) => ({ question, area }))),
    plain.filter(({ per }) => per === 'plan').map((question) => ({ question })),
    plain.filter(({ per }) => per === 'county').map((question) => ({ question })),
    questions.filter(({ perspective }) => perspective !== undefined).map((question) => ({ question })),
  ].filter(({ length }) => length > 0);
}

/** Blocks stay whole as long as one of them fits in a form. */
function divide(blocks: readonly (readonly AskedQuestion[])[]): readonly (readonly AskedQuestion[])[] {
  const parts: AskedQuestion[][] = [];
  for (const block of blocks.flatMap(cut)) {
    const last = parts.at(-1);
    if (last && last.length + block.length <= MOST_IN_FORM) last.push(...block);
    else parts.push([...block]);
  }
  return parts;
}

function cut(block: readonly AskedQuestion[]): readonly (readonly AskedQuestion[])[] {
  return Array.from({ length: Math.ceil(block.length / MOST_IN_FORM) }, (_, at) =>
    block.slice(at * MOST_IN_FORM, (at + 1) * MOST_IN_FORM),
  );
}

/** The year that a subject is about. */
export function parseYear(countyId: CountyId, id: SubjectId): number | undefined {
  const year = /^\d{4}(?=\/)/.exec(id.slice(countyId.length + 1))?.[0];
  return id.startsWith(`${countyId}/`) && year !== undefined ? Number(year) : undefined;
}

/** The day on which a year's questions are asked. */
export function findAskDay({ ladders }: Pick<County, 'ladders'>, year: number): LocalDate {
  const { month, on, isNextYear } = ladders.followUp;
  const first = LocalDate.parse(`${year}-${String(month).padStart(2, '0')}-01`);
  return moveToWorkingDay(findInMonth(isNextYear ? addYears(first, 1) : first, on), 'after');
}

/** The last day to answer in time. */
export function findAnswerDay(county: Pick<County, 'ladders'>, year: number): LocalDate {
  return moveToWorkingDay(addDays(findAskDay(county, year), county.ladders.followUp.answerDays), 'before');
}

export function findAnswerBy(county: County, year: number): Instant {
  return toInstant({ date: findAnswerDay(county, year), time: LAST_MINUTE }, county.timeZone);
}

/** Answers after this are not taken any more. */
export function findClosing(county: County, year: number): Instant {
  const date = addDays(findAskDay(county, year), county.ladders.followUp.openDays);
  return toInstant({ date, time: LAST_MINUTE }, county.timeZone);
}

const LAST_MINUTE = LocalTime.parse('23:59');
