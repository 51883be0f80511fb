// Somebody sets the light of an area or a goal otherwise than the rule does. Without a reason it is refused.
import { randomUUID } from 'node:crypto';
import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import type { Light } from '../message/form.ts';
import { hasPersonalNumber } from '../message/personal-number.ts';
import { listAreas, listGoals } from '../topics/plans/strategy-store.ts';
import { LightOverride, type LightScope } from './light-override.ts';
import { addOverride } from './light-override-store.ts';
import { type ReportRefusal, toError } from './report-refusal.ts';
import { isCoordinator, type Signer } from './signer.ts';
import { isFinal, waitForYear } from './snapshot-store.ts';

export interface Overriding {
  readonly signer: Signer;
  readonly year: number;
  readonly scope: LightScope;
  /** Its id, with or without the county's before it. */
  readonly scopeId: string;
  readonly light: Light;
  readonly reason: string;
  readonly at: Instant;
}

/** What the light is of, by its whole id; or why it cannot be set. Until the transaction ends, nobody freezes the report. */
export async function checkOverride(
  tx: Tx,
  { signer, year, scope, scopeId, reason }: Overriding,
): Promise<{ readonly id: string } | { readonly refusal: ReportRefusal }> {
  const { countyId } = signer;
  if (!isCoordinator(signer)) return { refusal: { kind: 'not-coordinator', act: 'light' } };
  await waitForYear(tx, { countyId, year });
  if (await isFinal(tx, countyId, year)) return { refusal: { kind: 'final', year } };
  if (hasPersonalNumber(reason)) return { refusal: { kind: 'personal-number', field: 'reason' } };
  if (reason.trim() === '') return { refusal: { kind: 'no-reason' } };
  const all = scope === 'area' ? await listAreas(tx, countyId) : await listGoals(tx, countyId);
  const found = all.find(({ id }) => id === scopeId || id === `${countyId}/${scopeId}`);
  if (found) return { id: found.id };
  const ids = all.map(({ id }) => id.slice(countyId.length + 1));
  return { refusal: { kind: 'no-scope', scope, scopeId, county: countyId, ids } };
}

/** @throws NotAllowed, NotFound or InvalidInput; then nothing is stored */
export async function overrideLight(tx: Tx, overriding: Overriding): Promise<LightOverride> {
  const checked = await checkOverride(tx, overriding);
  if ('refusal' in checked) throw toError(checked.refusal);
  const { signer, year, scope, light, reason, at } = overriding;
  const { countyId } = signer;
  const override = {
    id: randomUUID(),
    countyId,
    year,
    scope,
    scopeId: checked.id,
    light,
    reason,
    signedById: signer.id,
  };
  const kept = LightOverride.parse({ ...override, signedAt: at });
  await addOverride(tx, kept);
  return kept;
}
