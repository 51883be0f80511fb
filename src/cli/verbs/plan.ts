// samverk plan --county COUNTY --year YEAR [--step STEP | --copy-to YEAR | --addendum TEXT]
import { type Command, Option } from 'commander';
import { PlanAct } from '../../topics/plans/plan-way.ts';
import { readCountyId, readDay, readYear } from '../read-option.ts';
import { runVerb } from '../run.ts';
import type { PlanRequest } from '../tasks/plan-task.ts';

export function addPlan(program: Command): void {
  program
    .command('plan')
    .summary("show a year's plan, take it a step further, or copy it to another year")
    .description(
      "Shows how a year's plan stands. A step is taken for the county's coordinator: prepare, approve, follow-up, lock.",
    )
    .requiredOption('--county <id>', 'whose plan', readCountyId)
    .requiredOption('--year <year>', 'of which year', readYear)
    .addOption(new Option('--step <step>', 'the step to take').choices(PlanAct.options))
    .option('--on <date>', "to approve: the day of the council's meeting", readDay)
    .option('--dnr <number>', 'to approve: the number of the decision')
    .option('--copy-to <year>', 'carry over what is not finished to a draft for that year', readYear)
    .option('--addendum <text>', 'add to a plan that is locked')
    .addHelpText('after', EXAMPLES)
    .action((asked: Omit<PlanRequest, 'by'>) =>
      runVerb(async (place) => (await import('../deeds/steer-plan.ts')).steerPlan(place, asked)),
    );
}

const EXAMPLES = `
Examples:
  $ samverk plan --county blekinge --year 2024
  $ samverk plan --county blekinge --year 2024 --step approve --on 2024-02-15 --dnr 1539-2023-1
  $ samverk plan --county blekinge --year 2024 --copy-to 2025`;
