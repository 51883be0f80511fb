// The door that people install through, on a real server, with a browser that has set out from nowhere yet.
import express from 'express';
import { createMovableClock } from '../../../src/clock.ts';
import type { Database } from '../../../src/database/open.ts';
import { createAssets } from '../../../src/page/assets.ts';
import { createSlackInstall, type InstallDeps, SLACK_INSTALL } from '../../../src/platforms/slack/slack-install.ts';
import { openWorkspaces } from '../../../src/platforms/slack/slack-workspaces.ts';
import { createKeptLog } from '../../fake/kept-log.ts';
import { listenLater } from '../../fake/listen-later.ts';
import { CLIENT } from '../../fake/slack-oauth.ts';
import { createVisitor, type Visitor } from '../room/visitor.ts';

export const KEY = 'c3'.repeat(32);

export interface InstallOrder {
  readonly database: Database;
  readonly apiUrl: string;
  /** The workspaces that some county lists. */
  readonly listed: readonly string[];
  readonly deps?: Partial<InstallDeps>;
}

export async function openInstall({ database, apiUrl, listed, deps = {} }: InstallOrder) {
  const { db } = database;
  const log = createKeptLog();
  const clock = createMovableClock(new Date('2026-03-11T08:00:00Z'));
  const workspaces = await openWorkspaces({ db, clock, log, keys: [KEY] });
  const server = await listenLater(() =>
    express()
      .use('/assets', createAssets())
      .use(
        SLACK_INSTALL,
        createSlackInstall({
          config: { apiUrl, ...CLIENT },
          db,
          clock,
          log,
          workspaces,
          publicUrl: server.url,
          isTenantAllowed: async (teamId) => listed.includes(teamId),
          ...deps,
        }),
      ),
  );
  server.open();
  return {
    url: server.url,
    log,
    clock,
    workspaces,
    newBrowser: (): Visitor => createVisitor(server.url),
    close: server.close,
  };
}

export type OpenInstall = Awaited<ReturnType<typeof openInstall>>;

/** Out to Slack with a browser, without following it there. @returns where Slack would be asked, and the cookie */
export async function setOut({ url }: Pick<OpenInstall, 'url'>) {
  const response = await fetch(`${url}/slack/install`, { redirect: 'manual' });
  return {
    status: response.status,
    to: new URL(response.headers.get('location') ?? ''),
    cookie: response.headers.getSetCookie().join('\n'),
    caching: response.headers.get('cache-control'),
  };
}
