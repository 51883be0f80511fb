// Which requests are refused before anything is looked at?
import type { Request } from 'express';
import { isFromThisComputer, isOwnOrigin } from '../../page/origin.ts';
import type { RoomSetting } from './room-setting.ts';

export type Refused = 'not-local' | 'foreign';

/** In local mode only this computer comes in; a form comes from our own pages. */
export function findRefusal(setting: RoomSetting, request: Request): Refused | undefined {
  if (setting.isLocal && !isFromThisComputer(request)) return 'not-local';
  if (request.method === 'POST' && !isOwnOrigin(setting, request)) return 'foreign';
  return undefined;
}

/** The hidden proof in a form was made for this session. */
export function isOwnForm(setting: RoomSetting, sessionId: string, proof: unknown): boolean {
  return typeof proof === 'string' && setting.seal.isProof('csrf', sessionId, proof);
}
