// samverk ask --county X "kontakt umea" [--as <person>] [--json]
import type { Command } from 'commander';
import type { AskOptions } from '../deeds/ask.ts';
import { readCountyId } from '../read-option.ts';
import { runVerb } from '../run.ts';

export function addAsk(program: Command): void {
  program
    .command('ask')
    .summary('ask whom to turn to, as people do in a chat')
    .description(
      'Answers kontakt, vem, ansvar, part and kontaktlista (or in English contact, who, duty, partner, contact-list) as ' +
        "they are answered in a chat. Without --as you see what the county's partners see.",
    )
    .argument('<question...>', 'what would be written in the chat')
    .requiredOption('--county <id>', 'the county', readCountyId)
    .option('--as <person>', 'as this person, by id, e-mail address or name, in their language')
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ samverk ask --county vasterbotten "kontakt umea"
  $ samverk ask --county kalmar vem SFI Vimmerby --as almi-kontakt
  $ samverk ask --county kalmar kontaktlista --json | jq .message.parts`,
    )
    .action((question: readonly string[], options: AskOptions) =>
      runVerb(async (place) => (await import('../deeds/ask.ts')).ask(place, question.join(' '), options)),
    );
}
