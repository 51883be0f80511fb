// Which requests does something go wrong with? Planned by a seed, so that a bad run can be run again.
import { createHash } from 'node:crypto';

export interface FaultPlan<Fault> {
  /** What strikes this request; the same request again is left in peace, as waits grow and a test has no time. */
  strike(request: string): Fault | undefined;
  /** How often each has struck so far. */
  readonly struck: ReadonlyMap<Fault, number>;
}

/** @param share of all requests that meets each of these faults: ten faults of 0.1 strike every request once */
export function planFaults<Fault>(seed: string, faults: readonly Fault[], share: number): FaultPlan<Fault> {
  const seen = new Set<string>();
  const struck = new Map<Fault, number>();
  return {
    struck,
    strike(request) {
      if (seen.has(request)) return undefined;
      seen.add(request);
      const fault = faults[Math.floor(drawFrom(`${seed} ${request}`) / share)];
      if (fault !== undefined) struck.set(fault, (struck.get(fault) ?? 0) + 1);
      return fault;
    },
  };
}

/** From 0 to 1, the same for the same words, whatever came before. */
function drawFrom(words: string): number {
  return createHash('sha256').update(words).digest().readUInt32BE(0) / 2 ** 32;
}
