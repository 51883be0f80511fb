// The door that Slack knocks on, by HTTP or through a socket that we hold: nobody comes in unproven, and all are heard in time.
import { type RequestHandler, Router } from 'express';
import { wallClock } from '../../clock.ts';
import { NotAllowed } from '../../errors.ts';
import type { Handle } from '../../platform.ts';
import { answerEvent } from './slack-happen.ts';
import { within } from './slack-late.ts';
import type { Parts } from './slack-parts.ts';
import { Payload } from './slack-payload.ts';
import { answerCommand, answerPress, answerShortcut } from './slack-press.ts';
import { type Hear, MOST_BODY, openReceiver } from './slack-sdk.ts';
import { holdSocket } from './slack-socket.ts';
import { answerSubmission, sayWait } from './slack-submit.ts';

/** Clocks differ a little. What comes from the future could be kept, and sent when it is its time; Bolt lets it in. */
const MOST_EARLY_S = 60;

export interface Door {
  readonly handler: RequestHandler;
  close(): Promise<void>;
}

export function openDoor(parts: Parts, handle: Handle): Door {
  const { receive } = parts.setting.config;
  const hear = createHear(parts, handle);
  if (receive.kind === 'http') {
    return { handler: createHandler(parts, openReceiver(receive.signingSecret, hear)), close: async () => {} };
  }
  // Nothing is to come in from outside.
  return { handler: Router(), close: holdSocket(parts.setting, receive.appToken, hear).close };
}

function createHandler({ setting: { log } }: Parts, receiver: Promise<RequestHandler>): RequestHandler {
  let refusals = 0;
  return Router().post(
    '/',
    (request, response, next) => {
      response.once('finish', () => {
        if (response.statusCode < 400) return;
        refusals += 1;
        log.warn('slack.refused', undefined, { status: response.statusCode, refusals });
      });
      // What is refused unread is still on its way: nothing else can come on that line.
      if (Number(request.headers['content-length']) > MOST_BODY) response.setHeader('connection', 'close');
      const sentAt = Number(request.headers['x-slack-request-timestamp']);
      if (sentAt > wallClock.now().getTime() / 1_000 + MOST_EARLY_S) response.status(401).end();
      else next();
    },
    async (request, response, next) => {
      (await receiver)(request, response, next);
    },
  );
}

/** Answered, then acknowledged: what a kill cuts short, Slack sends again. Acknowledged in time, whatever takes longer. */
function createHear(parts: Parts, handle: Handle): Hear {
  const { log, patience } = parts.setting;
  return async ({ body, acknowledge }) => {
    const payload = Payload.safeParse(body).data;
    if (!payload) return acknowledge();
    const answering = admitAndAnswer(parts, handle, payload);
    const soon = await within(patience.ackMs, answering);
    if (soon) return acknowledge(soon.done);
    await acknowledge(payload.kind === 'submission' ? sayWait(payload) : undefined);
    try {
      const response = await answering;
      if (payload.kind !== 'submission' || !response) return;
      if (response.response_action === 'update')
        await parts.show.update(payload.teamId, payload.view.id, response.view);
    } catch (error) {
      log.error('slack.late-answer-failed', error, { kind: payload.kind });
    }
  };
}

async function admitAndAnswer(parts: Parts, handle: Handle, payload: Payload) {
  const { teamId } = payload;
  if (!(await parts.setting.isTenantAllowed(teamId))) throw new NotAllowed('No county lists the workspace.');
  const installation = await parts.installations.find(teamId);
  if (!installation) throw new NotAllowed('The app is not installed in the workspace.');
  const answering = { ...parts, handle, installation };
  switch (payload.kind) {
    case 'event':
      await answerEvent(answering, payload);
      return undefined;
    case 'actions':
      await answerPress(answering, payload);
      return undefined;
    case 'submission':
      return answerSubmission(answering, payload);
    case 'shortcut':
      await answerShortcut(answering, payload);
      return undefined;
    case 'command':
      await answerCommand(answering, payload);
      return undefined;
  }
}
