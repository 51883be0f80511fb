// samverk ask --county X "kontakt umea" [--as <person>] [--json]
import type { Command } from 'commander';
import { CountyId } from '../../ids.ts';
import { toPlainText } from '../../message/plain-text.ts';
import type { Answer } from '../../platform.ts';
import { perform } from '../perform.ts';
import { runVerb } from '../run.ts';
import { askTask } from '../tasks/ask-task.ts';

interface AskOptions {
  readonly county: string;
  readonly as?: string;
  readonly json?: true;
}

export function addAsk(program: Command): void {
  program
    .command('ask')
    .summary('ask whom to turn to, as people do in a chat')
    .description(
      'Answers kontakt, vem, ansvar, part and kontaktlista (or in English contact, who, duty, partner, contact-list) as ' +
        "they are answered in a chat. Without --as you see what the county's partners see.",
    )
    .argument('<question...>', 'what would be written in the chat')
    .requiredOption('--county <id>', 'the county')
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
    .action((question: readonly string[], { county, as, json }: AskOptions) =>
      runVerb(async (place) => {
        const request = { county: CountyId.parse(county), text: question.join(' '), ...(as !== undefined && { as }) };
        const answer = await perform(place, askTask, request);
        console.log(json ? JSON.stringify(answer) : toText(answer));
      }),
    );
}

function toText(answer: Answer): string {
  switch (answer.kind) {
    case 'card':
      return toPlainText(answer.message);
    case 'note':
      return answer.text;
    default:
      throw new TypeError(`A question about whom to ask is not answered with ${answer.kind}.`);
  }
}
