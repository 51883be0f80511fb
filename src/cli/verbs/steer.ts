// samverk pause | resume | cancel | resend SUBJECT
import type { Command } from 'commander';
import { runVerb } from '../run.ts';
import type { Act, SteerReply } from '../tasks/steer-task.ts';

interface SteerVerb {
  readonly act: Act;
  readonly summary: string;
  readonly description: string;
  readonly takesStep: boolean;
  readonly example: string;
  say(reply: SteerReply, subject: string): string;
}

const VERBS: readonly SteerVerb[] = [
  {
    act: 'pause',
    summary: 'hold the reminders of a call, a meeting or an activity',
    description: 'Holds every reminder of a subject, also those waiting to be sent, until it is resumed.',
    takesStep: false,
    example: 'samverk pause meeting:blekinge/beredningsgruppen-2024-10-24',
    say: (_reply, subject) => `${subject} is paused. \`samverk resume ${subject}\` lets it go on.`,
  },
  {
    act: 'resume',
    summary: 'let them go on',
    description: 'Lets the reminders of a paused subject go on. What was missed is told as after a standstill.',
    takesStep: false,
    example: 'samverk resume meeting:blekinge/beredningsgruppen-2024-10-24',
    say: (_reply, subject) => `${subject} goes on.`,
  },
  {
    act: 'cancel',
    summary: 'take them off for good',
    description: 'Cancels what a subject still has to say, or one step of it. When this returns, nothing more is sent.',
    takesStep: true,
    example: 'samverk cancel call:vasterbotten/tia-2019-1 --step 2-days',
    say: ({ count }, subject) => `${count} of ${subject} cancelled. Nothing more of it is sent.`,
  },
  {
    act: 'resend',
    summary: 'send again to those it failed for, and to nobody else',
    description: 'Puts the failed messages of a subject, or of one step of it, back into the outbox.',
    takesStep: true,
    example: 'samverk resend call:vasterbotten/tia-2019-1',
    say: sayResent,
  },
];

function sayResent({ count, outdated, paused }: SteerReply, subject: string): string {
  const said = [
    ...(count > 0 ? [`${count} will be sent again within seconds.`] : []),
    ...(outdated > 0 ? [`${outdated} had failed and would come too late by now: not sent.`] : []),
    ...(paused > 0 ? [`${paused} had failed and wait, as ${subject} is paused: \`samverk resume\` it first.`] : []),
  ];
  return said.length > 0 ? said.join(' ') : 'Nothing had failed.';
}

export function addSteering(program: Command): void {
  for (const verb of VERBS) addVerb(program, verb);
}

function addVerb(program: Command, { act, summary, description, takesStep, example, say }: SteerVerb): void {
  const command = program
    .command(act)
    .summary(summary)
    .description(description)
    .argument('<subject>', 'topic:county/id, as keys begin');
  if (takesStep) command.option('--step <step>', 'only this step of its ladder');
  command
    .addHelpText('after', `\nExample:\n  $ ${example}`)
    .action((subject: string, { step }: { readonly step?: string }) =>
      runVerb(async (place) => {
        const { steer } = await import('../deeds/steer.ts');
        console.log(say(await steer(place, { act, subject, step }), subject));
      }),
    );
}
