// docs/commands.md and the hint that Slack shows, made of what the commands themselves say.
import { listCommands } from '../../src/chat/commands.ts';
import { formatAlternatives } from '../../src/text/format.ts';
import type { Language } from '../../src/text/language.ts';
import { type Texts, textsIn } from '../../src/text/texts.ts';

type Name = keyof Texts['chat']['commands'];
type Who = ReturnType<typeof listCommands>[number]['who'];

const WHO: Readonly<Record<Who, string>> = {
  everyone: 'everybody whom the county knows',
  'who-sees-gaps': 'coordinators, operators and readers',
  'who-may-bind': 'coordinators and conveners',
};

export function writeCommandsDoc(): string {
  const rows = listCommands().map(
    ({ name, who }) => `| ${describe(name, 'sv')} | ${describe(name, 'en')} | ${WHO[who]} |`,
  );
  return `# Commands

What Samverk understands: in its own chat, in a channel where it is mentioned, after \`/samverk\` in Slack, and in the web room under
"Fråga". Every word is understood in both languages, whatever the case; a word that is none gets the nearest one as a suggestion. The
answer is for whoever asks alone. \`hjälp\` tells each person of those that are for them.

In brackets is what may be left out; a bar stands between alternatives. \`npm run docs:commands\` writes this page from the commands
themselves, and a test compares.

| På svenska | In English | Who is told of it |
|---|---|---|
${rows.join('\n')}
`;
}

function describe(name: Name, language: Language): string {
  const { chat, commandArguments } = textsIn(language);
  const after: Partial<Record<Name, string>> = commandArguments;
  const { words, help } = chat.commands[name];
  const [first = '', ...others] = words;
  const written = [first, after[name]].filter(Boolean).join(' ');
  const also = others.length > 0 ? `<br>(${others.join(', ')})` : '';
  return `**\`${escapeBar(written)}\`**${also}<br>${escapeBar(help.slice(help.indexOf('— ') + 2))}`;
}

function escapeBar(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** Swedish, as all of the manifest; what is for coordinators alone is no hint for everybody. */
export function writeUsageHint(): string {
  const words = listCommands()
    .filter(({ who }) => who === 'everyone')
    .flatMap(({ name }) => textsIn('sv').chat.commands[name].words[0] ?? []);
  return formatAlternatives(words, 'sv');
}

export function changeUsageHint(manifest: string): string {
  return manifest.replace(/("usage_hint": )"[^"]*"/, (_, key: string) => `${key}${JSON.stringify(writeUsageHint())}`);
}
