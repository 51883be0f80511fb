// Sends a page to a browser, and keeps it out of every cache: it is for this person, now.
import type { Request, Response } from 'express';
import type { MadeFile } from './desk-file.ts';
import { guessLanguage } from './desk-language.ts';
import { type RefusalKind, refusals, renderRefusal } from './refusal-page.tsx';

export function sendPage(response: Response, page: string, status = 200): void {
  response.status(status).set('Cache-Control', 'no-store').type('html').send(page);
}

/** A page with styles of its own loads nothing at all, and sends nothing anywhere. */
const OWN_STYLE =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

export function sendFile(response: Response, { bytes, type, name, hasOwnStyle }: MadeFile): void {
  response.set({ 'Cache-Control': 'no-store', 'Content-Type': type });
  if (name !== undefined) response.set('Content-Disposition', `attachment; filename="${name}"`);
  if (hasOwnStyle) response.set('Content-Security-Policy', OWN_STYLE);
  response.end(bytes);
}

export function refuse(request: Request, response: Response, kind: RefusalKind): void {
  sendPage(response, renderRefusal(kind, guessLanguage(request)), refusals[kind]);
}
