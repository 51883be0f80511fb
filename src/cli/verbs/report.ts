// samverk report --county X --year Y --format html|docx|xlsx|csv|json [--out FILE] · report-freeze · report-approve · report-light
import { type Command, Option } from 'commander';
import { ReportFormat } from '../../followup/report-format.ts';
import { Light } from '../../message/form.ts';
import { Language } from '../../text/language.ts';
import type { ApproveOptions, FreezeOptions, LightOptions, ReportOptions } from '../deeds/report.ts';
import { readCountyId, readDay, readYear } from '../read-option.ts';
import { runVerb } from '../run.ts';

export function addReport(program: Command): void {
  addOfYear(program, 'report')
    .summary("write the follow-up of a county's year")
    .description(
      'Compiles the follow-up of a year from every answer that was kept: lights and how they changed, what was done and what ' +
        'stood in the way, who answered, meetings, calls, reply rates and situation figures.',
    )
    .addOption(new Option('--format <format>', 'how it is written').choices(ReportFormat.options).default('html'))
    .addOption(new Option('--language <language>', 'in which language').choices(Language.options).default('sv'))
    .option('--frozen', 'the latest that was frozen, instead of how it stands now')
    .option('--out <file>', 'the file to write; docx and xlsx need one')
    .addHelpText(
      'after',
      `
Examples:
  $ samverk report --county blekinge --year 2024 --format docx --out uppfoljning.docx
  $ samverk report --county blekinge --year 2024 --format json | jq .report.lights`,
    )
    .action((options: ReportOptions, verb: Command) => {
      const { format, out } = options;
      if (out === undefined && (format === 'docx' || format === 'xlsx'))
        verb.error(`error: ${format} is no text. Name a file with --out.`);
      else return runVerb(async (place) => (await import('../deeds/report.ts')).report(place, options));
    });
  addFreeze(program);
  addApprove(program);
  addLight(program);
}

function addFreeze(program: Command): void {
  addOfYear(program, 'report-freeze')
    .summary('freeze it as it stands, under a registration number')
    .description(
      'Keeps the report as it stands now, with a checksum. Until one is approved, a later one may be frozen.',
    )
    .requiredOption('--dnr <number>', 'its registration number')
    .requiredOption('--as <person>', 'the coordinator who freezes it, by id, e-mail address or name')
    .addHelpText(
      'after',
      '\nExample:\n  $ samverk report-freeze --county blekinge --year 2024 --dnr 123-2025 --as integrationssamordnare',
    )
    .action((options: FreezeOptions) =>
      runVerb(async (place) => (await import('../deeds/report.ts')).freeze(place, options)),
    );
}

function addApprove(program: Command): void {
  addOfYear(program, 'report-approve')
    .summary('write down that it was approved')
    .description(
      'Writes down which group approved the latest frozen report, and when. It is not changed any more then.',
    )
    .requiredOption('--group <id or name>', 'the group that approved it')
    .requiredOption('--on <date>', 'the day of the decision, such as 2025-02-14', readDay)
    .requiredOption('--as <person>', 'the coordinator who writes it down, by id, e-mail address or name')
    .addHelpText(
      'after',
      '\nExample:\n  $ samverk report-approve --county blekinge --year 2024 --group integrationsradet --on 2025-02-14 --as integrationssamordnare',
    )
    .action((options: ApproveOptions) =>
      runVerb(async (place) => (await import('../deeds/report.ts')).approve(place, options)),
    );
}

function addLight(program: Command): void {
  addOfYear(program, 'report-light')
    .summary('set the light of an area or a goal by hand')
    .description('Sets a light against the rule. The report shows both, with who set it, when and why.')
    .addOption(new Option('--area <id>', 'the area').conflicts('goal'))
    .addOption(new Option('--goal <id>', 'or the goal'))
    .addOption(new Option('--light <light>', 'the light').choices(Light.options).makeOptionMandatory())
    .requiredOption('--reason <words>', 'why')
    .requiredOption('--as <person>', 'the coordinator who signs it, by id, e-mail address or name')
    .addHelpText(
      'after',
      '\nExample:\n  $ samverk report-light --county blekinge --year 2024 --goal sprakutveckling --light green --reason "Kursen startade i januari." --as integrationssamordnare',
    )
    .action(({ area, goal, ...options }: LightOptions & Named, verb: Command) => {
      const scopeId = area ?? goal;
      if (scopeId === undefined) verb.error('error: name what the light is of, with --area or --goal.');
      else {
        const scope = area === undefined ? 'goal' : 'area';
        return runVerb(async (place) =>
          (await import('../deeds/report.ts')).setLight(place, { scope, scopeId }, options),
        );
      }
    });
}

interface Named {
  readonly area?: string;
  readonly goal?: string;
}

function addOfYear(program: Command, name: string): Command {
  return program
    .command(name)
    .requiredOption('--county <id>', 'the county', readCountyId)
    .requiredOption('--year <year>', 'the year', readYear);
}
