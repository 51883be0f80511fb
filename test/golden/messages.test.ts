// Every message that the product sends, as plain text and on each platform side by side: a year of the small county.
import { beforeAll, beforeEach, describe, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { Language } from '../../src/text/language.ts';
import { moveDeadline } from '../../src/topics/calls/call-store.ts';
import { saveMeetings } from '../../src/topics/meetings/meeting-store.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { about } from '../topics/about.ts';
import { buildMeeting, countyId, date, subject } from '../topics/build-subjects.ts';
import { expectSideBySide } from './messages.ts';
import { openYear, type Year } from './open-year.ts';

const tia = subject('tia');
const meeting = subject('mote');

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => emptyTables(database));

describe.each(Language.options)('in %s', (language) => {
  let year: Year;
  beforeEach(async () => {
    year = await openYear(database, language);
  });
  const saveMeeting = (change: object) =>
    year.save('meeting', meeting.id, (tx, now) => saveMeetings(tx, { countyId, now }, [buildMeeting(change)]));
  const expectPost = (name: string, place: string, saying?: RegExp) =>
    expectSideBySide(`${name}.${language}`, year.lastIn(place, saying));
  const expectChange = (name: string, place: string) =>
    expectSideBySide(`${name}.${language}`, year.lastChangeIn(place));

  test('a grant call, from its first step to its close', async () => {
    await year.goTo('2026-02-18T08:00:00Z');
    expectPost('call-30-days', 'natverket');
    await year.answer('umea-1', { interest: 'yes' });
    await year.goTo('2026-03-06T08:00:00Z');
    expectPost('call-14-days', 'natverket');
    await year.goTo('2026-03-18T08:00:00Z');
    expectPost('call-2-days', 'natverket');
    await year.save('call', tia.id, (tx, now) => moveDeadline(tx, tia, { closesOn: date('2026-03-27'), now }));
    await year.goTo('2026-03-18T10:00:00Z');
    expectPost('call-moved', 'natverket');
    await year.goTo('2026-03-27T08:00:00Z');
    expectPost('call-last-day', 'natverket');
    await year.goTo('2026-03-28T08:00:00Z');
    expectChange('call-closed', 'natverket');
  });

  test('a check-in, answered and not', async () => {
    await year.goTo('2026-03-09T08:00:00Z');
    // On that day the call is told of as well.
    expectPost('check-in', 'umea-1', /Avstämning mars|Check-in mars/);
    expectPost('round', 'beredningsgruppen');
    await year.goTo('2026-03-17T08:00:00Z');
    expectPost('check-in-nudge', 'umea-1');
    await year.answer('umea-1', about('sprakstod', { light: 'yellow', comment: 'Två platser saknades.' }));
    await year.goTo('2026-03-17T09:00:00Z');
    expectChange('check-in-answered', 'umea-1');
    expectChange('round-answered', 'beredningsgruppen');
    await year.goTo('2026-06-01T07:00:00Z');
    expectPost('check-in-again', 'umea-1', /Avstämning juni|Check-in juni/);
    expectPost('round-again', 'beredningsgruppen');
    await year.goTo('2026-06-11T07:00:00Z');
    await year.goTo('2026-06-15T07:00:00Z');
    expectPost('check-in-escalation', 'samordnare');
    await year.goTo('2027-01-01T08:00:00Z');
    expectChange('round-closed', 'beredningsgruppen');
  });

  test('a meeting, with somebody who cannot come', async () => {
    await year.goTo('2026-10-15T07:00:00Z');
    expectPost('meeting', 'beredningsgruppen');
    await year.answer('mig-1', { attendance: 'no' });
    await year.goTo('2026-10-15T07:10:00Z');
    expectPost('meeting-substitute', 'mig-2');
    await year.goTo('2026-10-19T07:00:00Z');
    expectPost('meeting-nudge', 'vannas-1');
    await year.goTo('2026-10-21T07:00:00Z');
    expectPost('meeting-1-day', 'beredningsgruppen');
    expectPost('meeting-escalation', 'samordnare', /har inte svarat|have not answered/);
    await year.goTo('2026-10-22T12:00:00Z');
    expectChange('meeting-closed', 'beredningsgruppen');
  });

  test('a meeting whose substitute is not needed any more', async () => {
    await year.goTo('2026-10-15T07:00:00Z');
    await year.answer('mig-1', { attendance: 'no' });
    await year.goTo('2026-10-15T07:10:00Z');
    await year.answer('mig-1', { attendance: 'yes' });
    await year.goTo('2026-10-15T07:20:00Z');
    expectPost('meeting-released', 'mig-2');
  });

  test('a meeting that is moved', async () => {
    await year.goTo('2026-10-15T07:00:00Z');
    await saveMeeting({ heldOn: '2026-10-29' });
    await year.goTo('2026-10-15T07:10:00Z');
    expectPost('meeting-moved', 'beredningsgruppen');
  });

  test('a meeting that is cancelled', async () => {
    await year.goTo('2026-10-15T07:00:00Z');
    await saveMeeting({ cancelledOn: '2026-10-16' });
    await year.goTo('2026-10-22T12:00:00Z');
    expectChange('meeting-cancelled', 'beredningsgruppen');
  });

  test('the details of contacts, right and wrong', async () => {
    await year.goTo('2026-03-02T08:00:00Z');
    expectPost('contact-check', 'mig-2');
    expectPost('contact-listing', 'samordnare');
    await year.goTo('2026-03-11T08:00:00Z');
    expectPost('contact-nudge', 'mig-2');
    await year.answer('mig-2', { isRight: 'no', comment: 'Telefonnumret är gammalt.' });
    await year.goTo('2026-03-11T08:10:00Z');
    expectPost('contact-wrong', 'samordnare', /Bosättningssamordnare/);
    await year.goTo('2026-03-31T08:00:00Z');
    expectChange('contact-closed', 'mig-2');
  });

  test('a need, on its way to an outcome', async () => {
    const need = { sv: 'behov', en: 'need' }[language];
    await year.goTo('2026-10-12T07:00:00Z');
    await year.write('sprak-1', `${need} Föreningarna behöver lokaler på kvällstid.`);
    await year.goTo('2026-10-12T07:10:00Z');
    expectPost('need-raised', 'samordnare');
    expectSideBySide(`needs.${language}`, await year.write('samordnare', need));
    await year.goTo('2026-10-15T07:00:00Z');
    expectPost('meeting-with-needs', 'beredningsgruppen');
    await year.write('samordnare', `${need} ${{ sv: 'klart', en: 'done' }[language]} 1 Tas upp i planen för 2027.`);
    await year.goTo('2026-10-15T07:10:00Z');
    expectPost('need-outcome', 'sprak-1');
    expectSideBySide(`needs-own.${language}`, await year.write('sprak-1', need));
  });

  test('an event, proposed, decided on and told of in the week’s letter', async () => {
    const event = { sv: 'aktivitet', en: 'event' }[language];
    await year.goTo('2026-03-31T07:00:00Z');
    await year.write('sprak-1', `${event} 10 april Språkcafé · Stadsbiblioteket · https://example.org/sprakcafe`);
    await year.write('umea-1', `${event} 2026-06-10--2026-06-12 Sommarläger`);
    await year.goTo('2026-03-31T07:10:00Z');
    expectPost('event-to-approve', 'samordnare', /Språkcafé/);
    await year.answer('samordnare', { decision: 'approved' }, /Språkcafé/);
    await year.answer('samordnare', { decision: 'refused', reason: 'Ni är tre som föreslår samma läger.' }, /läger/);
    await year.goTo('2026-03-31T07:20:00Z');
    expectPost('event-approved', 'sprak-1');
    expectPost('event-refused', 'umea-1', /läger/);
    expectSideBySide(`events.${language}`, await year.write('umea-1', event));
    // Monday 6 April is Easter Monday.
    await year.goTo('2026-04-07T07:00:00Z');
    expectPost('event-digest', 'natverket');
  });

  test('trouble, told to the coordinator', async () => {
    year.lose('beredningsgruppen');
    await year.goTo('2026-10-15T07:00:00Z');
    await year.goTo('2026-10-15T07:10:00Z');
    expectPost('trouble', 'samordnare');
  });

  test('what is answered to those who write', async () => {
    await year.goTo('2026-03-09T08:00:00Z');
    const words = {
      sv: {
        help: 'hjälp',
        mine: 'mina',
        calls: 'utlysningar',
        meetings: 'möten',
        plan: 'plan',
        bind: 'koppla',
        contact: 'kontakt',
      },
      en: {
        help: 'help',
        mine: 'mine',
        calls: 'calls',
        meetings: 'meetings',
        plan: 'plan',
        bind: 'connect',
        contact: 'contact',
      },
    }[language];
    const expectAnswer = async (name: string, person: string, text: string, place?: string) =>
      expectSideBySide(`${name}.${language}`, await year.write(person, text, place));

    await expectAnswer('help', 'samordnare', words.help);
    await expectAnswer('mine', 'umea-1', words.mine);
    await expectAnswer('mine-nothing', 'sprak-1', words.mine);
    await expectAnswer('mine-substitute', 'mig-2', words.mine);
    await expectAnswer('calls', 'umea-1', words.calls);
    await expectAnswer('calls-of', 'samordnare', `${words.calls} Umeå`);
    await expectAnswer('meetings', 'umea-1', words.meetings);
    await expectAnswer('contact', 'umea-1', words.contact);
    await expectAnswer('contacts', 'umea-1', `${words.contact} Umeå Bjurholm Kiruna`);
    await expectAnswer('contact-choice', 'umea-1', `${words.contact} habo`);
    await expectAnswer('plan-unchecked', 'umea-1', words.plan);
    await expectAnswer('plan-nothing', 'sprak-1', words.plan);
    const answers = { light: 'yellow', status: 'ongoing', comment: 'Två platser saknades.' };
    await year.answer('umea-1', about('sprakstod', answers), /Språkstöd/);
    await expectAnswer('plan', 'samordnare', words.plan);
    await expectAnswer('bind-choice', 'samordnare', words.bind, 'natverket');
    await expectAnswer('bind-done', 'samordnare', `${words.bind} Beredningsgruppen`, 'natverket');
  });

  test('what those are told who step in', async () => {
    await year.goTo('2026-03-09T08:00:00Z');
    const words = {
      sv: {
        substitute: 'ersättare umea-2 9–13 mars',
        show: 'ersättare',
        nobody: 'ersättare ingen',
        other: 'ersättare umea-2 för umea-1 9–20 mars',
        successor: 'efterträdare umea-2 9 mars',
        coming: 'efterträdare mig-2 för mig-1 30 juni',
        members: 'medlemmar beredningsgruppen',
      },
      en: {
        substitute: 'substitute umea-2 9–13 March',
        show: 'substitute',
        nobody: 'substitute nobody',
        other: 'substitute umea-2 for umea-1 9–20 March',
        successor: 'successor umea-2 9 March',
        coming: 'successor mig-2 for mig-1 30 June',
        members: 'members beredningsgruppen',
      },
    }[language];
    await year.tell('umea-1', words.substitute);
    expectPost('substitute', 'umea-2', /ersätter|stand in/);
    expectSideBySide(`substitutes.${language}`, await year.write('umea-1', words.show));
    await year.tell('umea-1', words.nobody);
    expectPost('substitute-taken-back', 'umea-2', /inte längre|any more/);
    expectPost('substitute-back', 'umea-1', /är dina igen|yours again/);
    await year.tell('samordnare', words.other);
    expectPost('substitute-yours', 'umea-1', /ersätter dig|stands in for you/);
    await year.tell('umea-1', words.nobody);
    await year.tell('samordnare', words.coming);
    expectPost('successor-coming', 'mig-2', /efterträder|succeed/);
    expectPost('successor-yours', 'mig-1', /efterträder dig|succeeds you/);
    await year.tell('umea-1', words.successor);
    expectPost('successor', 'umea-2', /efterträder|succeed/);
    expectSideBySide(`members.${language}`, await year.write('samordnare', words.members));
  });

  test('what it says when it comes in', async () => {
    await year.goTo('2026-03-09T08:00:00Z');
    expectSideBySide(`welcome-personal.${language}`, await year.join('umea-1', 'umea-1'));
    expectSideBySide(`welcome-shared.${language}`, await year.join('umea-1', 'nykanal'));
    expectSideBySide(`welcome-back.${language}`, await year.join('umea-1', 'natverket'));
  });
});
