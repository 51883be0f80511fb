// Sends a page to a browser, and keeps it out of every cache: it is for this person, now.
import type { Request, Response } from 'express';
import { type RefusalKind, refusals, renderRefusal } from './refusal-page.tsx';
import type { Outcome } from './room-outcome.ts';
import { readLanguage } from './room-session.ts';

export function sendPage(response: Response, page: string, status = 200): void {
  response.status(status).set('Cache-Control', 'no-store').type('html').send(page);
}

export function refuse(request: Request, response: Response, kind: RefusalKind): void {
  const language = readLanguage(request) ?? (request.acceptsLanguages('sv', 'en') === 'en' ? 'en' : 'sv');
  sendPage(response, renderRefusal(kind, language), refusals[kind]);
}

/** Of a page that shows what came of an act. */
export function toStatus(outcome: Outcome | undefined): number {
  const answer = outcome?.answer;
  if (answer?.kind === 'not-kept') return answer.text === undefined ? 503 : 422;
  return answer?.kind === 'faults' ? 422 : 200;
}
