// Every page of the desk: its address, who may see it, and what shows it.
import type { Deed } from '../../directory/may.ts';
import { renderAct } from './acts/act-posts.ts';
import { renderPlan } from './acts/plan-page.tsx';
import { renderMemo, renderSurvey } from './acts/steered-page.tsx';
import { renderCall } from './pages/call-page.tsx';
import { renderCalls } from './pages/calls-page.tsx';
import { renderContacts } from './pages/contacts-page.tsx';
import { renderDeliveries } from './pages/deliveries-page.tsx';
import { renderEvents } from './pages/events-page.tsx';
import { renderGroup } from './pages/group-page.tsx';
import { renderGroups } from './pages/groups-page.tsx';
import { renderMeeting } from './pages/meeting-page.tsx';
import { renderMeetings } from './pages/meetings-page.tsx';
import { renderNeeds } from './pages/needs-page.tsx';
import { renderRound } from './pages/round-page.tsx';
import { renderRounds } from './pages/rounds-page.tsx';
import { renderStart } from './pages/start-page.tsx';
import { renderActivity } from './plans/activity-page.tsx';
import { renderAdd } from './plans/add-page.tsx';
import { renderYearPlan } from './plans/plans-page.tsx';
import { renderReport } from './reports/report-page.tsx';
import type { Visit } from './visit.ts';
import { renderYear } from './year/year-page.tsx';

export interface DeskPage {
  /** After "/desk"; ":slug" is one thing of the reader's county. */
  readonly path: string;
  /** Without it everybody sees it who is signed in. Of one thing, the page itself asks whether it may be seen. */
  readonly deed?: Deed;
  /** Undefined where there is no such thing in the county, or not for this person. */
  render(visit: Visit): Promise<string | undefined>;
}

export const deskPages: readonly DeskPage[] = [
  { path: '/', render: renderStart },
  { path: '/plan', deed: 'schedule', render: renderPlan },
  { path: '/acts/:slug', deed: 'schedule', render: renderAct },
  { path: '/year', deed: 'see-year', render: renderYear },
  { path: '/deliveries', deed: 'see-deliveries', render: renderDeliveries },
  { path: '/groups', deed: 'see-groups', render: renderGroups },
  { path: '/groups/:slug', deed: 'see-groups', render: renderGroup },
  { path: '/meetings', deed: 'see-meetings', render: renderMeetings },
  { path: '/meetings/:slug', deed: 'see-meetings', render: renderMeeting },
  { path: '/calls', deed: 'see-calls', render: renderCalls },
  { path: '/calls/:slug', deed: 'see-calls', render: renderCall },
  { path: '/rounds', deed: 'see-rounds', render: renderRounds },
  { path: '/rounds/:slug', deed: 'see-rounds', render: renderRound },
  { path: '/surveys/:slug', deed: 'see-answers', render: renderSurvey },
  { path: '/memos/:slug', deed: 'see-answers', render: renderMemo },
  { path: '/plans', deed: 'see-plan', render: renderYearPlan },
  { path: '/plans/:slug', deed: 'see-plan', render: renderYearPlan },
  { path: '/plans/:slug/add', deed: 'change-plan', render: renderAdd },
  { path: '/activities/:slug', deed: 'see-plan', render: renderActivity },
  { path: '/reports', deed: 'see-report', render: renderReport },
  { path: '/reports/:slug', deed: 'see-report', render: renderReport },
  { path: '/contacts', deed: 'see-contacts', render: renderContacts },
  { path: '/needs', deed: 'see-needs', render: renderNeeds },
  { path: '/events', deed: 'see-events', render: renderEvents },
];
