// The way in by an answer link: one prompt's form for one person, and nothing else.
import { type Request, type Response, Router } from 'express';
import { PromptId } from '../../ids.ts';
import type { Handle, Incoming } from '../../platform.ts';
import { renderAnswerPage } from './question-page.tsx';
import { performAct } from './room-act.ts';
import { isOwnForm } from './room-guard.ts';
import { readAct } from './room-incoming.ts';
import { addOutcome, keepOutcome, readOutcome } from './room-outcome.ts';
import { refuse, sendPage, toStatus } from './room-response.ts';
import { answerPath, findAnswerer, type Visitor } from './room-session.ts';
import type { RoomSetting } from './room-setting.ts';
import type { Visit } from './room-visit.ts';

export function createAnswerDoor(setting: RoomSetting, handle: Handle): Router {
  return Router()
    .get('/a/:promptId', async (request, response) => {
      const answerer = await admit(setting, request, response);
      if (!answerer) return;
      const outcome = readOutcome(setting, request, answerer.visitor.sessionId);
      await show(response, { ...toVisit(answerer), outcome }, answerer.promptId);
    })
    .post('/a/:promptId', async (request, response) => {
      const answerer = await admit(setting, request, response);
      if (!answerer) return;
      const { visitor, promptId } = answerer;
      const isOwn = isOwnForm(setting, visitor.sessionId, request.body?._csrf);
      const act = isOwn ? readAct(request.body, visitor.user) : undefined;
      if (!act || !isAbout(act.incoming, promptId)) return refuse(request, response, 'stale');
      const outcome = await performAct(setting, handle, act);
      if (keepOutcome(setting, response, { nonce: act.nonce, sessionId: visitor.sessionId, outcome })) {
        return response.redirect(303, addOutcome(answerPath(promptId), act.nonce));
      }
      await show(response, { ...toVisit(answerer), outcome }, promptId);
    });

  function toVisit({ visitor, promptId }: Answerer): Visit {
    return { setting, handle, visitor, at: { kind: 'question', promptId } };
  }
}

interface Answerer {
  readonly visitor: Visitor;
  readonly promptId: PromptId;
}

async function admit(setting: RoomSetting, request: Request, response: Response): Promise<Answerer | undefined> {
  const promptId = PromptId.safeParse(request.params.promptId).data;
  if (!promptId) {
    refuse(request, response, 'not-found');
    return undefined;
  }
  const found = await findAnswerer(setting, request, promptId);
  if (found.kind === 'visitor') return { visitor: found.visitor, promptId };
  refuse(request, response, found.kind === 'stranger' ? 'stranger' : 'closed');
  return undefined;
}

async function show(response: Response, visit: Visit, promptId: PromptId): Promise<void> {
  sendPage(response, await renderAnswerPage(visit, promptId), toStatus(visit.outcome));
}

function isAbout(incoming: Incoming, promptId: PromptId): boolean {
  return incoming.kind !== 'wrote' && incoming.promptId === promptId;
}
