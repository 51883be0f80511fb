// Who sends this request, and what may they do here?
import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { PersonId, PromptId } from '../../ids.ts';
import { clearCookie, readCookie, setCookie } from '../../page/cookie.ts';
import type { PlatformUser } from '../../platform.ts';
import { Language } from '../../text/language.ts';
import type { RoomLink } from './room-link.ts';
import type { RoomCounty, RoomPerson } from './room-people.ts';
import { ROOM, type RoomSetting } from './room-setting.ts';

const common = { id: z.uuid(), personId: PersonId, until: z.int() };

/** local: chosen at the entrance, worth nothing outside local mode. */
const RoomSession = z.discriminatedUnion('purpose', [
  z.object({ ...common, purpose: z.literal('local') }).readonly(),
  z.object({ ...common, purpose: z.literal('inbox') }).readonly(),
  z.object({ ...common, purpose: z.literal('answer'), promptId: PromptId }).readonly(),
]);
type RoomSession = z.infer<typeof RoomSession>;

export interface Visitor {
  readonly sessionId: string;
  readonly person: RoomPerson;
  readonly county: RoomCounty;
  /** The person's own as the platform contract has it. */
  readonly user: PlatformUser;
  readonly language: Language;
  /** Shows in a form that it was made for this session. */
  readonly csrf: string;
}

export type Found =
  | { readonly kind: 'visitor'; readonly visitor: Visitor }
  /** No session, or it has ended. */
  | { readonly kind: 'nobody' }
  /** A session, but the person is no longer there. */
  | { readonly kind: 'stranger' };

const HOUR_MS = 60 * 60 * 1000;
const LASTS_MS = { local: 30 * 24 * HOUR_MS, link: 12 * HOUR_MS } as const;
const INBOX_COOKIE = 'samverk_room';
const ANSWER_COOKIE = 'samverk_answer';
const LANGUAGE_COOKIE = 'samverk_language';

export function answerPath(promptId: PromptId): string {
  return `${ROOM}/a/${promptId}`;
}

export function startLocalSession(setting: RoomSetting, response: Response, personId: PersonId): void {
  const until = setting.clock.now().getTime() + LASTS_MS.local;
  const value = seal(setting, { id: randomUUID(), purpose: 'local', personId, until });
  setCookie(setting, response, { name: INBOX_COOKIE, value, path: ROOM, lastsMs: LASTS_MS.local });
}

/** The session of an answer link is seen by that prompt's pages only. */
export function startLinkSession(setting: RoomSetting, response: Response, link: RoomLink): void {
  const until = Math.min(link.until, setting.clock.now().getTime() + LASTS_MS.link);
  const value = seal(setting, { ...link, id: randomUUID(), until });
  if (link.purpose === 'inbox') setCookie(setting, response, { name: INBOX_COOKIE, value, path: ROOM });
  else setCookie(setting, response, { name: ANSWER_COOKIE, value, path: answerPath(link.promptId) });
}

export function endSession(setting: RoomSetting, response: Response): void {
  clearCookie(setting, response, { name: INBOX_COOKIE, path: ROOM });
}

export async function findVisitor(setting: RoomSetting, request: Request): Promise<Found> {
  const session = openSession(setting, request, INBOX_COOKIE);
  const purpose = setting.isLocal ? ['local', 'inbox'] : ['inbox'];
  return session && purpose.includes(session.purpose) ? findPerson(setting, request, session) : { kind: 'nobody' };
}

/** The visitor that an answer link let in, to this prompt only. */
export async function findAnswerer(setting: RoomSetting, request: Request, promptId: PromptId): Promise<Found> {
  const session = openSession(setting, request, ANSWER_COOKIE);
  const isTheirs = session?.purpose === 'answer' && session.promptId === promptId;
  return isTheirs ? findPerson(setting, request, session) : { kind: 'nobody' };
}

export function rememberLanguage(setting: RoomSetting, response: Response, language: Language): void {
  setCookie(setting, response, { name: LANGUAGE_COOKIE, value: language, path: ROOM, lastsMs: 365 * 24 * HOUR_MS });
}

export function readLanguage(request: Request): Language | undefined {
  return Language.safeParse(readCookie(request, LANGUAGE_COOKIE)).data;
}

function seal(setting: RoomSetting, session: RoomSession): string {
  return setting.seal.close('session', session);
}

function openSession(setting: RoomSetting, request: Request, name: string): RoomSession | undefined {
  const session = setting.seal.open('session', readCookie(request, name) ?? '', RoomSession);
  return session && session.until > setting.clock.now().getTime() ? session : undefined;
}

async function findPerson(setting: RoomSetting, request: Request, session: RoomSession): Promise<Found> {
  const person = await setting.people.findPerson(session.personId);
  const county = (await setting.people.listCounties()).find(({ id }) => id === person?.countyId);
  if (!person || !county) return { kind: 'stranger' };
  return {
    kind: 'visitor',
    visitor: {
      sessionId: session.id,
      person,
      county,
      user: { platform: 'room', tenant: county.id, user: person.id },
      language: readLanguage(request) ?? person.language,
      csrf: setting.seal.prove('csrf', session.id),
    },
  };
}
