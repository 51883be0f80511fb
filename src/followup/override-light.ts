// Somebody sets the light of an area or a goal otherwise than the rule does. Without a reason it is refused.
import { randomUUID } from 'node:crypto';
import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { InvalidInput, NotAllowed, NotFound } from '../errors.ts';
import type { Light } from '../message/form.ts';
import { hasPersonalNumber } from '../message/personal-number.ts';
import { listAreas, listGoals } from '../topics/plans/strategy-store.ts';
import { LightOverride, type LightScope } from './light-override.ts';
import { addOverride } from './light-override-store.ts';
import { isCoordinator, type Signer } from './signer.ts';
import { isFinal } from './snapshot-store.ts';

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

/** @throws NotAllowed, NotFound or InvalidInput; then nothing is stored */
export async function overrideLight(tx: Tx, overriding: Overriding): Promise<LightOverride> {
  const { signer, year, scope, light, at } = overriding;
  const { countyId } = signer;
  if (!isCoordinator(signer)) throw new NotAllowed('Only a coordinator of the county sets a light by hand.');
  if (await isFinal(tx, countyId, year))
    throw new InvalidInput(`The report of ${year} is approved and is not changed any more.`);
  const reason = readReason(overriding);
  const scopeId = await findScope(tx, overriding);
  const override = { id: randomUUID(), countyId, year, scope, scopeId, light, reason, signedById: signer.id };
  const kept = LightOverride.parse({ ...override, signedAt: at });
  await addOverride(tx, kept);
  return kept;
}

function readReason({ reason }: Overriding): string {
  const message = hasPersonalNumber(reason)
    ? 'The reason has something in it that looks like a personal identity number. Take it out.'
    : reason.trim() === ''
      ? 'A light is only set by hand with a reason. Say why.'
      : undefined;
  if (message) throw new InvalidInput(message, [{ path: 'reason', message }]);
  return reason;
}

async function findScope(tx: Tx, { signer, scope, scopeId }: Overriding): Promise<string> {
  const { countyId } = signer;
  const all = scope === 'area' ? await listAreas(tx, countyId) : await listGoals(tx, countyId);
  const found = all.find(({ id }) => id === scopeId || id === `${countyId}/${scopeId}`);
  if (found) return found.id;
  const ids = all.map(({ id }) => id.slice(countyId.length + 1)).join(', ');
  throw new NotFound(`There is no ${scope} "${scopeId}" in ${countyId}. There are: ${ids}.`);
}
