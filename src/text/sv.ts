// Every sentence in Swedish, the source language. English is typed from it, so that a missing key does not compile.
import { appointments } from './sv/appointments.ts';
import { calls } from './sv/calls.ts';
import { chat } from './sv/chat.ts';
import { commandArguments } from './sv/command-arguments.ts';
import { contactChecks } from './sv/contact-checks.ts';
import { contacts } from './sv/contacts.ts';
import { desk } from './sv/desk.ts';
import { deskActs } from './sv/desk-acts.ts';
import { deskChat } from './sv/desk-chat.ts';
import { deskPages } from './sv/desk-pages.ts';
import { deskYear } from './sv/desk-year.ts';
import { events } from './sv/events.ts';
import { feeds } from './sv/feeds.ts';
import { findings } from './sv/findings.ts';
import { followUps } from './sv/follow-ups.ts';
import { forms } from './sv/forms.ts';
import { lights } from './sv/lights.ts';
import { meetings } from './sv/meetings.ts';
import { memos } from './sv/memos.ts';
import { needs } from './sv/needs.ts';
import { planYear } from './sv/plan-year.ts';
import { plans } from './sv/plans.ts';
import { reports } from './sv/reports.ts';
import { road } from './sv/road.ts';
import { room } from './sv/room.ts';
import { sheets } from './sv/sheets.ts';
import { signIn } from './sv/sign-in.ts';
import { slack } from './sv/slack.ts';
import { slackInstall } from './sv/slack-install.ts';
import { surveys } from './sv/surveys.ts';
import { teams } from './sv/teams.ts';
import { watches } from './sv/watches.ts';

export const sv = {
  appointments,
  calls,
  chat,
  commandArguments,
  contactChecks,
  contacts,
  deskActs,
  deskPages,
  desk,
  deskChat,
  deskYear,
  events,
  findings,
  followUps,
  feeds,
  forms,
  lights,
  meetings,
  memos,
  needs,
  planYear,
  plans,
  reports,
  road,
  room,
  sheets,
  signIn,
  slack,
  slackInstall,
  surveys,
  teams,
  watches,
};
export type Texts = typeof sv;
