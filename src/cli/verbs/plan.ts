// samverk plan --county COUNTY --year YEAR [--step STEP | --copy-to YEAR | --addendum TEXT]
import { type Command, InvalidArgumentError } from 'commander';
import { LocalDate } from '../../calendar/local-date.ts';
import { CountyId } from '../../ids.ts';
import { PlanAct } from '../../topics/plans/plan-way.ts';
import { perform } from '../perform.ts';
import { runVerb } from '../run.ts';
import { type PlanReply, planTask } from '../tasks/plan-task.ts';

interface PlanOptions {
  readonly county: CountyId;
  readonly year: number;
  readonly step?: PlanAct;
  readonly on?: LocalDate;
  readonly dnr?: string;
  readonly copyTo?: number;
  readonly addendum?: string;
}

export function addPlan(program: Command): void {
  program
    .command('plan')
    .summary("show a year's plan, take it a step further, or copy it to another year")
    .description(
      "Shows how a year's plan stands. A step is taken for the county's coordinator: prepare, approve, follow-up, lock.",
    )
    .requiredOption('--county <id>', 'whose plan', readCountyId)
    .requiredOption('--year <year>', 'of which year', readYear)
    .option('--step <step>', `one of ${PlanAct.options.join(', ')}`, readAct)
    .option('--on <date>', "to approve: the day of the council's meeting", readDate)
    .option('--dnr <number>', 'to approve: the number of the decision')
    .option('--copy-to <year>', 'carry over what is not finished to a draft for that year', readYear)
    .option('--addendum <text>', 'add to a plan that is locked')
    .addHelpText('after', EXAMPLES)
    .action((options: PlanOptions) =>
      runVerb(async (place) => {
        const reply = await perform(place, planTask, options);
        console.log(describe(reply));
      }),
    );
}

const EXAMPLES = `
Examples:
  $ samverk plan --county blekinge --year 2024
  $ samverk plan --county blekinge --year 2024 --step approve --on 2024-02-15 --dnr 1539-2023-1
  $ samverk plan --county blekinge --year 2024 --copy-to 2025`;

function describe({ year, state, activities, steps, addenda, copied }: PlanReply): string {
  return [
    ...(copied ? [`${copied.carried} carried over, ${copied.already} were there, ${copied.finished} finished.`] : []),
    `The plan for ${year} is ${state}.`,
    ...activities.map(({ title, light = 'not checked in', status, carriedFrom }) =>
      [`  ${title}: ${[light, status].filter(Boolean).join(', ')}`, carriedFrom && `from ${carriedFrom}`]
        .filter(Boolean)
        .join(', '),
    ),
    ...steps.map(({ on, from, to, meeting, dnr }) =>
      [`${on}: ${from} → ${to}`, meeting && `at ${meeting}`, dnr && `no. ${dnr}`].filter(Boolean).join(', '),
    ),
    ...addenda.map(({ on, text }) => `${on}, addendum: ${text}`),
  ].join('\n');
}

function readCountyId(text: string): CountyId {
  return read(CountyId.safeParse(text).data, 'It is not the id of a county.');
}

function readYear(text: string): number {
  return read(/^\d{4}$/.test(text) ? Number(text) : undefined, 'It is not a year.');
}

function readAct(text: string): PlanAct {
  return read(PlanAct.safeParse(text).data, `It is not one of ${PlanAct.options.join(', ')}.`);
}

function readDate(text: string): LocalDate {
  return read(LocalDate.safeParse(text).data, 'It is not a date, YYYY-MM-DD.');
}

function read<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw new InvalidArgumentError(message);
  return value;
}
