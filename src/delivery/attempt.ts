// One message goes to its platform, or is looked for there: what became of it?
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import type { Platform, Sent } from '../platform.ts';
import type { ClaimedDelivery, Outcome } from './delivery.ts';
import { answerWithin, isTooLateToStart, type Lease } from './lease.ts';
import { type Turn, type TurnRoom, takeTurns } from './turns.ts';
import { judge } from './verdict.ts';

export interface AttemptRoom extends TurnRoom {
  readonly log: Log;
  /** Between 0 and 1, for the jitter of retries. */
  readonly chance: () => number;
}

interface Held {
  readonly delivery: ClaimedDelivery;
  readonly lease: Lease;
}

/** Sends or updates it when its moment has come. */
export async function attempt(room: AttemptRoom, platform: Platform, held: Held & Turn): Promise<Outcome> {
  const { delivery, inMs } = held;
  if (inMs > 0) await sleep(inMs);
  const outcome = await judgeTry(room, platform, held, () => reach(platform, delivery));
  return outcome ?? putBack(room, delivery);
}

/** An earlier attempt may have arrived. Where it has not, it takes its turn like the others. */
export async function lookFirst(room: AttemptRoom, platform: Platform, held: Held): Promise<Outcome> {
  const { delivery: claimed, lease } = held;
  const delivery = { ...claimed, isUnbegun: (await platform.hasBegun?.(claimed.key)) === false };
  const outcome = await judgeTry(room, platform, held, () => platform.find(delivery.to, delivery.key));
  if (outcome) return outcome;
  if (isTooLateToStart(lease, room.clock)) return putBack(room, delivery);
  // It stays unknown until it is sent: whoever was held up for longer than a lease may still have sent it meanwhile.
  const { turns, paced } = await takeTurns(room, platform, { deliveries: [delivery], lease });
  const [turn] = turns;
  return turn ? attempt(room, platform, { ...turn, lease }) : (paced[0] ?? putBack(room, delivery));
}

async function reach(platform: Platform, { to, message, key, sent }: ClaimedDelivery): Promise<Sent> {
  if (!sent) return platform.send(to, message, key);
  await platform.update(to, sent, message);
  return sent;
}

/** Undefined where nothing came of it, or too little of the lease was left to begin: somebody else may have it in hand by its end. */
async function judgeTry(
  { clock, log, chance }: AttemptRoom,
  platform: Platform,
  { delivery, lease }: Held,
  begin: () => Promise<Sent | undefined>,
): Promise<Outcome | undefined> {
  if (isTooLateToStart(lease, clock)) return undefined;
  const { id, version } = delivery;
  try {
    const sent = await answerWithin(lease.answerMs, begin());
    return sent && { id, kind: 'sent', sent, version };
  } catch (error) {
    const outcome = judge({ delivery, error, now: clock.now(), chance: chance() });
    log.warn('delivery.refused', error, { delivery: id, platform: platform.name, outcome: outcome.kind });
    return outcome;
  }
}

/** With the moment that it did not use, to be given back. */
function putBack({ clock }: AttemptRoom, { id, slotAt }: ClaimedDelivery): Outcome {
  return { id, kind: 'paced', at: clock.now(), ...(slotAt && { slotAt }) };
}
