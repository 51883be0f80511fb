// Which requests are refused before anything is looked at?
import type { Request } from 'express';
import type { RoomSetting } from './room-setting.ts';

export type Refused = 'not-local' | 'foreign';

/**
 * In local mode the address must be this computer's own, or another name could be pointed at it (DNS rebinding), and no
 * proxy may stand between, or the whole network could come in. A form must come from our own pages.
 */
export function findRefusal(setting: RoomSetting, request: Request): Refused | undefined {
  if (setting.isLocal && (!isLoopback(request.headers.host) || isRelayed(request))) return 'not-local';
  if (request.method === 'POST' && !isOwnOrigin(setting, request)) return 'foreign';
  return undefined;
}

/** The hidden proof in a form was made for this session. */
export function isOwnForm(setting: RoomSetting, sessionId: string, proof: unknown): boolean {
  return typeof proof === 'string' && setting.seal.isProof('csrf', sessionId, proof);
}

function isLoopback(host: string | undefined): boolean {
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : undefined;
  return url !== undefined && /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}

function isRelayed(request: Request): boolean {
  return Object.keys(request.headers).some((name) => name === 'forwarded' || name.startsWith('x-forwarded-'));
}

function isOwnOrigin(setting: RoomSetting, request: Request): boolean {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  // Older browsers and programs send neither; they are held by the cookie's SameSite and the form's proof.
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
  return origin === (setting.isLocal ? `http://${host}` : new URL(setting.publicUrl).origin);
}
