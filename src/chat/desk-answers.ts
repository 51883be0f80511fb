// "svar": who has answered and what, who has not, what did not arrive, what was changed, and what can be done about it.
import { isPossible } from '../desk/acts.ts';
import { hasDesk } from '../desk/asker.ts';
import { type AtDesk, stepUp } from '../desk/desk.ts';
import { DeskActName } from '../desk/desk-act.ts';
import type { DeskSubject } from '../desk/desk-subject.ts';
import { nameChangers } from '../desk/name-changers.ts';
import { listFailed } from '../desk/outgoing-store.ts';
import { listQuestions } from '../desk/steering/questions.ts';
import { findOrganisations } from '../directory/organisation-store.ts';
import { findPeople } from '../directory/person-store.ts';
import type { Message, Part } from '../message/message.ts';
import { listChanges } from '../records/change-store.ts';
import { countUnits, findSilent } from '../reminders/silent.ts';
import { describeReply } from '../replies/describe-reply.ts';
import type { Prompt } from '../replies/prompt.ts';
import { readStanding } from '../replies/reply-store.ts';
import { formatDate, formatInstant } from '../text/format.ts';
import { textsIn } from '../text/texts.ts';
import { type Asking, type Doing, say } from './asking.ts';
import { type Offer, offer } from './desk-commands.ts';
import { seek } from './desk-find.ts';

/** What can be done from the card, in this order. */
const STEPS = ['nudge', 'prolong', 'close', 'reopen', 'resend'] as const satisfies readonly DeskActName[];
const MOST = 8;

export async function showAnswers({ road, person, rest }: Asking): Promise<Doing> {
  const { desk, deskChat } = textsIn(person.language);
  const at = await stepUp(road, person);
  if (!hasDesk(at.asker)) return say(desk.notAllowed);
  const { found, all } = await seek(at, rest);
  const [only, second] = found;
  if (only && !second) return showOne(at, only);
  if (all.length === 0) return say(deskChat.none);
  const listed = found.length > 0 ? found : all;
  const items = listed
    .slice(0, MOST)
    .map(({ title, day }) => deskChat.item(title, formatDate(day, person.language, at.today)));
  const more = listed.length > MOST ? [deskChat.more(listed.length - MOST)] : [];
  const { how } = deskChat.answers;
  return {
    answer: {
      kind: 'card',
      message: {
        language: person.language,
        title: deskChat.which,
        parts: [
          { kind: 'text', text: found.length === 0 ? deskChat.unknown(rest) : how },
          { kind: 'list', items: [...items, ...more] },
          ...(found.length === 0 ? [{ kind: 'note', text: how } as const] : []),
        ],
        buttons: [],
      },
    },
  };
}

async function showOne(at: AtDesk, subject: DeskSubject): Promise<Doing> {
  const { road, asker } = at;
  const { language } = asker.person;
  const { deskChat } = textsIn(language);
  const prompts = await listQuestions(road.database.db, subject.told);
  const steps: Offer[] = [];
  for (const act of STEPS) {
    const isOpen = await isPossible({ ...at, newId: subject.id, subject }, act);
    if (isOpen) steps.push({ act, subject, label: deskChat.acts[act] });
  }
  const offers = await offer(at, steps);
  const parts: Part[] = [];
  for (const prompt of prompts) parts.push(...(await composeQuestion(at, prompt, prompts.length > 1)));
  if (prompts.length === 0) parts.push({ kind: 'text', text: deskChat.answers.none });
  const message: Message = {
    language,
    title: deskChat.answers.title(subject.title),
    parts: [
      ...parts,
      ...(await tellFailed(at, subject)),
      ...offers.refused.map((text) => ({ kind: 'note', text }) as const),
      ...(await listTrace(at, subject)),
    ],
    buttons: offers.buttons,
  };
  return { answer: { kind: 'card', message }, write: offers.write };
}

async function composeQuestion(at: AtDesk, prompt: Prompt, isOneOfMany: boolean): Promise<readonly Part[]> {
  const { db } = at.road.database;
  const { language } = at.asker.person;
  const { answers: words } = textsIn(language).deskChat;
  const standing = await readStanding(db, prompt);
  const silent = findSilent(standing);
  const names = await nameUnits(at, prompt, [...standing.asked, ...standing.released, ...standing.replies]);
  const asked = countUnits(standing.asked);
  const given = standing.replies.map(({ unit, answers }) =>
    words.item(names.get(unit) ?? '', describeReply(prompt.form, answers, language)),
  );
  const quiet = [...new Set(silent.map(({ unit }) => names.get(unit) ?? ''))];
  return [
    ...(isOneOfMany ? [{ kind: 'text', text: prompt.title } as const] : []),
    {
      kind: 'progress',
      text: words.progress(asked - countUnits(silent), asked),
      answered: asked - countUnits(silent),
      asked,
    },
    ...(given.length > 0 ? [{ kind: 'list', title: words.answered, items: given } as const] : []),
    ...(quiet.length > 0 ? [{ kind: 'list', title: words.silent, items: quiet } as const] : []),
  ];
}

type Unit = Awaited<ReturnType<typeof readStanding>>['asked'][number];

/** By what answers once: the organisation's name, or the person's. */
async function nameUnits(
  { road, county }: AtDesk,
  prompt: Prompt,
  units: readonly Pick<Unit, 'unit' | 'personId' | 'organisationId'>[],
): Promise<ReadonlyMap<string, string>> {
  const { db } = road.database;
  if (prompt.answerPer === 'organisation') {
    const ids = units.map(({ organisationId }) => organisationId);
    const byId = new Map((await findOrganisations(db, county.id, ids)).map(({ id, name }) => [id, name]));
    return new Map(units.map(({ unit, organisationId }) => [unit, byId.get(organisationId) ?? '']));
  }
  const ids = units.map(({ personId }) => personId);
  const byId = new Map((await findPeople(db, county.id, ids)).map(({ id, name }) => [id, name]));
  return new Map(units.map(({ unit, personId }) => [unit, byId.get(personId) ?? '']));
}

async function tellFailed({ road, asker, now }: AtDesk, { told }: DeskSubject): Promise<readonly Part[]> {
  const { length } = (await listFailed(road.database.db, told, now)).filter(({ isOfUse }) => isOfUse);
  const { failed: words } = textsIn(asker.person.language).deskChat.answers;
  return length === 0 ? [] : [{ kind: 'notice', tone: 'warning', text: words(length) }];
}

const LATEST = 5;

async function listTrace({ road, asker, county, today }: AtDesk, { kind, id }: DeskSubject): Promise<readonly Part[]> {
  const { db } = road.database;
  const { language } = asker.person;
  const { answers: words, did } = textsIn(language).deskChat;
  const { desk } = textsIn(language);
  const changes = (await listChanges(db, { countyId: county.id, topic: kind, subjectId: id })).slice(0, LATEST);
  if (changes.length === 0) return [];
  const names = await nameChangers(db, { id: county.id, language }, changes);
  const items = changes.map(({ at, act, fields }, index) =>
    words.change(
      did[DeskActName.catch('change').parse(act)],
      formatInstant(at, county.timeZone, language, today),
      names[index] ?? '',
      act === 'new' ? [] : fields.map(({ label, from, to }) => desk.preview.changed(label, from, to)),
    ),
  );
  return [{ kind: 'list', title: words.changes, items }];
}
