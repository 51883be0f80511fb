// The follow-up of a county's year: every figure of it with what it was counted from. Its JSON is this, to the letter.
import { z } from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
import { Words } from '../directory/county.ts';
import { Measure } from '../directory/figure.ts';
import { CountyId } from '../ids.ts';
import { Light } from '../message/form.ts';
import { ActivityStatus, CheckInAnswers } from '../topics/plans/check-in.ts';
import { PlanState } from '../topics/plans/plan.ts';
import { NationalRate } from './response-rates.ts';

const count = z.int().min(0);
const text = z.string();
/** ISO 8601 with the county's offset. */
const moment = z.string();

/** Who said something: by title and organisation, never by name. */
export const Author = z.object({ title: text, organisation: text }).readonly();
export type Author = z.infer<typeof Author>;

/** How many of each. */
export const LightCounts = z.object({ green: count, yellow: count, red: count, unrated: count }).readonly();
export type LightCounts = z.infer<typeof LightCounts>;

/** A light by the rule, and what somebody has put in its place. */
export const JudgedLight = z
  .object({
    /** What counts: the override's, where there is one. */
    light: Light,
    computed: Light,
    counts: LightCounts,
    override: z.object({ light: Light, reason: text, by: Author, at: moment }).readonly().exactOptional(),
  })
  .readonly();
export type JudgedLight = z.infer<typeof JudgedLight>;

const { light: _, ...saidBeside } = CheckInAnswers.unwrap().shape;

/** What an activity's owner answered in one round; without `receipt` nobody has answered. */
export const CheckInOfYear = z
  .object({
    round: text,
    light: Light.exactOptional(),
    /** The lights of all versions, the first one first. */
    lights: z.array(Light).readonly(),
    ...saidBeside,
    by: Author.exactOptional(),
    /** The title of whoever it was answered instead of. */
    insteadOf: text.exactOptional(),
    at: moment.exactOptional(),
    isLate: z.boolean(),
    isCopy: z.boolean(),
    receipt: text.exactOptional(),
  })
  .readonly();
export type CheckInOfYear = z.infer<typeof CheckInOfYear>;

export const ActivityOfYear = z
  .object({
    id: text,
    title: text,
    owner: text,
    group: text,
    fromOn: LocalDate,
    toOn: LocalDate,
    indicator: text.exactOptional(),
    light: Light,
    /** Undefined where no answer has told it. */
    status: ActivityStatus.exactOptional(),
    /** Days past its last day without being completed or cancelled. */
    overdueDays: count,
    checkIns: z.array(CheckInOfYear).readonly(),
  })
  .readonly();
export type ActivityOfYear = z.infer<typeof ActivityOfYear>;

export const GoalOfYear = z
  .object({ id: text, text, light: JudgedLight, activities: z.array(ActivityOfYear).readonly() })
  .readonly();
export type GoalOfYear = z.infer<typeof GoalOfYear>;

export const AreaOfYear = z
  .object({ id: text, name: text, light: JudgedLight, goals: z.array(GoalOfYear).readonly() })
  .readonly();
export type AreaOfYear = z.infer<typeof AreaOfYear>;

/** How a round went: activities by their light, and those whose owner did not answer. In one that is off, nobody was to. */
export const RoundOfYear = z
  .object({
    ...{ id: text, label: text, opensOn: LocalDate, closesOn: LocalDate, cancelledOn: LocalDate.exactOptional() },
    ...{ lights: LightCounts, silent: count },
  })
  .readonly();
export type RoundOfYear = z.infer<typeof RoundOfYear>;

export const NeedOfYear = z
  .object({
    number: z.int(),
    text,
    organisation: text,
    fromGroup: text.exactOptional(),
    toGroup: text.exactOptional(),
    raisedOn: LocalDate,
    outcome: text.exactOptional(),
    settledOn: LocalDate.exactOptional(),
  })
  .readonly();
export type NeedOfYear = z.infer<typeof NeedOfYear>;

/** One answer to one question of the yearly follow-up. */
export const FollowUpAnswer = z
  .object({ about: text, question: text, answer: text, by: Author, at: moment, isLate: z.boolean(), receipt: text })
  .readonly();
export type FollowUpAnswer = z.infer<typeof FollowUpAnswer>;

export const GroupMeetings = z
  .object({
    id: text,
    name: text,
    atLeast: z.int().exactOptional(),
    atMost: z.int().exactOptional(),
    held: count,
    planned: count,
    cancelled: count,
  })
  .readonly();
export type GroupMeetings = z.infer<typeof GroupMeetings>;

/** To how many meetings an organisation was asked, and how it said that it would come: once a meeting. */
export const Attendance = z
  .object({ id: text, name: text, meetings: count, inRoom: count, digitally: count, declined: count, silent: count })
  .readonly();
