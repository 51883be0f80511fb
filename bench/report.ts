// How soon is a county's year compiled, and with how much memory, among more and more stored replies?
import type { Database } from '../src/database/open.ts';
import { compileReport } from '../src/followup/compile-report.ts';
import { CountyId } from '../src/ids.ts';
import { textsIn } from '../src/text/texts.ts';
import { createCheckInForm } from '../src/topics/plans/check-in-form.ts';
import { buildCounty, settle } from '../test/directory/build-county.ts';

const COUNTIES = 21;
const YEARS = [2020, 2021, 2022, 2023, 2024] as const;
/** As many as are asked to each meeting. */
const ORGANISATIONS = 40;
const NOW = new Date('2025-01-15T09:00:00Z');

export interface ReportCost {
  readonly replies: number;
  readonly ms: number;
  /** Of the heap, in megabytes: what it held more while it compiled, and what the report itself is. */
  readonly heap: number;
}

/** One county's last year among all counties' five; the middle of five times. */
export async function measureReport(database: Database, replies: number): Promise<ReportCost> {
  await fill(database, replies);
  const countyId = CountyId.parse('lan-1');
  const compile = () => compileReport(database.db, { countyId, year: 2024 }, NOW);
  await compile();
  const runs: { readonly ms: number; readonly heap: number }[] = [];
  for (let n = 0; n < 5; n++) {
    clearHeap();
    const before = process.memoryUsage().heapUsed;
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().heapUsed);
    }, 5);
    const startedAt = performance.now();
    await compile();
    const ms = performance.now() - startedAt;
    clearInterval(watch);
    runs.push({ ms, heap: (Math.max(peak, process.memoryUsage().heapUsed) - before) / 2 ** 20 });
  }
  const middle = (pick: (run: (typeof runs)[number]) => number) => runs.map(pick).toSorted((a, b) => a - b)[2] ?? 0;
  return { replies, ms: middle(({ ms }) => ms), heap: middle(({ heap }) => heap) };
}

/** What the last run left behind would else be counted, or cleared away meanwhile. */
function clearHeap(): void {
  if (!globalThis.gc) throw new Error('Start it with `npm run bench`: without --expose-gc the heap says nothing.');
  globalThis.gc();
}

/**
 * Meetings of forty people each, all of whom answer, so many that they come to the number of replies wanted; beside them
 * sixty activities with four rounds in each county's last year. Written in the database, as fast as it can.
 */
async function fill(database: Database, replies: number): Promise<void> {
  const built = buildCounty('lan-1');
  await settle(database.db, built);
  const { executeSql } = database;
  const prompts = Math.ceil(replies / ORGANISATIONS / COUNTIES / YEARS.length);
  await executeSql(`
    insert into organisation (id, county_id, name, kind, offers, responsibilities, municipality_code)
      select 'lan-1/org-' || n, 'lan-1', 'Organisation ' || n, 'municipality', '[]', '[]', (1000 + n)::text
      from generate_series(1, ${ORGANISATIONS}) n;
    insert into strategy (id, county_id, name, from_on, agenda_2030) values ('lan-1/s', 'lan-1', 'Strategin', '2020-01-01', '{}');
    insert into area (id, county_id, strategy_id, position, name, agenda_2030)
      select 'lan-1/a' || n, 'lan-1', 'lan-1/s', n, 'Område ' || n, '{}' from generate_series(0, 4) n;
    insert into goal (id, county_id, area_id, position, text)
      select 'lan-1/g' || n, 'lan-1', 'lan-1/a' || (n % 5), n, 'Mål ' || n from generate_series(0, 14) n;
    insert into plan (id, county_id, year, state) values ('lan-1/p', 'lan-1', 2024, 'approved');
    insert into check_in_round (id, county_id, plan_id, label, opens_on, closes_on)
      select 'lan-1/r' || n, 'lan-1', 'lan-1/p', 'r' || n, '2024-0' || n || '-01', '2024-0' || n || '-14' from generate_series(1, 4) n;
    insert into activity (id, county_id, plan_id, goal_id, group_id, owner_id, title, from_on, to_on)
      select 'lan-1/i' || n, 'lan-1', 'lan-1/p', 'lan-1/g' || (n % 15), 'lan-1/natverket', 'lan-1/org-' || (1 + n % ${ORGANISATIONS}),
        'Insats ' || n, '2024-01-01', '2024-10-31' from generate_series(1, 60) n;
    insert into meeting (id, county_id, group_id, held_on, starts_at, ends_at, agenda)
      select 'lan-1/m' || n, 'lan-1', 'lan-1/natverket', '2024-0' || (1 + n % 9) || '-15', '09:00', '12:00', '{}'
      from generate_series(1, ${prompts}) n;`);
  for (const year of YEARS) await fillYear(database, { year, prompts });
  await executeSql('analyze');
}

