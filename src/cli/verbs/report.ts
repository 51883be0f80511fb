// samverk report --county X --year Y --format html|docx|xlsx|csv|json [--out FILE] · report-freeze · report-approve · report-light
import { writeFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { LocalDate } from '../../calendar/local-date.ts';
import { findCode, InvalidInput } from '../../errors.ts';
import { ReportFormat } from '../../followup/render-report.ts';
import { CountyId } from '../../ids.ts';
import { Light } from '../../message/form.ts';
import { Language } from '../../text/language.ts';
import { perform } from '../perform.ts';
import { runVerb } from '../run.ts';
import { approveTask, freezeTask, lightTask, reportTask } from '../tasks/report-task.ts';

interface OfYear {
  readonly county: string;
  readonly year: number;
}

interface ReportOptions extends OfYear {
  readonly format: ReportFormat;
  readonly language: Language;
  readonly frozen?: true;
  readonly out?: string;
}

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
      else
        return runVerb(async (place) =>
          write(out, Buffer.from((await perform(place, reportTask, ask(options))).base64, 'base64')),
        );
    });
  addFreeze(program);
  addApprove(program);
  addLight(program);
}

function ask({ county, year, format, language, frozen }: ReportOptions) {
  return { county: CountyId.parse(county), year, format, language, isFrozen: frozen ?? false };
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
    .action(({ county, ...rest }: OfYear & { readonly dnr: string; readonly as: string }) =>
      runVerb(async (place) => {
        const { year, number, dnr, checksum } = await perform(place, freezeTask, {
          county: CountyId.parse(county),
          ...rest,
        });
        console.log(`Report ${number} of ${year} is frozen under ${dnr}.\nSHA-256: ${checksum}`);
      }),
    );
}

function addApprove(program: Command): void {
  addOfYear(program, 'report-approve')
    .summary('write down that it was approved')
    .description(
      'Writes down which group approved the latest frozen report, and when. It is not changed any more then.',
    )
    .requiredOption('--group <id or name>', 'the group that approved it')
    .requiredOption('--on <date>', 'the day of the decision, such as 2025-02-14', toDate)
    .requiredOption('--as <person>', 'the coordinator who writes it down, by id, e-mail address or name')
    .addHelpText(
      'after',
      '\nExample:\n  $ samverk report-approve --county blekinge --year 2024 --group integrationsradet --on 2025-02-14 --as integrationssamordnare',
    )
    .action(({ county, ...rest }: OfYear & { readonly group: string; readonly on: LocalDate; readonly as: string }) =>
      runVerb(async (place) => {
        const { year, number, approvedOn } = await perform(place, approveTask, {
          county: CountyId.parse(county),
          ...rest,
        });
        console.log(`Report ${number} of ${year} is approved since ${approvedOn}, and is not changed any more.`);
      }),
    );
}

interface LightOptions extends OfYear {
  readonly area?: string;
  readonly goal?: string;
  readonly light: Light;
  readonly reason: string;
  readonly as: string;
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
    .action(({ county, area, goal, ...rest }: LightOptions, verb: Command) => {
      const scopeId = area ?? goal;
      if (scopeId === undefined) verb.error('error: name what the light is of, with --area or --goal.');
      else
        return runVerb(async (place) => {
          const scope = area === undefined ? 'goal' : 'area';
          const set = await perform(place, lightTask, { county: CountyId.parse(county), scope, scopeId, ...rest });
          console.log(`${set.scopeId} is ${rest.light} in the report of ${rest.year}.`);
        });
    });
}

function addOfYear(program: Command, name: string): Command {
  return program
    .command(name)
    .requiredOption('--county <id>', 'the county')
    .requiredOption('--year <year>', 'the year', toYear);
}

function toYear(text: string): number {
  if (/^[12]\d{3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a year, as 2024.');
}

function toDate(text: string): LocalDate {
  const date = LocalDate.safeParse(text);
  if (date.success) return date.data;
  throw new InvalidArgumentError('It is a day that exists, written as 2025-02-14.');
}

async function write(out: string | undefined, bytes: Uint8Array): Promise<void> {
  if (out === undefined) {
    process.stdout.write(bytes);
    return;
  }
  await writeFile(out, bytes).catch((error: unknown) => {
    throw new InvalidInput(`${out} could not be written (${findCode(error)}). Choose another place.`);
  });
  console.error(`${out} is written.`);
}
