// What a platform told us a moment ago is not asked for again: its limits count questions too.
import type { Clock } from '../clock.ts';

export interface Memory<T> {
  /** What is remembered, or what is read now. What could not be read is not remembered. */
  recall(name: string, read: () => Promise<T>): Promise<T>;
  /** It is another by now. */
  forget(name: string): void;
}

export interface Keeping {
  readonly clock: Clock;
  readonly keepMs: number;
  /** What was put in first makes room. */
  readonly most: number;
}

export function createMemory<T>({ clock, keepMs, most }: Keeping): Memory<T> {
  const kept = new Map<string, { readonly value: Promise<T>; readonly until: number }>();
  return {
    recall(name, read) {
      const now = clock.now().getTime();
      const known = kept.get(name);
      if (known && known.until > now) return known.value;
      const value = read();
      kept.delete(name);
      kept.set(name, { value, until: now + keepMs });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      value.catch(() => kept.delete(name));
      return value;
    },
    forget(name) {
      kept.delete(name);
    },
  };
}
