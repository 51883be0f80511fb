// What a person writes to the bot, and what it answers.
import type { Person } from '../directory/person.ts';
import { hasPersonalNumber } from '../message/personal-number.ts';
import type { Answer, Incoming } from '../platform.ts';
import { textsIn } from '../text/texts.ts';
import { type Asking, type Doing, type House, say } from './asking.ts';
import { findCommand, suggestWord } from './commands.ts';
import { lockIncoming, markHandled, storeIncoming } from './incoming-store.ts';
import { keepOwnPlace } from './own-place.ts';

/** Of what was not understood, so much is said back. */
const ECHO = 60;

type Wrote = Extract<Incoming, { kind: 'wrote' }>;

export async function runCommand(house: House, incoming: Wrote, person: Person): Promise<Answer> {
  const { road } = house;
  const { database, clock } = road;
  const { from, at, text } = incoming;
  if (hasPersonalNumber(text)) return { kind: 'note', text: textsIn(person.language).forms.personalNumber.inMessage };
  const stored = await storeIncoming(database.db, incoming, clock.now());
  if (stored.answer) return stored.answer;
  const [word = '', ...rest] = text.trim().split(/\s+/);
  const asking = { ...house, person, from, ...(at && { at }), rest: rest.join(' ') };
  const { answer: said, kept, write, conclude } = await run(word.toLowerCase().normalize('NFC'), asking);
  return database.transaction(async (tx) => {
    const done = await lockIncoming(tx, stored.id);
    if (done) return done;
    if (at) await keepOwnPlace(road, tx, { person, at });
    await write?.(tx);
    const answer = (await conclude?.(tx)) ?? said;
    await markHandled(tx, { incomingId: stored.id, answer: kept ?? answer, at: clock.now(), by: person });
    return answer;
  });
}

async function run(word: string, asking: Asking): Promise<Doing> {
  const command = findCommand(word);
  if (command) return command.run(asking);
  const written = [word, asking.rest].filter((part) => part !== '').join(' ');
  // By whole signs: half of one cannot be kept.
  const signs = [...written];
  const echo = signs.length > ECHO ? `${signs.slice(0, ECHO).join('')} …` : written;
  return say(textsIn(asking.person.language).chat.notUnderstood(echo, suggestWord(word)));
}
