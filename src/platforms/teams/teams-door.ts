// The door that Teams knocks on: nobody comes in unproven, and what is refused is told to the log alone.
import express, { type ErrorRequestHandler, type RequestHandler, type Response, Router } from 'express';
import type { Handle } from '../../platform.ts';
import { createGate, type Refused } from './teams-admit.ts';
import { type Answering, answerActivity } from './teams-answer.ts';
import type { TeamsSetting } from './teams-setting.ts';

/** Teams sends a few KB; a form of long texts some more. */
const MOST_BODY = '256kb';

export function createDoor(
  setting: TeamsSetting,
  deps: Omit<Answering, 'setting' | 'handle'>,
  handle: Handle,
): RequestHandler {
  const gate = createGate(setting);
  const { log } = setting;
  let refusals = 0;

  function refuse({ status, reason }: Refused, response: Response): void {
    refusals += 1;
    log.warn('teams.refused', undefined, { status, reason, refusals });
    response.status(status).end();
  }

  const showTrouble: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    const status = readStatus(error);
    if (response.headersSent) return next(error);
    // Express marks what was the caller's fault: a body too large, or one that is not JSON.
    if (status !== undefined && status < 500) return refuse({ status, reason: 'body-not-read' }, response);
    log.error('teams.request-failed', error);
    response.status(500).end();
  };

  return Router()
    .post(
      '/',
      async (request, response, next) => {
        const refused = await gate.checkHeaders(request);
        if (refused) refuse(refused, response);
        else next();
      },
      express.json({ limit: MOST_BODY, type: () => true }),
      async (request, response) => {
        const admitted = await gate.admit(request, request.body);
        if ('reason' in admitted) return refuse(admitted, response);
        response.status(200).json(await answerActivity({ ...deps, setting, handle }, admitted));
      },
    )
    .use(showTrouble);
}

function readStatus(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}
