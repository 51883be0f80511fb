// Which language does the reader want: the one they chose, else their own, else their browser's?
import type { Request, RequestHandler, Response } from 'express';
import { readCookie, setCookie } from '../../page/cookie.ts';
import { Language } from '../../text/language.ts';
import { DESK, type DeskSetting } from './desk-setting.ts';

const COOKIE = 'samverk_desk_language';
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

export function readLanguage(request: Request): Language | undefined {
  return Language.safeParse(readCookie(request, COOKIE)).data;
}

/** For whoever is not known yet. */
export function guessLanguage(request: Request): Language {
  return readLanguage(request) ?? (request.acceptsLanguages('sv', 'en') === 'en' ? 'en' : 'sv');
}

/** "?language=en" on any page is remembered, and then dropped from the address. */
export function switchLanguage(setting: DeskSetting): RequestHandler {
  return (request, response, next) => {
    const language = Language.safeParse(request.query.language).data;
    if (request.method !== 'GET' || !language) return next();
    const url = new URL(request.originalUrl, 'http://desk');
    url.searchParams.delete('language');
    remember(setting, response, language);
    response.redirect(303, `${url.pathname}${url.search}`);
  };
}

function remember(setting: DeskSetting, response: Response, value: Language): void {
  setCookie(setting, response, { name: COOKIE, value, path: DESK, lastsMs: YEAR_MS });
}

export function withLanguage(url: string, language: Language): string {
  return `${url}${url.includes('?') ? '&' : '?'}language=${language}`;
}