/** What is asked about one activity, whose id stands in for SLUG. */
const CHECK_IN = JSON.stringify(createCheckInForm([{ slug: 'SLUG', title: 'Insats' }], textsIn('sv')));

async function fillYear(
  { executeSql }: Database,
  { year, prompts }: { readonly year: number; readonly prompts: number },
) {
  await executeSql(`
    insert into prompt (id, key, county_id, topic, subject_id, question, period, title, language, form, answer_per, opens_at, answer_by, closes_at)
      select gen_random_uuid(), 'meeting:' || c || '/m' || n || '/${year}', 'lan-' || c, 'meeting', 'lan-' || c || '/m' || n,
        'attendance:${year}-0' || (1 + n % 9) || '-15', '${year}', 'Möte', 'sv', '{"fields": []}', 'person',
        '${year}-01-01', '${year}-06-01', '${year}-12-31'
      from generate_series(1, ${COUNTIES}) c, generate_series(1, ${prompts}) n;
    insert into prompt (id, key, county_id, topic, subject_id, question, period, title, language, form, answer_per, opens_at, answer_by, closes_at)
      select gen_random_uuid(), 'plan:' || c || '/i' || n || '/r' || r || '/${year}', 'lan-' || c, 'plan', 'lan-' || c || '/i' || n,
        'r' || r, '${year}-r' || r, 'Avstämning', 'sv', replace('${CHECK_IN}', 'SLUG', 'i' || n)::jsonb, 'organisation', '${year}-01-01', '${year}-06-01', '${year}-12-31'
      from generate_series(1, ${COUNTIES}) c, generate_series(1, 60) n, generate_series(1, 4) r where ${year} = 2024;
    insert into asked (prompt_id, person_id, county_id, unit, organisation_id, group_id)
      select p.id, p.county_id || '/person-' || n, p.county_id, 'person:' || p.county_id || '/person-' || n,
        p.county_id || '/org-' || n, p.county_id || '/natverket'
      from prompt p, generate_series(1, case when p.topic = 'plan' then 1 else ${ORGANISATIONS} end) n
      where p.period >= '${year}' and p.period < '${year + 1}';
    insert into reply (id, county_id, prompt_id, unit, version, is_current, topic, subject_id, period, person_id, organisation_id,
        group_id, answers, is_late, is_copy, receipt, incoming_id, replied_at)
      select gen_random_uuid(), a.county_id, a.prompt_id, a.unit, 1, true, p.topic, p.subject_id, p.period, a.person_id,
        a.organisation_id, a.group_id,
        case when p.topic = 'plan' then jsonb_build_object('lightY' || split_part(p.subject_id, '/', 2), 'yellow',
            'commentY' || split_part(p.subject_id, '/', 2), 'Två platser saknas ännu, och fler är på väg.')
          else '{"attendance": "yes"}'::jsonb end,
        a.person_id like '%7', false, md5(a.prompt_id::text || a.unit), gen_random_uuid(), '${year}-05-01'
      from asked a join prompt p on p.id = a.prompt_id where p.period >= '${year}' and p.period < '${year + 1}';`);
}
