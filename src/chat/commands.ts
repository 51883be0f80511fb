// Every command there is: by which words it is known, whom it is for, and what it does.
import { Language } from '../text/language.ts';
import { findNearest } from '../text/nearest.ts';
import { type Texts, textsIn } from '../text/texts.ts';
import type { Asking, Doing } from './asking.ts';
import { bind } from './bind.ts';
import { listBindable } from './bindable.ts';
import { showCalls } from './calls.ts';
import { listSelves } from './identify.ts';
import { showMeetings } from './meetings.ts';
import { showMine } from './mine.ts';

interface Command {
  readonly name: keyof Texts['chat']['commands'];
  /** Others are not told of it; whether it does anything for them it decides itself. */
  readonly who: 'everyone' | 'who-may-bind';
  readonly run: (asking: Asking) => Promise<Doing>;
}

const commands: readonly Command[] = [
  { name: 'mine', who: 'everyone', run: showMine },
  { name: 'calls', who: 'everyone', run: showCalls },
  { name: 'meetings', who: 'everyone', run: showMeetings },
  { name: 'bind', who: 'who-may-bind', run: bind },
  { name: 'help', who: 'everyone', run: showHelp },
];

/** The command whose word it is, in any language. */
export function findCommand(word: string): Command | undefined {
  return commands.find(({ name }) => listWords(name).includes(word));
}

/** The word that was most likely meant. */
export function suggestWord(word: string): string | undefined {
  return findNearest(
    word,
    commands.flatMap(({ name }) => listWords(name)),
  );
}

function listWords(name: Command['name']): readonly string[] {
  return Language.options.flatMap((language) => textsIn(language).chat.commands[name].words);
}

async function showHelp({ road, from, person: { language } }: Asking): Promise<Doing> {
  const { chat } = textsIn(language);
  const bindable = await listBindable(road, await listSelves(road.database.db, from));
  const items = commands
    .filter(({ who }) => who === 'everyone' || bindable.length > 0)
    .map(({ name }) => chat.commands[name].help);
  const message = { language, title: chat.help, parts: [{ kind: 'list', items } as const], buttons: [] };
  return { answer: { kind: 'card', message } };
}
