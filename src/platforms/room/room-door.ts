// The room's HTTP door: what is refused first, then who may go where.
import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { sendAsset } from '../../page/asset.ts';
import { createHeaders } from '../../page/headers.ts';
import { isTheirFault } from '../../page/their-fault.ts';
import type { Handle } from '../../platform.ts';
import { Language } from '../../text/language.ts';
import { createAnswerDoor } from './answer-door.ts';
import { createEntranceDoor } from './entrance-door.ts';
import { createInboxDoor } from './inbox-door.ts';
import { findRefusal } from './room-guard.ts';
import type { Live } from './room-live.ts';
import { refuse } from './room-response.ts';
import { roomScript } from './room-script.ts';
import { rememberLanguage } from './room-session.ts';
import type { RoomSetting } from './room-setting.ts';

export function createDoor(setting: RoomSetting, handle: Handle, live: Live): Router {
  return Router()
    .use(createHeaders(setting))
    .use((request, response, next) => {
      const refused = findRefusal(setting, request);
      if (refused) refuse(request, response, refused);
      else next();
    })
    .get(`/assets/${roomScript.path}`, (request, response) => sendAsset(request, response, roomScript))
    .use(express.urlencoded({ extended: false, limit: '200kb' }))
    .use(switchLanguage(setting))
    .use(createEntranceDoor(setting), createInboxDoor(setting, handle, live), createAnswerDoor(setting, handle))
    .use((request, response) => refuse(request, response, 'not-found'))
    .use(showTrouble(setting));
}

/** "?language=en" on any page is remembered, and then dropped from the address. */
function switchLanguage(setting: RoomSetting): RequestHandler {
  return (request, response, next) => {
    const language = Language.safeParse(request.query.language).data;
    if (request.method !== 'GET' || !language) return next();
    const url = new URL(request.originalUrl, 'http://room');
    url.searchParams.delete('language');
    rememberLanguage(setting, response, language);
    response.redirect(303, `${url.pathname}${url.search}`);
  };
}

function showTrouble(setting: RoomSetting): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const isTheirs = isTheirFault(error);
    if (!isTheirs) setting.log.error('room.request-failed', error, { method: request.method });
    if (response.headersSent) return next(error);
    // Theirs is an address that cannot be read, or a form that is too large.
    const theirs = request.method === 'POST' ? 'stale' : 'not-found';
    refuse(request, response, isTheirs ? theirs : 'trouble');
  };
}
