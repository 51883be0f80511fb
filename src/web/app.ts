// What answers which address.
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Log } from '../log.ts';
import { createAssets } from '../page/assets.ts';
import { createHeaders } from '../page/headers.ts';
import { isTheirFault } from '../page/their-fault.ts';
import type { Language } from '../text/language.ts';
import { renderRefusal } from './refusal.tsx';

export interface AppParts {
  readonly health: RequestHandler;
  /** The doors of the platforms, each at its own path. */
  readonly doors: readonly { readonly path: string; readonly handler: RequestHandler }[];
  /** Where the bare address leads. */
  readonly home: string;
  readonly isHttps: boolean;
  readonly log: Log;
}

export function createApp({ health, doors, home, isHttps, log }: AppParts): Express {
  const app = express()
    .disable('x-powered-by')
    .use(health)
    .use(createHeaders({ isHttps }))
    .use('/assets', createAssets());
  for (const { path, handler } of doors) app.use(path, handler);
  return app
    .get('/', (_request, response) => response.redirect(302, home))
    .use(refuse)
    .use(showTrouble(log));
}

const refuse: RequestHandler = (request, response) => {
  send(request, response, 'not-found');
};

function showTrouble(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const isTheirs = isTheirFault(error);
    if (!isTheirs) log.error('web.request-failed', error, { method: request.method });
    if (response.headersSent) next(error);
    else send(request, response, isTheirs ? 'not-found' : 'trouble');
  };
}

const STATUS = { 'not-found': 404, trouble: 500 } as const;

function send(
  request: Parameters<RequestHandler>[0],
  response: Parameters<RequestHandler>[1],
  kind: keyof typeof STATUS,
): void {
  const language: Language = request.acceptsLanguages('sv', 'en') === 'en' ? 'en' : 'sv';
  response.status(STATUS[kind]).set('Cache-Control', 'no-store').type('html').send(renderRefusal(kind, language));
}
