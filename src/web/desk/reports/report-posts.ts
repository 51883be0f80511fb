// A year's report is frozen, written down as approved, or one of its lights is set by hand: signed by the coordinator.
import { z } from 'zod';
import { LocalDate } from '../../../calendar/local-date.ts';
import { listGroups } from '../../../directory/group-store.ts';
import { approveReport, freezeReport, type Signed } from '../../../followup/freeze-report.ts';
import { LightScope } from '../../../followup/light-override.ts';
import { type Overridden, overrideLight } from '../../../followup/override-light.ts';
import { type Answers, type Form, Light } from '../../../message/form.ts';
import { textsIn } from '../../../text/texts.ts';
import { checkForm } from '../check-form.ts';
import { readEntries, readNonce } from '../read-entries.ts';
import type { DoneWord, Outcome, Visit } from '../visit.ts';
import { explainReport } from './explain-report.ts';
import { APPROVE, createApproveForm, createFreezeForm, createLightForm, FREEZE } from './report-forms.ts';
import { findYear } from './report-years.ts';

export async function freezeYear(visit: Visit, body: unknown): Promise<Outcome | undefined> {
  const { visitor, setting } = visit;
  const { database, clock } = setting.road;
  const id = readNonce(body);
  if (!id) return undefined;
  return sign(visit, body, {
    slug: FREEZE,
    form: createFreezeForm(visitor.language),
    word: 'frozen',
    act: (answers, year) => {
      const dnr = z.string().parse(answers.dnr);
      return freezeReport(database, { id, signer: visitor.person, year, dnr, at: clock.now() });
    },
  });
}

export async function approveYear(visit: Visit, body: unknown): Promise<Outcome | undefined> {
  const { visitor, setting } = visit;
  const { database, clock } = setting.road;
  const groups = await listGroups(database.db, visitor.county.id);
  return sign(visit, body, {
    slug: APPROVE,
    form: createApproveForm(groups, visitor.language),
    word: 'approved',
    act: (answers, year) =>
      database.transaction(async (tx) => {
        const group = groups.find(({ id }) => id === answers.group);
        if (!group) throw new TypeError('A form let a group pass that the county does not have.');
        const approvedOn = LocalDate.parse(answers.approvedOn);
        return approveReport(tx, { signer: visitor.person, year, group, approvedOn, at: clock.now() });
      }),
  });
}

const Scoped = z.object({ _scope: LightScope, _of: z.string().min(1) });

export async function setLight(visit: Visit, body: unknown): Promise<Outcome | undefined> {
  const { visitor, setting } = visit;
  const { database, clock } = setting.road;
  const { data } = Scoped.safeParse(body);
  const id = readNonce(body);
  if (!data || !id) return undefined;
  const { _scope: scope, _of: scopeId } = data;
  return sign(visit, body, {
    slug: scopeId,
    form: createLightForm(visitor.language),
    word: 'light',
    act: (answers, year) =>
      database.transaction(async (tx) => {
        const what = { scope, scopeId, light: Light.parse(answers.light), reason: z.string().parse(answers.reason) };
        return overrideLight(tx, { id, signer: visitor.person, year, at: clock.now(), ...what });
      }),
  });
}

interface Signing {
  /** Names its form among the page's. */
  readonly slug: string;
  readonly form: Form;
  readonly word: DoneWord;
  readonly act: (answers: Answers, year: number) => Promise<Signed | Overridden>;
}

async function sign(visit: Visit, body: unknown, { slug, form, word, act }: Signing): Promise<Outcome | undefined> {
  const { language } = visit.visitor;
  const year = await findYear(visit);
  if (year === undefined) return undefined;
  const entries = readEntries(body);
  const read = checkForm(form, entries, language);
  if ('faults' in read) return { kind: 'faults', slug, values: entries, ...read };
  const done = await act(read.answers, year);
  if (!('refusal' in done)) return { kind: 'done', word };
  return { kind: 'refused', text: textsIn(language).deskYear.report.notDone(explainReport(done.refusal, language)) };
}
