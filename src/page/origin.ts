// Does a request come from our own pages, and from this computer?
import type { Request } from 'express';

export interface Site {
  /** Where people reach us, as "https://samverk.example.org". */
  readonly publicUrl: string;
  /** Only this machine can reach us, by whatever name it has for itself. */
  readonly isLocal: boolean;
}

/** A form must come from our own pages. */
export function isOwnOrigin({ publicUrl, isLocal }: Site, request: Request): boolean {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  // Older browsers and programs send neither; they are held by the cookie's SameSite and the form's proof.
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
  return origin === (isLocal ? `http://${host}` : new URL(publicUrl).origin);
}

/**
 * The address must be this computer's own, or another name could be pointed at it (DNS rebinding), and no proxy may stand
 * between, or the whole network could come in.
 */
export function isFromThisComputer({ headers }: Request): boolean {
  return isLoopback(headers.host) && !isRelayed(Object.keys(headers));
}

function isLoopback(host: string | undefined): boolean {
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : undefined;
  return url !== undefined && /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}

function isRelayed(headers: readonly string[]): boolean {
  return headers.some((name) => name === 'forwarded' || name.startsWith('x-forwarded-'));
}
