// Sends a page to a browser, and keeps it out of every cache: it is for this person, now.
import type { Request, Response } from 'express';
import { guessLanguage } from './desk-language.ts';
import { type RefusalKind, refusals, renderRefusal } from './refusal-page.tsx';

export function sendPage(response: Response, page: string, status = 200): void {
  response.status(status).set('Cache-Control', 'no-store').type('html').send(page);
}

export function refuse(request: Request, response: Response, kind: RefusalKind): void {
  sendPage(response, renderRefusal(kind, guessLanguage(request)), refusals[kind]);
}
