// The places of the room that a person can be at, and their addresses.
import { ConversationId, PromptId } from '../../ids.ts';
import { ROOM } from './room-setting.ts';
import { RoomMessageId } from './room-store.ts';

export type Place =
  | { readonly kind: 'mine' }
  | { readonly kind: 'ask' }
  | { readonly kind: 'question'; readonly promptId: PromptId }
  | { readonly kind: 'conversation'; readonly id: ConversationId; readonly upTo?: RoomMessageId | undefined };

export function toUrl(place: Place): string {
  switch (place.kind) {
    case 'mine':
      return `${ROOM}/mine`;
    case 'ask':
      return `${ROOM}/ask`;
    case 'question':
      return `${ROOM}/q/${place.promptId}`;
    case 'conversation': {
      // Ids contain slashes, which proxies do not always let through when encoded.
      const path = place.id.split('/').map(encodeURIComponent).join('/');
      return `${ROOM}/c/${path}${place.upTo ? `?upTo=${place.upTo}` : ''}`;
    }
  }
}

/** The place of an address that toUrl made; undefined for any other, so that a form never leads elsewhere. */
export function toPlace(address: string): Place | undefined {
  if (!address.startsWith(`${ROOM}/`) || !URL.canParse(address, 'http://room')) return undefined;
  const { pathname, searchParams } = new URL(address, 'http://room');
  const [kind, ...rest] = pathname.slice(ROOM.length + 1).split('/');
  switch (kind) {
    case 'mine':
      return { kind: 'mine' };
    case 'ask':
      return { kind: 'ask' };
    case 'q': {
      const promptId = PromptId.safeParse(rest[0]).data;
      return promptId && { kind: 'question', promptId };
    }
    case 'c': {
      const id = ConversationId.safeParse(decode(rest)).data;
      return id && { kind: 'conversation', id, upTo: RoomMessageId.safeParse(searchParams.get('upTo')).data };
    }
    default:
      return undefined;
  }
}

function decode(segments: readonly string[]): string | undefined {
  try {
    return segments.map(decodeURIComponent).join('/');
  } catch {
    return undefined;
  }
}
