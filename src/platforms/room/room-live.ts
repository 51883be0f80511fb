// Tells open pages when something is new: they then fetch what has changed.
import type { Request, Response } from 'express';
import type { ConversationId, PersonId } from '../../ids.ts';
import type { RoomSetting } from './room-setting.ts';
import { toStamp, WATCHED } from './room-stamp.ts';
import { listVersions } from './room-store.ts';

const EVERY_MS = 1000;
const KEEP_ALIVE_MS = 25_000;
/** Then the browser comes again by itself, and is asked anew who it is. */
const LASTS_MS = 10 * 60 * 1000;
const MOST_PER_PERSON = 8;
const MOST = 2000;
const MOST_ROWS = 5000;

interface Page {
  readonly personId: PersonId;
  readonly conversationIds: readonly ConversationId[];
  readonly response: Response;
  stamp: string;
}

export interface Opening {
  readonly personId: PersonId;
  readonly conversationIds: readonly ConversationId[];
}

export interface Live {
  open(request: Request, response: Response, opening: Opening): void;
  /** Ends every stream, so that the server can stop. */
  close(): void;
}

/** One query a second for all open pages together, and none while no page is open. */
export function createLive(setting: RoomSetting): Live {
  const pages = new Set<Page>();
  let timer: NodeJS.Timeout | undefined;
  let isReading = false;

  async function tell(): Promise<void> {
    if (isReading) return;
    isReading = true;
    try {
      await tellChanges(setting, [...pages]);
    } catch (error) {
      setting.log.warn('room.live-failed', error);
    } finally {
      isReading = false;
    }
  }

  function leave(page: Page): void {
    pages.delete(page);
    if (pages.size > 0 || !timer) return;
    clearInterval(timer);
    timer = undefined;
  }

  return {
    open: (request, response, opening) => {
      const own = [...pages].filter(({ personId }) => personId === opening.personId);
      // 204 tells the browser not to come again; the page still works when it is loaded anew.
      if (pages.size >= MOST || own.length >= MOST_PER_PERSON) {
        response.status(204).end();
        return;
      }
      const stamp = request.header('last-event-id') ?? String(request.query.since ?? '');
      const page: Page = { ...opening, response, stamp };
      startStream(response);
      pages.add(page);
      timer ??= setInterval(() => void tell(), EVERY_MS);
      const keepAlive = setInterval(() => response.write(': here\n\n'), KEEP_ALIVE_MS);
      const ending = setTimeout(() => response.end(), LASTS_MS);
      response.once('close', () => {
        clearInterval(keepAlive);
        clearTimeout(ending);
        leave(page);
      });
    },
    close: () => {
      for (const { response } of pages) response.end();
    },
  };
}

async function tellChanges(setting: RoomSetting, pages: readonly Page[]): Promise<void> {
  const ids = [...new Set(pages.flatMap(({ conversationIds }) => conversationIds))];
  const versions = await listVersions(setting.db, ids, Math.min(MOST_ROWS, WATCHED * ids.length));
  for (const page of pages) {
    const stamp = toStamp(versions.filter(({ conversationId }) => page.conversationIds.includes(conversationId)));
    if (stamp === page.stamp) continue;
    page.stamp = stamp;
    page.response.write(`id: ${stamp}\nevent: changed\ndata: ${stamp}\n\n`);
  }
}

function startStream(response: Response): void {
  response.set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    // Proxies would otherwise gather the events before they pass them on.
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  response.write('retry: 2000\n\n');
}
