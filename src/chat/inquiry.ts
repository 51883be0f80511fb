// Questions about whom to ask: who asks, in which county, and whether the county lets them know.

import type { LocalDate } from '../calendar/local-date.ts';
import { type Instant, toLocal } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import { readActor } from '../directory/actor-store.ts';
import type { County } from '../directory/county.ts';
import { type Actor, may } from '../directory/may.ts';
import type { Person } from '../directory/person.ts';
import type { Language } from '../text/language.ts';
import { type Texts, textsIn } from '../text/texts.ts';
import { type Doing, say } from './asking.ts';

/** Somebody of the county; an operator, who sees what partners see; or somebody whom nobody knows, in an organisation that the county serves. */
export type Asker =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'operator' }
  | { readonly kind: 'stranger' };

export interface Inquiry {
  readonly db: Db;
  readonly county: County;
  readonly language: Language;
  readonly now: Instant;
  readonly asker: Asker;
  /** The command's own word in the asker's language. */
  readonly command: string;
  /** What stood after it. */
  readonly rest: string;
}

type AskedBy = Pick<Inquiry, 'db' | 'county' | 'now' | 'asker'>;

export type Inquire = (inquiry: Inquiry) => Promise<Doing>;

/** The one place where the county's rule is kept: whoever may not know gets a polite no. */
export async function answerInquiry(inquire: Inquire, inquiry: Inquiry): Promise<Doing> {
  const { county, language } = inquiry;
  if (await mayKnow(inquiry)) return inquire(inquiry);
  const { refused } = textsIn(language).contacts;
  return say(county.contactsFor === 'members' ? refused.members(county.name) : refused.partners(county.name));
}

/** Source of the rule: `contactsFor` in docs/counties.md. */
export async function mayKnow(inquiry: AskedBy): Promise<boolean> {
  const { county, asker } = inquiry;
  if (asker.kind === 'person' && asker.person.countyId !== county.id) return false;
  switch (county.contactsFor) {
    case 'public':
      return true;
    case 'partners':
      return asker.kind !== 'stranger';
    case 'members':
      return asker.kind === 'person' && may(await readAsker(inquiry), 'see-contacts');
  }
}

/** What the asker is in the county today. */
export async function readAsker({ db, county, now, asker }: AskedBy): Promise<Actor> {
  switch (asker.kind) {
    case 'person':
      return readActor(db, asker.person, toLocal(now, county.timeZone).date);
    case 'operator':
      return { roles: ['operator'], convenes: [], sits: [] };
    case 'stranger':
      return { roles: [], convenes: [], sits: [] };
  }
}

export function toToday({ now, county }: Pick<Inquiry, 'now' | 'county'>): LocalDate {
  return toLocal(now, county.timeZone).date;
}

/** The word by which a command is shown. */
export function showWord(name: keyof Texts['chat']['commands'], language: Language): string {
  return textsIn(language).chat.commands[name].words[0] ?? name;
}
