// Every command there is: by which words it is known, whom it is for, and what it does.
import { readCounty } from '../directory/county-store.ts';
import { may } from '../directory/may.ts';
import { Language } from '../text/language.ts';
import { findNearest } from '../text/nearest.ts';
import { type Texts, textsIn } from '../text/texts.ts';
import type { Asking, Doing } from './asking.ts';
import { bind } from './bind.ts';
import { listBindable } from './bindable.ts';
import { tellCalendar } from './calendar.ts';
import { showCalls } from './calls.ts';
import { showAnswers } from './desk-answers.ts';
import { createAtDesk, steer } from './desk-commands.ts';
import { tellEvents } from './events.ts';
import { findActor } from './find-actor.ts';
import { listSelves } from './identify.ts';
import { type InquiryName, inquire } from './inquiries.ts';
import { showMeetings } from './meetings.ts';
import { showMembers } from './members.ts';
import { showMine } from './mine.ts';
import { tellMinutes } from './minutes.ts';
import { tellNeeds } from './needs.ts';
import { tellPlan } from './plan.ts';
import { giveSignInLink } from './sign-in.ts';
import { appointSubstitute } from './substitute.ts';
import { appointSuccessor } from './successor.ts';

interface Command {
  readonly name: keyof Texts['chat']['commands'];
  /** Others are not told of it; whether it does anything for them it decides itself. */
  readonly who: 'everyone' | 'who-sees-gaps' | 'who-may-bind';
  readonly run: (asking: Asking) => Promise<Doing>;
}

const commands: readonly Command[] = [
  { name: 'mine', who: 'everyone', run: showMine },
  { name: 'calls', who: 'everyone', run: showCalls },
  { name: 'meetings', who: 'everyone', run: showMeetings },
  { name: 'contact', who: 'everyone', run: (asking) => inquireAs('contact', asking) },
  { name: 'who', who: 'everyone', run: (asking) => inquireAs('who', asking) },
  { name: 'duty', who: 'everyone', run: (asking) => inquireAs('duty', asking) },
  { name: 'party', who: 'everyone', run: (asking) => inquireAs('party', asking) },
  { name: 'gaps', who: 'who-sees-gaps', run: (asking) => inquireAs('gaps', asking) },
  { name: 'substitute', who: 'everyone', run: appointSubstitute },
  { name: 'successor', who: 'everyone', run: appointSuccessor },
  { name: 'members', who: 'who-may-bind', run: showMembers },
  { name: 'plan', who: 'everyone', run: tellPlan },
  { name: 'events', who: 'everyone', run: tellEvents },
  { name: 'calendar', who: 'everyone', run: tellCalendar },
  { name: 'needs', who: 'everyone', run: tellNeeds },
  { name: 'create', who: 'who-may-bind', run: createAtDesk },
  { name: 'change', who: 'who-may-bind', run: (asking) => steer('change', asking) },
  { name: 'move', who: 'who-may-bind', run: (asking) => steer('move', asking) },
  { name: 'pause', who: 'who-may-bind', run: (asking) => steer('pause', asking) },
  { name: 'resume', who: 'who-may-bind', run: (asking) => steer('resume', asking) },
  { name: 'cancel', who: 'who-may-bind', run: (asking) => steer('cancel', asking) },
  { name: 'answers', who: 'who-may-bind', run: showAnswers },
  { name: 'minutes', who: 'who-may-bind', run: tellMinutes },
  { name: 'bind', who: 'who-may-bind', run: bind },
  { name: 'signIn', who: 'everyone', run: giveSignInLink },
  { name: 'help', who: 'everyone', run: showHelp },
];

/** Every one of them, in the order in which they are told of. */
export function listCommands(): readonly Pick<Command, 'name' | 'who'>[] {
  return commands;
}

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

async function inquireAs(name: InquiryName, { road, person, rest }: Asking): Promise<Doing> {
  const { db } = road.database;
  const county = await readCounty(db, person.countyId);
  const now = road.clock.now();
  return inquire(name, { db, county, language: person.language, now, asker: { kind: 'person', person }, rest });
}

async function showHelp(asking: Asking): Promise<Doing> {
  const { road, from } = asking;
  const { language } = asking.person;
  const { chat } = textsIn(language);
  const bindable = await listBindable(road, await listSelves(road.database.db, from));
  const isFor = {
    everyone: true,
    'who-sees-gaps': may(await findActor(asking), 'see-gaps'),
    'who-may-bind': bindable.length > 0,
  } as const satisfies Record<Command['who'], boolean>;
  const items = commands.filter(({ who }) => isFor[who]).map(({ name }) => chat.commands[name].help);
  const message = { language, title: chat.help, parts: [{ kind: 'list', items } as const], buttons: [] };
  return { answer: { kind: 'card', message } };
}
