// The room's cookies: never readable by scripts, never sent along from other sites.
import type { Request, Response } from 'express';
import { ROOM, type RoomSetting } from './room-setting.ts';

export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** Only these addresses and those below see it. */
  readonly path?: string;
  /** Without it the cookie ends with the browser. */
  readonly lastsMs?: number;
}

export function readCookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}

export function setCookie(
  setting: RoomSetting,
  response: Response,
  { name, value, path = ROOM, lastsMs }: Cookie,
): void {
  response.cookie(name, value, {
    path,
    httpOnly: true,
    sameSite: 'lax',
    secure: setting.isHttps,
    ...(lastsMs === undefined ? {} : { maxAge: lastsMs }),
  });
}

export function clearCookie(setting: RoomSetting, response: Response, name: string): void {
  response.clearCookie(name, { path: ROOM, httpOnly: true, sameSite: 'lax', secure: setting.isHttps });
}
