// A person's room: its pages, and what is done on them.
import { type Request, type Response, Router } from 'express';
import type { Handle } from '../../platform.ts';
import { renderAsk } from './ask-page.tsx';
import { renderConversation } from './conversation-page.tsx';
import { renderMine } from './mine-page.tsx';
import { renderQuestion } from './question-page.tsx';
import { performAct } from './room-act.ts';
import { isOwnForm } from './room-guard.ts';
import { readAct } from './room-incoming.ts';
import type { Live } from './room-live.ts';
import { addOutcome, keepOutcome, readOutcome } from './room-outcome.ts';
import { toPlace, toUrl } from './room-place.ts';
import { refuse, sendPage, toStatus } from './room-response.ts';
import { findVisitor, type Visitor } from './room-session.ts';
import { ROOM, type RoomSetting } from './room-setting.ts';
import type { Visit } from './room-visit.ts';

export function createInboxDoor(setting: RoomSetting, handle: Handle, live: Live): Router {
  return Router()
    .get(['/mine', '/ask', '/q/:promptId', '/c/*id'], async (request, response) => {
      const visitor = await admit(setting, request, response);
      const at = toPlace(request.originalUrl);
      if (!visitor) return;
      if (!at) return refuse(request, response, 'not-found');
      const outcome = readOutcome(setting, request, visitor.sessionId);
      await show(request, response, { setting, handle, visitor, at, outcome });
    })
    .post('/act', async (request, response) => {
      const visitor = await admit(setting, request, response);
      if (!visitor) return;
      const act = isOwnForm(setting, visitor.sessionId, request.body?._csrf) && readAct(request.body, visitor.user);
      if (!act) return refuse(request, response, 'stale');
      const outcome = await performAct(setting, handle, act);
      const at = act.at ?? { kind: 'mine' };
      if (keepOutcome(setting, response, { nonce: act.nonce, sessionId: visitor.sessionId, outcome })) {
        return response.redirect(303, addOutcome(toUrl(at), act.nonce));
      }
      await show(request, response, { setting, handle, visitor, at, outcome });
    })
    .get('/live', async (request, response) => {
      const found = await findVisitor(setting, request);
      // 204 tells the browser not to come again.
      if (found.kind !== 'visitor') return response.status(204).end();
      const { id } = found.visitor.person;
      const places = await setting.people.listPlaces(id);
      live.open(request, response, {
        personId: id,
        conversationIds: places.map(({ conversation }) => conversation.id),
      });
    });
}

async function admit(setting: RoomSetting, request: Request, response: Response): Promise<Visitor | undefined> {
  const found = await findVisitor(setting, request);
  if (found.kind === 'visitor') return found.visitor;
  if (found.kind === 'nobody' && setting.isLocal && request.method === 'GET') response.redirect(303, ROOM);
  else refuse(request, response, found.kind === 'nobody' ? 'closed' : 'stranger');
  return undefined;
}

async function show(request: Request, response: Response, visit: Visit): Promise<void> {
  const page = await render(visit);
  if (page === undefined) refuse(request, response, 'not-found');
  else sendPage(response, page, toStatus(visit.outcome));
}

function render(visit: Visit): Promise<string | undefined> {
  const { at } = visit;
  switch (at.kind) {
    case 'mine':
      return renderMine(visit);
    case 'ask':
      return renderAsk(visit);
    case 'question':
      return renderQuestion(visit, at.promptId);
    case 'conversation':
      return renderConversation(visit, at);
  }
}
