// The cookies of our pages: never readable by scripts, never sent along from other sites.
import type { Request, Response } from 'express';

export interface CookiePlace {
  readonly name: string;
  /** Only these addresses and those below see it. */
  readonly path: string;
}

export interface Cookie extends CookiePlace {
  readonly value: string;
  /** Without it the cookie ends with the browser. */
  readonly lastsMs?: number;
}

export interface Reached {
  readonly isHttps: boolean;
}

export function readCookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}

export function setCookie(reached: Reached, response: Response, { name, value, path, lastsMs }: Cookie): void {
  response.cookie(name, value, {
    ...toAttributes(reached, path),
    ...(lastsMs === undefined ? {} : { maxAge: lastsMs }),
  });
}

export function clearCookie(reached: Reached, response: Response, { name, path }: CookiePlace): void {
  response.clearCookie(name, toAttributes(reached, path));
}

function toAttributes({ isHttps }: Reached, path: string) {
  return { path, httpOnly: true, sameSite: 'lax', secure: isHttps } as const;
}
