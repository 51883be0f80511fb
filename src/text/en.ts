// Every sentence in English, typed from the Swedish.
import { appointments } from './en/appointments.ts';
import { calls } from './en/calls.ts';
import { chat } from './en/chat.ts';
import { commandArguments } from './en/command-arguments.ts';
import { contactChecks } from './en/contact-checks.ts';
import { contacts } from './en/contacts.ts';
import { desk } from './en/desk.ts';
import { deskActs } from './en/desk-acts.ts';
import { deskChat } from './en/desk-chat.ts';
import { deskPages } from './en/desk-pages.ts';
import { deskYear } from './en/desk-year.ts';
import { events } from './en/events.ts';
import { feeds } from './en/feeds.ts';
import { findings } from './en/findings.ts';
import { followUps } from './en/follow-ups.ts';
import { forms } from './en/forms.ts';
import { lights } from './en/lights.ts';
import { meetings } from './en/meetings.ts';
import { memos } from './en/memos.ts';
import { needs } from './en/needs.ts';
import { planYear } from './en/plan-year.ts';
import { plans } from './en/plans.ts';
import { reports } from './en/reports.ts';
import { road } from './en/road.ts';
import { room } from './en/room.ts';
import { sheets } from './en/sheets.ts';
import { signIn } from './en/sign-in.ts';
import { slack } from './en/slack.ts';
import { slackInstall } from './en/slack-install.ts';
import { surveys } from './en/surveys.ts';
import { teams } from './en/teams.ts';
import { watches } from './en/watches.ts';
import type { Texts } from './sv.ts';

export const en: Texts = {
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
