// The ways into the room and out of it: a choice in local mode, otherwise a link.
import { Router } from 'express';
import { z } from 'zod';
import { PersonId } from '../../ids.ts';
import { renderEntrance } from './entrance-page.tsx';
import { isOwnForm } from './room-guard.ts';
import { openLinkToken } from './room-link.ts';
import { toUrl } from './room-place.ts';
import { refuse, sendPage } from './room-response.ts';
import {
  answerPath,
  endSession,
  findVisitor,
  readLanguage,
  startLinkSession,
  startLocalSession,
} from './room-session.ts';
import { ROOM, type RoomSetting } from './room-setting.ts';

const Choice = z.object({ county: z.string().catch(''), search: z.string().trim().catch('') });
const Chosen = z.object({ person: PersonId });

export function createEntranceDoor(setting: RoomSetting): Router {
  return Router()
    .get('/', async (request, response) => {
      if (!setting.isLocal) {
        const found = await findVisitor(setting, request);
        if (found.kind === 'visitor') return response.redirect(303, toUrl({ kind: 'mine' }));
        return refuse(request, response, 'closed');
      }
      const counties = await setting.people.listCounties();
      const { county: countyId, search } = Choice.parse(request.query);
      const county = counties.find(({ id }) => id === countyId) ?? (counties.length === 1 ? counties[0] : undefined);
      const people = county ? await setting.people.listPeople(county.id) : [];
      const language = readLanguage(request) ?? county?.language ?? 'sv';
      sendPage(response, renderEntrance({ counties, county, people, search, language }));
    })
    .post('/be', async (request, response) => {
      const { data } = Chosen.safeParse(request.body);
      const person = setting.isLocal && data ? await setting.people.findPerson(data.person) : undefined;
      if (!person) return refuse(request, response, 'closed');
      startLocalSession(setting, response, person.id);
      response.redirect(303, toUrl({ kind: 'mine' }));
    })
    .get('/in/:token', async (request, response) => {
      const opened = openLinkToken(setting.seal, request.params.token, setting.clock.now());
      if (opened.kind !== 'valid') return refuse(request, response, opened.kind);
      const { link } = opened;
      if (!(await setting.people.findPerson(link.personId))) return refuse(request, response, 'stranger');
      startLinkSession(setting, response, link);
      // On to an address that says nothing: the link is not to lie in histories and logs longer than it must.
      response.redirect(303, link.purpose === 'inbox' ? toUrl({ kind: 'mine' }) : answerPath(link.promptId));
    })
    .post('/leave', async (request, response) => {
      const found = await findVisitor(setting, request);
      if (found.kind === 'visitor' && isOwnForm(setting, found.visitor.sessionId, request.body?._csrf)) {
        endSession(setting, response);
      }
      response.redirect(303, ROOM);
    });
}
