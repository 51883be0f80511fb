// Everything that can be done on the desk's pages: its address, who may, and where one is led back to.
import type { Deed } from '../../directory/may.ts';
import { beginAct, dropAct, fillAct, saveAct } from './acts/act-posts.ts';
import { addActivity, changeOne } from './plans/activity-posts.ts';
import { addToLocked, copyToNext, stepPlan } from './plans/plan-posts.ts';
import { decideEvent } from './posts/decide-event.ts';
import { sendAgain } from './posts/send-again.ts';
import { settleNeed } from './posts/settle-need.ts';
import { approveYear, freezeYear, setLight } from './reports/report-posts.ts';
import type { Posted, Visit } from './visit.ts';

export interface DeskPost {
  /** After "/desk". */
  readonly path: string;
  readonly deed: Deed;
  /** The page on which it is done, after "/desk". */
  readonly from: string;
  /** Undefined where there is no such thing in the county, or not for this person. */
  run(visit: Visit, body: unknown): Promise<Posted | undefined>;
}

export const deskPosts: readonly DeskPost[] = [
  { path: '/needs/:slug/settle', deed: 'settle-need', from: '/needs', run: settleNeed },
  { path: '/events/:slug/decide', deed: 'decide-event', from: '/events', run: decideEvent },
  { path: '/deliveries/again', deed: 'send-again', from: '/deliveries', run: sendAgain },
  { path: '/acts', deed: 'schedule', from: '/plan', run: beginAct },
  { path: '/acts/:slug', deed: 'schedule', from: '/plan', run: fillAct },
  { path: '/acts/:slug/save', deed: 'schedule', from: '/plan', run: saveAct },
  { path: '/acts/:slug/drop', deed: 'schedule', from: '/plan', run: dropAct },
  { path: '/plans/:slug/step', deed: 'step-plan', from: '/plans/:slug', run: stepPlan },
  { path: '/plans/:slug/copy', deed: 'step-plan', from: '/plans/:slug', run: copyToNext },
  { path: '/plans/:slug/addenda', deed: 'step-plan', from: '/plans/:slug', run: addToLocked },
  { path: '/plans/:slug/activities', deed: 'change-plan', from: '/plans/:slug/add', run: addActivity },
  { path: '/activities/:slug/change', deed: 'change-plan', from: '/activities/:slug', run: changeOne },
  { path: '/reports/:slug/freeze', deed: 'sign-report', from: '/reports/:slug', run: freezeYear },
  { path: '/reports/:slug/approve', deed: 'sign-report', from: '/reports/:slug', run: approveYear },
  { path: '/reports/:slug/light', deed: 'sign-report', from: '/reports/:slug', run: setLight },
];
