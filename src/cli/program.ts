// Every verb of the command line.
import { Command } from 'commander';
import { VERSION } from '../web/version.ts';
import { addAsk } from './verbs/ask.ts';
import { addImport } from './verbs/import.ts';
import { addLink } from './verbs/link.ts';
import { addPeople } from './verbs/people.ts';
import { addPlan } from './verbs/plan.ts';
import { addReport } from './verbs/report.ts';
import { addSheets } from './verbs/sheets.ts';
import { addSimulate } from './verbs/simulate.ts';
import { addStart } from './verbs/start.ts';
import { addStatus } from './verbs/status.ts';
import { addSteering } from './verbs/steer.ts';

const VERBS = [
  addStart,
  addImport,
  addSheets,
  addSimulate,
  addStatus,
  addAsk,
  addPeople,
  addPlan,
  addReport,
  addLink,
  addSteering,
];

/**
 * It throws what commander would end the process for. verbs/ knows how a verb is asked, and loads from deeds/ what it does
 * when it is; what the running service can do in its place is in tasks/.
 */
export function createProgram(): Command {
  const program = new Command('samverk')
    .description('Reminders, check-ins and follow-up for public networks that work across organisations.')
    .version(VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [verb]', 'print help for a verb')
    .exitOverride()
    .showHelpAfterError('Add --help to see how it is used.')
    .addHelpText('after', EXAMPLES);
  for (const addVerb of VERBS) addVerb(program);
  return program;
}

const EXAMPLES = `
Examples:
  $ samverk start                       open Samverk on this computer, with example counties
  $ samverk import norrbotten.yaml      take in a county
  $ samverk status                      see what is asked, what comes next and what was sent
  $ samverk ask --county kalmar "vem SFI Vimmerby"

Settings are read from the environment, and from a .env file in the working directory; .env.example lists them.
Exit codes: 0 done, 1 refused or failed, 2 asked in a way that is not understood.`;
