// The desk's HTTP door: what is refused first, then who may see and do what. Every page and every act comes by here.
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { type Deed, may } from '../../directory/may.ts';
import { sendAsset } from '../../page/asset.ts';
import { isFromThisComputer, isOwnOrigin } from '../../page/origin.ts';
import { isTheirFault } from '../../page/their-fault.ts';
import { textsIn } from '../../text/texts.ts';
import type { DeskFile } from './desk-file.ts';
import { deskFiles } from './desk-files.ts';
import { switchLanguage } from './desk-language.ts';
import { type DeskPage, deskPages } from './desk-pages.ts';
import { type DeskPost, deskPosts } from './desk-posts.ts';
import { refuse, sendFile, sendPage } from './desk-response.ts';
import { createSetting, DESK, type DeskDeps, type DeskSetting } from './desk-setting.ts';
import { deskStyle } from './desk-style.ts';
import { type DeskVisitor, findVisitor, forgetCookie, isOwnForm } from './entrance/desk-session.ts';
import { createEntranceDoor } from './entrance/entrance-door.ts';
import { createTurns, type TakeTurn } from './turns.ts';
import type { DoneWord, Outcome, Visit } from './visit.ts';

/** To be mounted at DESK, under the app's own headers. */
export function createDesk(deps: DeskDeps): Router {
  const setting = createSetting(deps);
  const router = Router()
    .use(guard(setting))
    .get(`/assets/${deskStyle.path}`, (request, response) => sendAsset(request, response, deskStyle))
    .use(express.urlencoded({ extended: false, limit: '200kb' }))
    .use(switchLanguage(setting))
    .use(createEntranceDoor(setting));
  for (const page of deskPages) router.get(page.path, showPage(setting, page));
  const inTurn = createTurns();
  for (const file of deskFiles) router.get(file.path, giveFile(setting, file, inTurn));
  for (const post of deskPosts) router.post(post.path, doPost(setting, post));
  return router.use((request, response) => refuse(request, response, 'not-found')).use(showTrouble(setting));
}

function guard(setting: DeskSetting): RequestHandler {
  return (request, response, next) => {
    if (setting.isLocal && !isFromThisComputer(request)) return refuse(request, response, 'not-local');
    if (request.method === 'POST' && !isOwnOrigin(setting, request)) return refuse(request, response, 'foreign');
    next();
  };
}

function showPage(setting: DeskSetting, page: DeskPage): RequestHandler {
  return async (request, response) => {
    const visitor = await admit(setting, request, response, page.deed);
    if (!visitor) return;
    const outcome = readDone(request, visitor);
    const html = await page.render({ ...toVisit(setting, visitor, request), outcome });
    if (html === undefined) refuse(request, response, 'not-found');
    else sendPage(response, html);
  };
}

function giveFile(setting: DeskSetting, file: DeskFile, inTurn: TakeTurn): RequestHandler {
  return async (request, response) => {
    const visitor = await admit(setting, request, response, file.deed);
    if (!visitor) return;
    const made = await inTurn(() => file.make(toVisit(setting, visitor, request)));
    if (made === undefined) refuse(request, response, 'not-found');
    else sendFile(response, made);
  };
}

function doPost(setting: DeskSetting, post: DeskPost): RequestHandler {
  const page = deskPages.find(({ path }) => path === post.from);
  return async (request, response) => {
    const visitor = await admit(setting, request, response, post.deed);
    if (!visitor) return;
    if (!isOwnForm(setting, visitor, request.body?._csrf)) return refuse(request, response, 'stale');
    const visit = toVisit(setting, visitor, request);
    const from = `${DESK}${post.from.replace(':slug', encodeURIComponent(visit.slug))}`;
    const outcome = await post.run(visit, request.body);
    if (!outcome) return refuse(request, response, 'not-found');
    if (outcome.kind === 'led') return response.redirect(303, outcome.url);
    if (outcome.kind === 'shown') return sendPage(response, outcome.html, outcome.status);
    if (outcome.kind === 'done') return response.redirect(303, `${from}?done=${outcome.word}#done`);
    const html = await page?.render({ ...visit, path: from, query: {}, outcome });
    if (html === undefined) refuse(request, response, 'not-found');
    else sendPage(response, html, 422);
  };
}

/** Undefined where it was refused, or led to the sign-in. */
async function admit(
  setting: DeskSetting,
  request: Request,
  response: Response,
  deed: Deed | undefined,
): Promise<DeskVisitor | undefined> {
  const found = await findVisitor(setting, request);
  if (found.kind === 'visitor') {
    if (deed === undefined || may(found.visitor.actor, deed)) return found.visitor;
    refuse(request, response, 'not-allowed');
  } else if (found.kind === 'nobody' && request.method === 'GET') response.redirect(303, `${DESK}/in`);
  else {
    // Somebody else may sign in here next.
    if (found.kind === 'stranger') forgetCookie(setting, response);
    refuse(request, response, found.kind === 'nobody' ? 'stale' : 'stranger');
  }
  return undefined;
}

function toVisit(setting: DeskSetting, visitor: DeskVisitor, request: Request): Visit {
  const path = `${request.baseUrl}${request.path}`.replace(/\/+$/, '');
  return { setting, visitor, path, slug: z.string().catch('').parse(request.params.slug), query: request.query };
}

function readDone({ query }: Request, { language }: DeskVisitor): Outcome | undefined {
  const { done } = textsIn(language).deskPages;
  const isWord = (word: unknown): word is DoneWord => typeof word === 'string' && Object.hasOwn(done, word);
  return isWord(query.done) ? { kind: 'done', word: query.done } : undefined;
}

function showTrouble({ road }: DeskSetting): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const isTheirs = isTheirFault(error);
    if (!isTheirs) road.log.error('desk.request-failed', error, { method: request.method });
    if (response.headersSent) return next(error);
    // Theirs is an address that cannot be read, or a form that is too large.
    const theirs = request.method === 'POST' ? 'stale' : 'not-found';
    refuse(request, response, isTheirs ? theirs : 'trouble');
  };
}
