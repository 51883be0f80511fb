// Are answers told under what they are about, with all their versions, who gave them and on whose behalf?
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { compileReport } from '../../src/followup/compile-report.ts';
import { listActivitiesOf } from '../../src/followup/report.ts';
import { CountyId } from '../../src/ids.ts';
import { createTopics } from '../../src/main.ts';
import type { Answers } from '../../src/message/form.ts';
import { describeOnDatabase, emptyTables } from '../fake/test-database.ts';
import { importCounty } from '../journey/import-county.ts';

const countyId = CountyId.parse('kalmar');
const now = new Date('2025-01-20T09:00:00Z');
const ANSWER_BY = new Date('2024-03-22T22:59:00Z');

interface Asking {
  readonly topic: string;
  readonly subjectId: string;
  readonly question: string;
  readonly period: string;
  readonly form: { readonly fields: readonly object[] };
}

interface Answered {
  readonly answers: Answers;
  readonly at: string;
  readonly personId?: string;
  readonly receipt?: string;
}

const light = (key: string) => ({ kind: 'light', key, label: 'Läge', required: true }) as const;

describeOnDatabase((open) => {
  let database: Database;
  beforeEach(async () => {
    database ??= await open();
    await emptyTables(database);
    await importCounty({ database, topics: createTopics(), now: new Date('2024-01-02T08:00:00Z') }, 'kalmar');
  });

  /** One question put to Kalmar's municipality, and its versions of the answer. */
  async function ask(asking: Asking, ...versions: readonly Answered[]): Promise<string> {
    const [promptId, organisationId] = [randomUUID(), 'kalmar/kalmar'];
    const { topic, subjectId, question, period, form } = asking;
    await database.db.prompt.create({
      data: {
        ...{
          id: promptId,
          key: randomUUID(),
          countyId,
          topic,
          subjectId,
          question,
          period,
          form: { fields: [...form.fields] },
        },
        ...{ title: 'Uppföljning 2024', language: 'sv', answerPer: 'organisation' },
        ...{
          opensAt: new Date('2024-03-01T08:00:00Z'),
          answerBy: ANSWER_BY,
          closesAt: new Date('2024-12-31T22:59:00Z'),
        },
      },
    });
    const unit = `organisation:${organisationId}`;
    const personId = 'kalmar/kalmar-kontakt';
    await database.db.asked.create({ data: { promptId, personId, countyId, unit, organisationId } });
    for (const [index, { answers, at, personId: by = personId, receipt = `KVIT-${index}` }] of versions.entries()) {
      const who = { personId: by, organisationId, insteadOfId: by === personId ? null : personId };
      await database.db.reply.create({
        data: {
          ...{ id: randomUUID(), countyId, promptId, unit, topic, subjectId, period, ...who, answers },
          ...{ version: index + 1, isCurrent: index === versions.length - 1, isCopy: false, receipt },
          ...{ isLate: new Date(at) > ANSWER_BY, repliedAt: new Date(at), incomingId: randomUUID() },
        },
      });
    }
    return promptId;
  }

  /** One question of a check-in about one activity, put to whoever is its owner just then. */
  const askAbout = (share: string, ...versions: readonly Answered[]) =>
    ask(
      {
        ...{ topic: 'plan', subjectId: `kalmar/plan-2024/${share}`, question: 'mars-2024', period: '2024-mars' },
        form: { fields: [light('lightYkortareXvantetidXsfi')] },
      },
      ...versions,
    );

  const compile = () => compileReport(database.db, { countyId, year: 2024 }, now);

  test('one answer about several activities is told of each, changed ones with what they were', async () => {
    const [a, b] = ['kortareXvantetidXsfi', 'egetXkontrakt'];
    await ask(
      {
        ...{ topic: 'plan', subjectId: 'kalmar/plan-2024/kalmar', question: 'mars-2024', period: '2024-mars' },
        form: { fields: [light(`lightY${a}`), light(`lightY${b}`)] },
      },
      { answers: { [`lightY${a}`]: 'red', [`lightY${b}`]: 'green' }, at: '2024-03-20T08:00:00Z' },
      {
        answers: { [`lightY${a}`]: 'yellow', [`commentY${a}`]: 'Två lärare saknas', [`lightY${b}`]: 'green' },
        at: '2024-04-02T08:00:00Z',
      },
    );

    const report = await compile();

    const find = (slug: string) => listActivitiesOf(report).find(({ id }) => id === `kalmar/${slug}`);
    expect(find('kortare-vantetid-sfi')).toMatchObject({
      light: 'yellow',
      checkIns: [
        { round: 'mars', lights: ['red', 'yellow'], comment: 'Två lärare saknas', isLate: false, receipt: 'KVIT-1' },
      ],
    });
    expect(find('eget-kontrakt')).toMatchObject({ light: 'green', checkIns: [{ lights: ['green', 'green'] }] });
    expect(report.rounds[0]).toMatchObject({ lights: { green: 1, yellow: 1, red: 0, unrated: 0 }, silent: 0 });
    expect(report.rates.total).toMatchObject({ asked: 1, onTime: 1, late: 0, silent: 0 });
  });

  test('who is silent about several activities is silent about each', async () => {
    await ask({
      ...{ topic: 'plan', subjectId: 'kalmar/plan-2024/kalmar', question: 'mars-2024', period: '2024-mars' },
      form: { fields: [light('lightYkortareXvantetidXsfi'), light('lightYegetXkontrakt')] },
    });

    const { rounds, rates } = await compile();

    expect(rounds[0]?.silent).toBe(2);
    expect(rates.total.silent).toBe(1);
  });

  test('an activity that two were asked about counts once in a round, whether they answered or not', async () => {
    await askAbout('kalmar');
    await askAbout('nybro');
    const silent = await compile();
    const say = (light: string, at: string) => ({ answers: { lightYkortareXvantetidXsfi: light }, at, receipt: at });
    await askAbout('vimmerby', say('green', '2024-03-21T08:00:00Z'));
    await askAbout('emmaboda', say('red', '2024-03-20T08:00:00Z'));
    await askAbout('torsas', say('red', '2024-03-19T08:00:00Z'));
    const answered = await compile();

    expect(silent.rounds[0]).toMatchObject({ lights: { green: 0 }, silent: 1 });
    // What was said last.
    expect(answered.rounds[0]).toMatchObject({ lights: { green: 1, red: 0 }, silent: 0 });
    expect(answered.lights).toMatchObject({ green: 1, red: 0 });
  });

  test('who was released before they had answered is not silent', async () => {
    const promptId = await askAbout('kalmar');
    await database.db.asked.updateMany({ where: { promptId }, data: { releasedAt: new Date('2024-03-05T08:00:00Z') } });

    const report = await compile();

    expect(report.rounds[0]?.silent).toBe(0);
    expect(listActivitiesOf(report).flatMap(({ checkIns }) => checkIns)).toEqual([]);
  });

  test('the questions of the follow-up are told in the words in which they were put, with who answered', async () => {
    await ask(
      {
        ...{ topic: 'followup', subjectId: 'kalmar/2024/rad', question: 'form', period: '2024' },
        form: {
          fields: [
            {
              kind: 'text',
              key: 'kunskap',
              label: 'Vilken kunskap finns?',
              required: true,
              maxLength: 500,
              isLong: true,
            },
            { ...light('planstatus'), section: 'Arbete' },
          ],
        },
      },
      { answers: { kunskap: 'God kunskap.\nFler behöver den.', planstatus: 'yellow' }, at: '2024-03-20T08:00:00Z' },
    );

    const { answers } = await compile();

    expect(answers.map(({ about, question, answer, receipt }) => [about, question, answer, receipt])).toEqual([
      ['Uppföljning 2024', 'Vilken kunskap finns?', 'God kunskap.\nFler behöver den.', 'KVIT-0'],
      ['Arbete', 'Läge', '▲ Gul', 'KVIT-0'],
    ]);
    expect(answers[0]?.by.organisation).toBe('Kalmar kommun');
    expect(answers[0]?.by.title).not.toBe('');
  });
});
