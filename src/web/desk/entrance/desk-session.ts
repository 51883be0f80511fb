// Who sends this request, and what are they in their county today?
import type { Request, Response } from 'express';
import type { LocalDate } from '../../../calendar/local-date.ts';
import { toLocal } from '../../../calendar/zone.ts';
import { readActor } from '../../../directory/actor-store.ts';
import type { County } from '../../../directory/county.ts';
import { findCounty } from '../../../directory/county-store.ts';
import type { Actor } from '../../../directory/may.ts';
import { hasLeft, type Person } from '../../../directory/person.ts';
import { findPeople } from '../../../directory/person-store.ts';
import type { Holder } from '../../../directory/sign-in-store.ts';
import { clearCookie, readCookie, setCookie } from '../../../page/cookie.ts';
import type { Language } from '../../../text/language.ts';
import { readLanguage } from '../desk-language.ts';
import { DESK, type DeskSetting } from '../desk-setting.ts';
import { findSession, type Session, startSession } from './session-store.ts';

export interface DeskVisitor {
  readonly session: Session;
  readonly person: Person;
  readonly county: County;
  readonly actor: Actor;
  readonly today: LocalDate;
  readonly language: Language;
  /** Shows in a form that it was made for this session. */
  readonly csrf: string;
}

export type Found =
  | { readonly kind: 'visitor'; readonly visitor: DeskVisitor }
  /** No session, or it has ended. */
  | { readonly kind: 'nobody' }
  /** A session, but the person is no longer there. */
  | { readonly kind: 'stranger' };

export async function findVisitor(setting: DeskSetting, request: Request): Promise<Found> {
  const { database, clock } = setting.road;
  const token = openCookie(setting, request);
  const session = token && (await findSession(database.db, token, clock.now()));
  if (!session) return { kind: 'nobody' };
  const { countyId, personId } = session;
  const county = await findCounty(database.db, countyId);
  const [person] = await findPeople(database.db, countyId, [personId]);
  if (!county || !person || hasLeft(person)) return { kind: 'stranger' };
  const today = toLocal(clock.now(), county.timeZone).date;
  const actor = await readActor(database.db, person, today);
  const language = readLanguage(request) ?? person.language;
  const csrf = setting.seal.prove('csrf', session.id);
  return { kind: 'visitor', visitor: { session, person, county, actor, today, language, csrf } };
}

/** Each sign-in is a new session under a new name: what a browser had before is worth nothing for it. */
export async function signIn(setting: DeskSetting, response: Response, holder: Holder): Promise<void> {
  const { database, clock } = setting.road;
  const token = await startSession(database.db, holder, clock.now());
  const value = `${token}.${setting.seal.prove('session', token)}`;
  setCookie(setting, response, { ...toCookie(setting), value });
}

/** A cookie that was made up, or under another secret, is not asked after in the database. */
function openCookie(setting: DeskSetting, request: Request): string | undefined {
  const [token = '', proof = ''] = readCookie(request, toCookie(setting).name)?.split('.') ?? [];
  return setting.seal.isProof('session', token, proof) ? token : undefined;
}

export function forgetCookie(setting: DeskSetting, response: Response): void {
  clearCookie(setting, response, toCookie(setting));
}

/** The hidden proof in a form was made for this session. */
export function isOwnForm(setting: DeskSetting, { session }: DeskVisitor, proof: unknown): boolean {
  return typeof proof === 'string' && setting.seal.isProof('csrf', session.id, proof);
}

/** With "__Host-" no other host of the same domain can set it; that wants https and the whole site as its path. */
function toCookie({ isHttps }: DeskSetting) {
  return isHttps ? { name: '__Host-samverk_desk', path: '/' } : { name: 'samverk_desk', path: DESK };
}
