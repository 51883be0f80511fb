// Do the docs and Slack's manifest name every command, by the words that are understood?
import { expect, test } from '@jest/globals';
import { listCommands } from '../../src/chat/commands.ts';
import { textsIn } from '../../src/text/texts.ts';
import { readText } from '../import/read-county.ts';
import { changeUsageHint, writeCommandsDoc } from './commands-doc.ts';

const MEND = 'Run: npm run docs:commands';

test('docs/commands.md is what the commands say', () => {
  expect(readText('docs/commands.md') === writeCommandsDoc() || MEND).toBe(true);
});

test("the hint in Slack's manifest is what the commands say", () => {
  const manifest = readText('manifests/slack/manifest.json');

  expect(changeUsageHint(manifest) === manifest || MEND).toBe(true);
});

test('the page has every command by every word, in both languages', () => {
  const page = readText('docs/commands.md');

  for (const { name } of listCommands())
    for (const language of ['sv', 'en'] as const)
      for (const word of textsIn(language).chat.commands[name].words) expect(page).toContain(word);
});

test('no word means two commands', () => {
  const words = listCommands().flatMap(({ name }) => [
    ...new Set((['sv', 'en'] as const).flatMap((language) => textsIn(language).chat.commands[name].words)),
  ]);

  expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([]);
});
