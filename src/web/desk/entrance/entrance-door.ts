// The ways to the desk and away from it: a link that is asked for, a link that is used, and out again.
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { countAttempt } from '../../../database/attempt-store.ts';
import { listCounties } from '../../../directory/county-store.ts';
import { listPeople } from '../../../directory/person-store.ts';
import { lookAtLink, useSignInLink } from '../../../directory/sign-in-store.ts';
import { CountyId, PersonId } from '../../../ids.ts';
import { guessLanguage } from '../desk-language.ts';
import { refuse, sendPage } from '../desk-response.ts';
import { DESK, type DeskSetting } from '../desk-setting.ts';
import { askForLetter } from './ask-for-letter.ts';
import { findVisitor, forgetCookie, isOwnForm, signIn } from './desk-session.ts';
import { findLocalPerson, listChoices } from './local-people.ts';
import { endSession, endSessionsOf } from './session-store.ts';
import { renderLinkPage, renderSent, renderSignIn } from './sign-in-pages.tsx';

const Address = z.object({ address: z.string().trim().max(254).pipe(z.email()) });
const Chosen = z.object({ county: CountyId, person: PersonId });
const Leaving = z.object({ everywhere: z.literal('yes').optional() });

/**
 * Guessing is hopeless with so many random bytes. Behind a proxy all come from one address: whoever has a right link is never
 * held up by those who guess.
 */
const WRONG = { most: 120, perMinutes: 10 };

export function createEntranceDoor(setting: DeskSetting): Router {
  const { database, clock } = setting.road;
  return Router()
    .get('/in', async (request, response) => {
      const found = await findVisitor(setting, request);
      if (found.kind === 'visitor') return response.redirect(303, DESK);
      if (found.kind === 'stranger') forgetCookie(setting, response);
      await showSignIn(setting, request, response);
    })
    .post('/in', async (request, response) => {
      const { data } = Address.safeParse(request.body);
      const language = guessLanguage(request);
      if (!setting.hasMail) return refuse(request, response, 'not-found');
      if (!data)
        return sendPage(response, renderSignIn({ setting, language, isFault: true, typed: readTyped(request) }), 422);
      if (!(await askForLetter(setting, data.address, nameSource(request))))
        return refuse(request, response, 'too-often');
      // The same words and the same work, whoever it is.
      sendPage(response, renderSent(language));
    })
    .get('/in/:token', async (request, response) => {
      const { kind } = await lookAtLink(database.db, request.params.token, clock.now());
      sendPage(
        response,
        renderLinkPage({ kind, token: request.params.token, language: guessLanguage(request) }),
        toStatus(kind),
      );
    })
    .post('/in/:token', async (request, response) => {
      const now = clock.now();
      const { token } = request.params;
      const used = await database.transaction((tx) => useSignInLink(tx, token, now));
      if (used.kind === 'valid') {
        await signIn(setting, response, used.holder);
        setting.road.log.info('desk.signed-in', { person: used.holder.personId });
        return response.redirect(303, DESK);
      }
      const attempt = { scope: `enter:${nameSource(request)}`, now };
      if (!(await countAttempt(database.db, attempt, WRONG))) return refuse(request, response, 'too-often');
      sendPage(response, renderLinkPage({ kind: used.kind, token, language: guessLanguage(request) }), 403);
    })
    .post('/be', async (request, response) => {
      const { data } = Chosen.safeParse(request.body);
      const person = setting.isLocal && data && (await findLocalPerson(database.db, data));
      if (!person) return refuse(request, response, 'not-found');
      await signIn(setting, response, { countyId: person.countyId, personId: person.id });
      response.redirect(303, DESK);
    })
    .post('/leave', async (request, response) => {
      const found = await findVisitor(setting, request);
      if (found.kind === 'visitor') {
        if (!isOwnForm(setting, found.visitor, request.body?._csrf)) return refuse(request, response, 'stale');
        const { session } = found.visitor;
        const isEverywhere = Leaving.safeParse(request.body).data?.everywhere === 'yes';
        await (isEverywhere ? endSessionsOf(database.db, session) : endSession(database.db, session));
      }
      forgetCookie(setting, response);
      response.redirect(303, `${DESK}/in`);
    });
}

async function showSignIn(setting: DeskSetting, request: Request, response: Response): Promise<void> {
  const language = guessLanguage(request);
  if (!setting.isLocal) return sendPage(response, renderSignIn({ setting, language }));
  const { db } = setting.road.database;
  const counties = await listCounties(db);
  const countyId = z.string().safeParse(request.query.county).data;
  const county = counties.find(({ id }) => id === countyId) ?? (counties.length === 1 ? counties[0] : undefined);
  const choices = county ? await listChoices(setting.road, county, await listPeople(db, county.id)) : [];
  sendPage(response, renderSignIn({ setting, language, local: { counties, county, choices } }));
}

function toStatus(kind: 'valid' | 'forged' | 'expired' | 'used'): number {
  return kind === 'valid' ? 200 : 403;
}

function readTyped({ body }: Request): string {
  return z.object({ address: z.string().max(254) }).safeParse(body).data?.address ?? '';
}

function nameSource({ socket }: Request): string {
  return socket.remoteAddress ?? 'unknown';
}
