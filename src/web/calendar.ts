// DOOR 2: calendars, for whoever has the address. Whatever is wrong about an address, it looks the same: nothing is there.
import { createHash } from 'node:crypto';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Clock } from '../clock.ts';
import type { Db } from '../database/open.ts';
import { type Feed, type Sign, toToken } from '../feeds/feed.ts';
import { findFeedByToken } from '../feeds/feed-store.ts';
import { writeCalendar } from '../feeds/icalendar.ts';
import { readContent } from '../feeds/read-entries.ts';
import { createLimit } from './limit.ts';

export interface CalendarGround {
  readonly db: Db;
  readonly clock: Clock;
  /** What the addresses were made with. */
  readonly sign: Sign;
}

/** 32 bytes in base64url. */
const ADDRESS = /^([A-Za-z0-9_-]{43})\.ics$/;
/** A program asks every hour or so; a household's programs come from one address. */
const PER_CALENDAR = { most: 60, perMs: 60_000 };
/** Guessing comes to nothing with addresses this long; it is not to keep the database busy either. */
const WRONG = { most: 120, perMs: 60_000 };

/** Whoever has it keeps it this long, and asks again whether it has changed. */
const KEEP_SECONDS = 15 * 60;

export function createCalendarDoor({ db, clock, sign }: CalendarGround): RequestHandler {
  const wrong = createLimit(WRONG, clock);
  const asked = createLimit(PER_CALENDAR, clock);

  /** A secret that has been changed ends what was made with the one before. */
  async function findFeed(token: string): Promise<Feed | undefined> {
    const feed = await findFeedByToken(db, token);
    return feed && toToken(feed, sign) === token ? feed : undefined;
  }

  async function show(request: Request, response: Response, refuse: () => void): Promise<void> {
    const [, token] = ADDRESS.exec(request.params.file?.toString() ?? '') ?? [];
    const feed = token === undefined ? undefined : await findFeed(token);
    if (!feed) {
      // Behind a proxy all come from one address: whoever has the right one is never held up by those who guess.
      const from = request.ip ?? '';
      if (wrong.isOver(from)) return tellWait(response, wrong.findWait(from));
      wrong.count(from);
      return refuse();
    }
    if (asked.isOver(feed.id)) return tellWait(response, asked.findWait(feed.id));
    asked.count(feed.id);
    const content = await readContent(db, feed, clock.now());
    if (!content) return refuse();
    const { county, name, entries } = content;
    sendCalendar(request, response, writeCalendar({ name, zone: county.timeZone, entries }));
  }

  return Router().get('/:file', async (request, response, next) => {
    await show(request, response, () => next());
  });
}

function tellWait(response: Response, seconds: number): void {
  response
    .status(429)
    .set({ 'Retry-After': String(seconds), 'Cache-Control': 'no-store' })
    .end();
}

/** Nobody between the service and the program may keep it for others, or name it to a search engine. */
function sendCalendar(request: Request, response: Response, text: string): void {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  response.set({
    ETag: etag,
    'Cache-Control': `private, max-age=${KEEP_SECONDS}`,
    'X-Robots-Tag': 'noindex',
    'Referrer-Policy': 'no-referrer',
  });
  if (hasAlready(request.get('if-none-match') ?? '', etag)) {
    response.status(304).end();
    return;
  }
  response.set('Content-Disposition', 'inline; filename="samverk.ics"').type('text/calendar; charset=utf-8').send(text);
}

/** Whatever else a program says of keeping: it names what it has. */
function hasAlready(named: string, etag: string): boolean {
  return named.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
