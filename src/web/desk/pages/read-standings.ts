// How far a question has come: who has answered what, and who has not, by name and organisation.
import type { Instant } from '../../../calendar/zone.ts';
import type { Db } from '../../../database/open.ts';
import { findOrganisations } from '../../../directory/organisation-store.ts';
import { findPeople } from '../../../directory/person-store.ts';
import type { CountyId, GroupId, PromptId } from '../../../ids.ts';
import { describeReply } from '../../../replies/describe-reply.ts';
import { isClosed, type Prompt } from '../../../replies/prompt.ts';
import { findPrompts } from '../../../replies/prompt-store.ts';
import type { Reply } from '../../../replies/reply.ts';
import { listCurrentReplies } from '../../../replies/reply-store.ts';
import { compareText } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';
import { type AskedRow, listAsked } from './standing-store.ts';

export interface Standing {
  readonly prompt: Prompt;
  readonly isClosed: boolean;
  readonly answered: readonly Answered[];
  readonly silent: readonly Silent[];
  /** The groups on whose behalf it is asked. */
  readonly groupIds: readonly GroupId[];
}

/** One answer, of a person or of an organisation. */
export interface Answered {
  readonly name: string;
  readonly organisation: string;
  readonly insteadOf?: string;
  readonly answer: string;
  readonly at: Instant;
  readonly isLate: boolean;
}

/** One that owes an answer; of an organisation, all who may give it. */
export interface Silent {
  readonly names: readonly string[];
  readonly organisation: string;
}

export interface Reading {
  readonly countyId: CountyId;
  readonly language: Language;
  readonly now: Instant;
}

/** In the order given. */
export async function readStandings(
  db: Db,
  reading: Reading,
  promptIds: readonly PromptId[],
): Promise<readonly Standing[]> {
  const { countyId, language, now } = reading;
  const prompts = new Map((await findPrompts(db, countyId, promptIds)).map((prompt) => [prompt.id, prompt]));
  const asked = await listAsked(db, countyId, promptIds);
  const replies = await listCurrentReplies(db, countyId, promptIds);
  const named = await readNamed(db, countyId, { asked, replies });
  return promptIds.flatMap((id) => {
    const prompt = prompts.get(id);
    if (!prompt) return [];
    const own = { asked: asked.filter(isOf(id)), replies: replies.filter(isOf(id)) };
    const describing = { prompt, named, language };
    return [
      {
        prompt,
        isClosed: isClosed(prompt, now),
        answered: own.replies.map((reply) => toAnswered(reply, describing)),
        silent: listSilent(own, describing),
        groupIds: [...new Set(own.asked.flatMap(({ groupId }) => groupId ?? []))],
      },
    ];
  });
}

interface Stood {
  readonly asked: readonly AskedRow[];
  readonly replies: readonly Reply[];
}

interface Named {
  readonly person: (id: string | undefined | null) => string | undefined;
  readonly organisation: (id: string) => string;
}

interface Describing {
  readonly prompt: Prompt;
  readonly named: Named;
  readonly language: Language;
}

function isOf(id: PromptId) {
  return ({ promptId }: { readonly promptId: PromptId }) => promptId === id;
}

async function readNamed(db: Db, countyId: CountyId, { asked, replies }: Stood): Promise<Named> {
  const all = [...asked, ...replies];
  const people = await findPeople(
    db,
    countyId,
    all.flatMap(({ personId, insteadOfId }) => [personId, ...(insteadOfId ? [insteadOfId] : [])]),
  );
  const organisations = await findOrganisations(
    db,
    countyId,
    all.map(({ organisationId }) => organisationId),
  );
  const names = new Map<string, string>(people.map(({ id, name }) => [id, name]));
  const titles = new Map<string, string>(organisations.map(({ id, name }) => [id, name]));
  return { person: (id) => names.get(id ?? ''), organisation: (id) => titles.get(id) ?? '' };
}

function toAnswered(reply: Reply, { prompt, named, language }: Describing): Answered {
  const insteadOf = named.person(reply.insteadOfId);
  return {
    name: named.person(reply.personId) ?? '',
    organisation: named.organisation(reply.organisationId),
    ...(insteadOf !== undefined && { insteadOf }),
    answer: describeReply(prompt.form, reply.answers, language),
    at: reply.repliedAt,
    isLate: reply.isLate,
  };
}

function listSilent({ asked, replies }: Stood, { named, language }: Describing): readonly Silent[] {
  const answered = new Set(replies.map(({ unit }) => unit));
  const units = [...new Set(asked.map(({ unit }) => unit))].filter((unit) => !answered.has(unit));
  return units
    .map((wanted) => asked.filter(({ unit }) => unit === wanted))
    .map((those) => ({
      names: those.map(({ personId }) => named.person(personId) ?? ''),
      organisation: named.organisation(those[0]?.organisationId ?? ''),
    }))
    .toSorted((a, b) => compareText(a.organisation, b.organisation, language));
}