export type Attendance = z.infer<typeof Attendance>;

export const CallOfYear = z
  .object({
    id: text,
    title: text,
    closesOn: LocalDate,
    asked: count,
    willApply: count,
    willNotApply: count,
    silent: count,
    applicants: z
      .array(z.object({ organisation: text, amount: z.number().exactOptional(), receipt: text }).readonly())
      .readonly(),
  })
  .readonly();
export type CallOfYear = z.infer<typeof CallOfYear>;

/**
 * Questions put, each once for whoever answers it, and how they were answered. `open`: there is time left. The id is that
 * of the topic, the group …; empty where it is of none.
 */
export const ReplyRate = z
  .object({ id: text, name: text, asked: count, onTime: count, late: count, silent: count, open: count })
  .readonly();
export type ReplyRate = z.infer<typeof ReplyRate>;

export const ReplyRates = z
  .object({
    total: ReplyRate,
    /** By what was asked about; the id is the topic. */
    topics: z.array(ReplyRate).readonly(),
    groups: z.array(ReplyRate).readonly(),
    organisations: z.array(ReplyRate).readonly(),
    municipalities: z.array(ReplyRate).readonly(),
    national: z.array(NationalRate).readonly(),
  })
  .readonly();
export type ReplyRates = z.infer<typeof ReplyRates>;

export const FigureOfYear = z
  .object({
    municipality: text,
    code: text,
    measure: Measure,
    name: text.exactOptional(),
    value: z.number(),
    source: text,
    observedOn: LocalDate,
  })
  .readonly();
export type FigureOfYear = z.infer<typeof FigureOfYear>;

/** What is compared between years. Of an earlier year, as its snapshot has it. */
export const YearInShort = z
  .object({
    year: z.int(),
    dnr: text.exactOptional(),
    checksum: text.exactOptional(),
    isApproved: z.boolean(),
    activities: count,
    lights: LightCounts,
    overdue: count,
    meetings: count,
    /** Questions whose time was out, and those of them that were answered. */
    asked: count,
    answered: count,
  })
  .readonly();
export type YearInShort = z.infer<typeof YearInShort>;

export const Report = z
  .object({
    /** Of this shape. */
    format: z.literal(1),
    county: z.object({ id: CountyId, name: text, words: Words }).readonly(),
    year: z.int(),
    /** When it was compiled, and the day that it tells of. */
    compiledAt: moment,
    asOf: LocalDate,
    strategy: z.object({ name: text, dnr: text.exactOptional() }).readonly().exactOptional(),
    plan: z
      .object({ state: PlanState, approvedOn: LocalDate.exactOptional(), dnr: text.exactOptional() })
      .readonly()
      .exactOptional(),
    reportedTo: z.array(text).readonly(),
    rollUp: z.literal('worst'),
    /** Of all activities that are not cancelled. */
    lights: LightCounts,
    rounds: z.array(RoundOfYear).readonly(),
    areas: z.array(AreaOfYear).readonly(),
    needs: z.array(NeedOfYear).readonly(),
    answers: z.array(FollowUpAnswer).readonly(),
    meetings: z
      .object({ groups: z.array(GroupMeetings).readonly(), attendance: z.array(Attendance).readonly() })
      .readonly(),
    calls: z.array(CallOfYear).readonly(),
    rates: ReplyRates,
    figures: z.array(FigureOfYear).readonly(),
    earlier: z.array(YearInShort).readonly(),
  })
  .readonly();
export type Report = z.infer<typeof Report>;

export function listActivitiesOf({ areas }: Pick<Report, 'areas'>): readonly ActivityOfYear[] {
  return areas.flatMap(({ goals }) => goals.flatMap(({ activities }) => activities));
}

export function listOverdue(report: Pick<Report, 'areas'>): readonly ActivityOfYear[] {
  return listActivitiesOf(report)
    .filter(({ overdueDays }) => overdueDays > 0)
    .toSorted((a, b) => b.overdueDays - a.overdueDays || (a.id < b.id ? -1 : 1));
}

/** Of those whose time is out, the share that has answered; undefined where nobody's is. */
export function findShare({ onTime, late, silent }: Pick<ReplyRate, 'onTime' | 'late' | 'silent'>): number | undefined {
  const due = onTime + late + silent;
  return due === 0 ? undefined : (onTime + late) / due;
}

/** Meetings are those that were held. */
export function findYearInShort(report: Report): YearInShort {
  const { year, lights, meetings, rates } = report;
  return {
    ...{ year, isApproved: false, lights },
    activities: listActivitiesOf(report).length,
    overdue: listOverdue(report).length,
    meetings: meetings.groups.reduce((sum, { held }) => sum + held, 0),
    asked: rates.total.onTime + rates.total.late + rates.total.silent,
    answered: rates.total.onTime + rates.total.late,
  };
}
