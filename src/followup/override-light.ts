// Somebody sets the light of an area or a goal otherwise than the rule does. Without a reason it is refused.
import { randomUUID } from 'node:crypto';
import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import type { Light } from '../message/form.ts';
import { hasPersonalNumber } from '../message/personal-number.ts';
import { listAreas, listGoals } from '../topics/plans/strategy-store.ts';
import { LightOverride, type LightScope } from './light-override.ts';
import { addOverride } from './light-override-store.ts';
import type { ReportRefusal } from './report-refusal.ts';
import { isCoordinator, type Signer } from './signer.ts';
import { isFinal, waitForYear } from './snapshot-store.ts';

export interface Overriding {
  /** Of whoever asks: what is set under it already is not set again. */
  readonly id?: string;
  readonly signer: Signer;
  readonly year: number;
  readonly scope: LightScope;
  /** Its id, with or without the county's before it. */
  readonly scopeId: string;
  readonly light: Light;
  readonly reason: string;
  readonly at: Instant;
}

export type Overridden = { readonly override: LightOverride } | { readonly refusal: ReportRefusal };

/** The light as it was set, or why it was not. Until the transaction ends, nobody freezes or approves the report. */
export async function overrideLight(
  tx: Tx,
  { id = randomUUID(), signer, year, scope, scopeId, light, reason, at }: Overriding,
): Promise<Overridden> {
  const { countyId } = signer;
  if (!isCoordinator(signer)) return { refusal: { kind: 'not-coordinator', act: 'light' } };
  if (hasPersonalNumber(reason)) return { refusal: { kind: 'personal-number', field: 'reason' } };
  if (reason.trim() === '') return { refusal: { kind: 'no-reason' } };
  await waitForYear(tx, { countyId, year });
  if (await isFinal(tx, countyId, year)) return { refusal: { kind: 'final', year } };
  const all = scope === 'area' ? await listAreas(tx, countyId) : await listGoals(tx, countyId);
  const found = all.find(({ id }) => id === scopeId || id === `${countyId}/${scopeId}`);
  if (!found) {
    const ids = all.map(({ id }) => id.slice(countyId.length + 1));
    return { refusal: { kind: 'no-scope', scope, scopeId, county: countyId, ids } };
  }
  const set = { id, countyId, year, scope, scopeId: found.id, light, reason };
  const override = LightOverride.parse({ ...set, signedById: signer.id, signedAt: at });
  await addOverride(tx, override);
  return { override };
}
