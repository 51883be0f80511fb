// Who has answered at the desk: of what comes back each time, and of what reaches beyond a convener's groups.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { openTestDatabase } from '../fake/test-database.ts';
import { type Page, readForms, readHidden, readText } from '../platforms/room/visitor.ts';
import { type Guest, type OpenDesk, openDesk } from './open-desk.ts';

const COORDINATOR = 'blekinge/integrationssamordnare';
/** Convenes the working group on language, and no other. */
const CONVENER = 'blekinge/karlshamn-kontakt';
const LANGUAGE = 'blekinge/arbetsgrupp-sprak';
const HEALTH = 'blekinge/arbetsgrupp-halsa';

let database: Database;
let desk: OpenDesk;
let coordinator: Guest;

const submit = (guest: Guest, { html }: Page, end: RegExp, typed: readonly (readonly [string, string])[] = []) => {
  const form = readForms(html).find((one) => end.test(/action="([^"]+)"/.exec(one)?.[1] ?? '')) ?? '';
  return guest.post(/action="([^"]+)"/.exec(form)?.[1] ?? '', { ...readHidden(form), ...Object.fromEntries(typed) });
};

/** Fills in, looks, saves. */
async function make(kind: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const form = await coordinator.send('/desk/acts', { act: 'new', kind });
  const preview = await submit(coordinator, form, /\/acts\/[0-9a-f-]{36}$/, Object.entries(fields));
  const done = await submit(coordinator, preview, /save$/);
  const url = /href="(\/desk\/(?:surveys|memos)\/[^"]+)"/.exec(done.html)?.[1];
  if (url === undefined) throw new Error(`Nothing was made: ${readText(preview.html)}`);
  return url;
}

const aSurvey = {
  ...{ title: 'Hur går arbetet?', intro: '', questions: 'Hur går det? (ljus)', groups: LANGUAGE, per: 'person' },
  ...{ opensOn: '2024-06-04', opensAt: '', answerBy: '2024-06-07', closesOn: '', escalates: 'no', repeats: 'once' },
};
const LINK = /href="(\/desk\/(?:surveys|memos)\/[^"#]+)/g;
const weekly = { repeats: 'weekly', until: '2024-06-30' };

beforeAll(async () => {
  database = await openTestDatabase();
  desk = await openDesk(database, { counties: ['blekinge'], start: '2024-06-03T06:00:00Z' });
  coordinator = await desk.enter(COORDINATOR);
});
afterAll(async () => {
  await desk.close();
  await database.close();
});

test('a survey and a reminder that come back are read on one page each, and every list leads there', async () => {
  const survey = await make('survey', { ...aSurvey, ...weekly });
  const memo = await make('memo', {
    ...{ title: 'Lägg in höstens möten', text: 'Skriv dem senast på fredag.', link: '', groups: LANGUAGE },
    ...{ whom: 'groups', sendOn: '2024-06-04', sendAt: '', ...weekly },
  });
  await desk.goTo('2024-06-04T08:00:00Z');
  await desk.goTo('2024-06-11T08:00:00Z');
  coordinator = await desk.enter(COORDINATOR);

  const text = readText((await coordinator.get(survey)).html);
  const lists = [await coordinator.get('/desk'), await coordinator.get('/desk/deliveries')];

  expect(text).not.toContain('Ingen har fått frågan än.');
  expect(text.match(/\d+ av \d+ har svarat/g)).toHaveLength(2);
  const links = ({ html }: Page) => new Set([...html.matchAll(LINK)].map(([, url]) => url));
  expect(lists.map(links)).toEqual([new Set([survey, memo]), new Set([survey, memo])]);
});

test('a convener sees at the start who is silent in their own groups, and of nothing that reaches beyond them', async () => {
  coordinator = await desk.enter(COORDINATOR);
  const titles = { own: 'Om språket', both: 'Om språk och hälsa', kinds: 'Till kommunerna' };
  await make('survey', { ...aSurvey, title: titles.own, opensOn: '2024-06-11', answerBy: '2024-06-14' });
  await desk.goTo('2024-06-11T09:00:00Z');
  const { form, rule: _, ...row } = await database.db.survey.findFirstOrThrow({ where: { title: titles.own } });
  const copy = { ...row, form: form ?? {}, opensOn: '2024-06-12' };
  await database.db.survey.createMany({
    data: [
      { ...copy, id: 'blekinge/both', title: titles.both, groupIds: [LANGUAGE, HEALTH] },
      { ...copy, id: 'blekinge/kinds', title: titles.kinds, groupIds: [], organisationKinds: ['municipality'] },
    ],
  });
  await desk.goTo('2024-06-12T09:00:00Z');

  const seen = async (person: string) => readText((await (await desk.enter(person)).get('/desk')).html);
  const [all, convened] = [await seen(COORDINATOR), await seen(CONVENER)];

  expect(Object.values(titles).filter((title) => all.includes(title))).toEqual(Object.values(titles));
  expect(Object.values(titles).filter((title) => convened.includes(title))).toEqual([titles.own]);
});
