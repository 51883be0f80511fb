// Lists every text of a language by its path, those that functions make with "7" for whatever they are told.

/** A function that looks up what it is told cannot do with sevens: it is only known by its path. */
export const unsaid = '…';

export function listTexts(texts: object, path: readonly string[] = []): ReadonlyMap<string, string> {
  return new Map(Object.entries(texts).flatMap(([key, value]) => [...listOne(value, [...path, key])]));
}

function listOne(value: unknown, path: readonly string[]): ReadonlyMap<string, string> {
  if (typeof value === 'string') return new Map([[path.join('.'), value.includes('undefined') ? unsaid : value]]);
  if (isMaker(value)) return listOne(callWithSevens(value), path);
  if (typeof value === 'object' && value !== null) return listTexts(value, path);
  return new Map([[path.join('.'), unsaid]]);
}

type Maker = (...told: unknown[]) => unknown;

function isMaker(value: unknown): value is Maker {
  return typeof value === 'function';
}

function callWithSevens(make: Maker): unknown {
  try {
    return make(seven, seven, seven, seven, seven, seven);
  } catch {
    return unsaid;
  }
}

/** Reads as "7", has every property, each the same again, and answers itself when called. */
const seven: unknown = new Proxy(() => seven, {
  get: (_target, key) => (key === Symbol.toPrimitive ? () => '7' : seven),
});
