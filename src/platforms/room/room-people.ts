// What the room needs to know about people: who there is, and what each may see. main.ts fulfils it.
import type { ZoneName } from '../../calendar/zone.ts';
import type { CountyId, PersonId } from '../../ids.ts';
import type { Conversation } from '../../platform.ts';
import type { Language } from '../../text/language.ts';

export interface RoomCounty {
  readonly id: CountyId;
  readonly name: string;
  readonly isExample: boolean;
  /** An example's dates were moved this many years, so that they lie ahead. */
  readonly yearsMoved: number;
  readonly language: Language;
  readonly zone: ZoneName;
}

export interface RoomPerson {
  readonly id: PersonId;
  readonly countyId: CountyId;
  readonly name: string;
  /** The role in words: "Kommundirektör". */
  readonly title: string;
  readonly organisation: string;
  readonly groups: readonly string[];
  readonly language: Language;
}

/** A conversation of the room that a person may see. */
export interface RoomPlace {
  readonly conversation: Conversation;
  /** There where the conversation belongs to a group. */
  readonly groupName?: string;
}

export interface RoomPeople {
  listCounties(): Promise<readonly RoomCounty[]>;
  listPeople(countyId: CountyId): Promise<readonly RoomPerson[]>;
  /** Undefined also for somebody whose every membership has ended. */
  findPerson(id: PersonId): Promise<RoomPerson | undefined>;
  listPlaces(id: PersonId): Promise<readonly RoomPlace[]>;
}
