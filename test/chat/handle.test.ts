// What a person does in a chat: kept once, receipted, and never at the cost of what they wrote.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { PromptId } from '../../src/ids.ts';
import type { Form } from '../../src/message/form.ts';
import { type Answer, Incoming } from '../../src/platform.ts';
import { testCounty } from '../fake/county.ts';
import { aDate, subject } from '../fake/fake-topic.ts';
import { openTestRoad, type TestRoad } from '../fake/road.ts';
import { describeOnDatabase, emptyTables } from '../fake/test-database.ts';

const [alby, beby] = testCounty.members;
const COUNTY = testCounty.id;

const light = {
  fields: [
    { key: 'light', kind: 'light', label: 'Ljus', required: true },
    {
      key: 'comment',
      kind: 'text',
      label: 'Kommentar',
      isLong: true,
      maxLength: 500,
      required: { field: 'light', isOneOf: ['yellow', 'red'] },
    },
  ],
} as const satisfies Form;

describeOnDatabase((open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(() => emptyTables(database));

  async function ask(answerPer: 'person' | 'organisation' = 'person', form?: Form): Promise<TestRoad> {
    const road = await openTestRoad(database);
    road.topic.answerPer = answerPer;
    if (form) road.topic.form = form;
    road.topic.plan = [aDate('2026-03-05')];
    await road.plan();
    await road.goTo('2026-03-05T08:00:00Z');
    return road;
  }

  async function submit(road: TestRoad, user: string, entries: Record<string, string>, rest = {}): Promise<Answer> {
    const { id } = await road.prompt();
    const from = { platform: 'room', tenant: COUNTY, user };
    const incoming = {
      kind: 'submitted',
      key: `form-${JSON.stringify(entries)}`,
      from,
      promptId: id,
      entries,
      basedOn: 0,
    };
    return road.house.handle.take(Incoming.parse({ ...incoming, ...rest }));
  }

  const storedText = async (): Promise<string> =>
    JSON.stringify([await database.db.incoming.findMany(), await database.db.reply.findMany()]);

  test('one press keeps a reply and gives a receipt with its id and time', async () => {
    const road = await ask();

    const answer = await road.press(alby.personId, { coming: 'yes' });

    const reply = await database.db.reply.findFirstOrThrow();
    expect(answer).toMatchObject({ kind: 'receipt', receipt: reply.receipt });
    expect(answer).toMatchObject({ text: expect.stringContaining(`kvitto ${reply.receipt}, torsdag 5 mars kl. 9.00`) });
    expect(reply).toMatchObject({
      personId: alby.personId,
      organisationId: alby.organisationId,
      groupId: testCounty.group,
      period: '2026',
      topic: 'call',
      subjectId: subject.id,
      answers: { coming: 'yes' },
      version: 1,
      isLate: false,
    });
    expect(road.topic.answered).toHaveLength(1);
  });

  test('the same act again, and at the same time, gives the same receipt and one reply', async () => {
    const road = await ask();

    const answers = await Promise.all(
      Array.from({ length: 4 }, () => road.press(alby.personId, { coming: 'yes' }, 'the-same-act')),
    );
    const replayed = await road.press(alby.personId, { coming: 'yes' }, 'the-same-act');

    expect(new Set([...answers, replayed].map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await database.db.reply.count()).toBe(1);
    expect(await database.db.incoming.count()).toBe(1);
    expect(road.topic.answered).toHaveLength(1);
  });

  test('a double click, two acts with the same answer, is one version', async () => {
    const road = await ask();

    const first = await road.press(alby.personId, { coming: 'yes' });
    const second = await road.press(alby.personId, { coming: 'yes' });

    expect(second).toEqual(first);
    expect(await database.db.reply.count()).toBe(1);
  });

  test('a changed answer is a new version, and the old one stays', async () => {
    const road = await ask();

    await road.press(alby.personId, { coming: 'yes' });
    await road.press(alby.personId, { coming: 'no' });

    const replies = await database.db.reply.findMany({ orderBy: { version: 'asc' } });
    expect(replies.map(({ answers, isCurrent }) => ({ answers, isCurrent }))).toEqual([
      { answers: { coming: 'yes' }, isCurrent: false },
      { answers: { coming: 'no' }, isCurrent: true },
    ]);
  });

  test('an answer after the last day is kept and marked', async () => {
    const road = await ask();
    road.clock.moveTo(new Date('2026-04-02T08:00:00Z'));

    const answer = await road.press(alby.personId, { coming: 'yes' });

    expect(answer).toMatchObject({ text: expect.stringContaining('märkt som sent') });
    expect((await database.db.reply.findFirstOrThrow()).isLate).toBe(true);
  });

  test('somebody who is not asked is told so, and nothing is kept', async () => {
    const road = await ask();

    const answer = await road.press(testCounty.coordinator, { coming: 'yes' });

    expect(answer).toMatchObject({ kind: 'note', text: expect.stringContaining('inte ställd till dig') });
    expect(await database.db.reply.count()).toBe(0);
  });

  test('a person of another county, and a stranger, learn nothing of the prompt', async () => {
    const road = await ask();
    const { id } = await road.prompt();

    const stranger = await road.house.handle.take(
      Incoming.parse({
        kind: 'pressed',
        key: 'x',
        from: { platform: 'room', tenant: 'annatlan', user: alby.personId },
        promptId: id,
        answers: { coming: 'yes' },
      }),
    );

    expect(JSON.stringify(stranger)).not.toContain('torsdag');
    expect(stranger).toMatchObject({ kind: 'note', text: expect.stringContaining('känner inte igen dig') });
    expect(await database.db.incoming.count()).toBe(0);
  });

  describe('where the organisation answers once', () => {
    test("a colleague sees the answer that is there, and may change it once they've seen it", async () => {
      const road = await ask('organisation');
      await road.press(alby.personId, { coming: 'yes' });

      const first = await road.press(alby.colleagueId, { coming: 'no' });
      const kept = await database.db.reply.count();
      const changed = await submit(road, alby.colleagueId, { coming: 'no' }, { basedOn: 1 });

      expect(first).toMatchObject({
        kind: 'form',
        basedOn: 1,
        values: { coming: 'no' },
        notice: expect.stringContaining('alby-kommun har redan svarat (torsdag 5 mars kl. 9.00, Jag kommer)'),
      });
      expect(kept).toBe(1);
      expect(changed).toMatchObject({ kind: 'receipt' });
      expect(await database.db.reply.findFirst({ where: { isCurrent: true } })).toMatchObject({
        personId: alby.colleagueId,
        version: 2,
        unit: `organisation:${alby.organisationId}`,
      });
    });

    test('a draft from before a colleague answered is shown as such, and hides no answer', async () => {
      const road = await ask('organisation', light);
      const promptId = PromptId.parse((await road.prompt()).id);
      const from = { platform: 'room', tenant: COUNTY, user: alby.colleagueId } as const;
      const draft = (entries: Record<string, string>, basedOn: number) =>
        road.house.handle.take({ kind: 'drafted', key: `draft-${basedOn}`, from, promptId, entries, basedOn });
      const look = () => road.house.handle.look({ kind: 'looked', from, promptIds: [promptId] });
      const open = () => road.house.handle.look({ kind: 'opened', from, promptId });
      await draft({ comment: 'Två platser saknas.' }, 0);
      const alone = await open();
      await submit(road, alby.personId, { light: 'green' });

      const opened = await open();
      const looked = await look();
      await draft({ light: 'red', comment: 'Två platser saknas.' }, 1);
      const after = await open();

      expect(alone).toMatchObject({ notice: 'Ditt utkast är hämtat. Det är inte skickat än.' });
      expect(opened).toMatchObject({
        basedOn: 1,
        values: { light: 'green', comment: 'Två platser saknas.' },
        notice:
          'alby-kommun har svarat (torsdag 5 mars kl. 9.00, ● Grön) sedan du började skriva. I fälten står ditt utkast, som är äldre. Skickar du det ersätter det svaret.',
      });
      expect(looked).toMatchObject({
        views: [{ status: expect.stringMatching(/^alby-kommun har redan svarat: .* I fälten står ditt utkast/) }],
      });
      expect(after).toMatchObject({ notice: 'Ditt utkast är hämtat. Det är inte skickat än.' });
    });

    test('two colleagues who answer at the same moment leave one answer, and one is told', async () => {
      const road = await ask('organisation');

      const answers = await Promise.all([
        road.press(alby.personId, { coming: 'yes' }),
        road.press(alby.colleagueId, { coming: 'no' }),
      ]);

      expect(await database.db.reply.count()).toBe(1);
      expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['form', 'receipt']);
    });
  });

  describe('a form with conditions', () => {
    test('a pressed light that needs more opens the form with it filled in, and nothing is kept', async () => {
      const road = await ask('person', light);

      const answer = await road.press(alby.personId, { light: 'yellow' });

      expect(answer).toMatchObject({ kind: 'form', values: { light: 'yellow' }, basedOn: 0 });
      expect(await database.db.reply.count()).toBe(0);
      expect(await database.db.incoming.count()).toBe(0);
    });

    test('faults come back at their fields with what was typed, and nothing is stored', async () => {
      const road = await ask('person', light);

      const answer = await submit(road, alby.personId, { light: 'red', comment: '' });

      expect(answer).toMatchObject({
        kind: 'faults',
        values: { light: 'red' },
        faults: [{ field: 'comment', message: 'Skriv ett svar när ljuset är rött.' }],
      });
      expect(await database.db.incoming.count()).toBe(0);
    });

    test('a personal number is stopped before anything is stored, in forms and in what is written', async () => {
      const road = await ask('person', light);
      const number = '811228-9874';

      const answer = await submit(road, alby.personId, { light: 'yellow', comment: `Gäller ${number}.` });
      const written = await road.house.handle.take(
        Incoming.parse({
          kind: 'wrote',
          key: 'w',
          from: { platform: 'room', tenant: COUNTY, user: alby.personId },
          text: `vem är ${number}`,
        }),
      );

      expect(answer).toMatchObject({ kind: 'faults', faults: [{ field: 'comment' }] });
      expect(written).toMatchObject({ kind: 'note' });
      expect(await storedText()).not.toContain('9874');
    });

    test("'no change' repeats last time's answer and marks it as a copy", async () => {
      const road = await ask('person', light);
      await submit(road, alby.personId, { light: 'yellow', comment: 'Två platser saknas.' });
      road.topic.plan = [...road.topic.plan, aDate('2026-03-10', { question: 'again' })];
      await road.plan();
      await road.goTo('2026-03-10T08:00:00Z');
      const again = await database.db.prompt.findFirstOrThrow({ where: { question: 'again' } });
      const from = { platform: 'room', tenant: COUNTY };
      const repeat = (user: string) =>
        road.house.handle.take(
          Incoming.parse({ kind: 'repeated', key: `r-${user}`, from: { ...from, user }, promptId: again.id }),
        );

      const answer = await repeat(alby.personId);
      const nothing = await repeat(beby.personId);

      expect(answer).toMatchObject({ kind: 'receipt' });
      expect(nothing).toMatchObject({ kind: 'note', text: expect.stringContaining('inget tidigare svar') });
      expect(await database.db.reply.findFirst({ where: { promptId: again.id } })).toMatchObject({
        isCopy: true,
        answers: { light: 'yellow', comment: 'Två platser saknas.' },
      });
    });
  });

  test("'mine' lists the open questions of the one who asks, with a button for each", async () => {
    const road = await ask();
    const write = (user: string, text: string) =>
      road.house.handle.take(
        Incoming.parse({
          kind: 'wrote',
          key: `${user}-${text}`,
          from: { platform: 'room', tenant: COUNTY, user },
          text,
        }),
      );

    const asked = await write(alby.personId, 'mina');
    const notAsked = await write(testCounty.coordinator, 'Mina ');
    const unknown = await write(alby.personId, 'mia');

    const { id } = await road.prompt();
    expect(asked).toMatchObject({
      kind: 'card',
      message: { buttons: [{ kind: 'fill', promptId: id, label: 'Kommer du på torsdag?' }] },
    });
    expect(notAsked).toMatchObject({ kind: 'card', message: { buttons: [] } });
    expect(unknown).toMatchObject({ kind: 'note', text: expect.stringContaining('"mia"') });
  });

  describe('a form is read in the language of the person', () => {
    const english: Form = {
      fields: [
        { ...light.fields[0], label: 'Status' },
        { ...light.fields[1], label: 'Comment' },
      ],
    };
    const open = async (road: TestRoad) => {
      const from = { platform: 'room', tenant: COUNTY, user: alby.personId } as const;
      return road.house.handle.look({ kind: 'opened', from, promptId: PromptId.parse((await road.prompt()).id) });
    };
    async function askInEnglish(form: Form): Promise<TestRoad> {
      const road = await ask('person', light);
      const asks = road.topic.asks;
      road.topic.asks = async (db, due, language) => {
        const swedish = await asks(db, due, language);
        return swedish && language === 'en' ? { ...swedish, title: 'Are you coming?', form } : swedish;
      };
      await database.db.person.update({ where: { id: alby.personId }, data: { language: 'en' } });
      return road;
    }

    test('with its title, its fields and what is wrong in them', async () => {
      const road = await askInEnglish(english);

      const opened = await open(road);
      const refused = await submit(road, alby.personId, { light: 'yellow', comment: '19811228-9874' });

      const worded = { language: 'en', title: 'Are you coming?', form: english };
      expect(opened).toMatchObject({ kind: 'form', ...worded });
      expect(refused).toMatchObject({ kind: 'faults', ...worded, text: expect.stringContaining('Comment') });
    });

    test('but stays as it was sent where the topic asks something else by now', async () => {
      const road = await askInEnglish({ fields: [{ ...light.fields[0], label: 'Status' }] });

      const opened = await open(road);

      expect(opened).toMatchObject({ kind: 'form', language: 'en', title: 'Kommer du på torsdag?', form: light });
    });
  });

  test('a look says where a prompt stands for the one who looks, and changes nothing', async () => {
    const road = await ask('organisation');
    const promptId = PromptId.parse((await road.prompt()).id);
    const look = (user: string) =>
      road.house.handle.look({
        kind: 'looked',
        from: { platform: 'room', tenant: COUNTY, user },
        promptIds: [promptId],
      });

    const before = await look(alby.personId);
    await road.press(alby.personId, { coming: 'yes' });
    const own = await look(alby.personId);
    const colleague = await look(alby.colleagueId);
    const other = await look(testCounty.coordinator);

    expect(before).toMatchObject({ views: [{ state: 'open', values: {}, basedOn: 0 }] });
    expect(own).toMatchObject({
      views: [{ state: 'answered', status: expect.stringContaining('Ditt svar: Jag kommer'), basedOn: 1 }],
    });
    expect(colleague).toMatchObject({
      views: [{ state: 'answered', status: expect.stringContaining('alby-kommun har redan svarat') }],
    });
    expect(other).toMatchObject({ views: [{ state: 'not-asked', values: {} }] });
    expect(await database.db.incoming.count()).toBe(1);
  });
});
