// What a database cannot keep is taken out of what people write, before anybody looks at it: no person means it.
import type { Incoming } from '../platform.ts';

export function cleanAct(incoming: Incoming): Incoming {
  switch (incoming.kind) {
    case 'wrote':
      return { ...incoming, text: clean(incoming.text) };
    case 'submitted':
    case 'drafted':
      return { ...incoming, entries: cleanEntries(incoming.entries) };
    case 'pressed':
    case 'repeated':
    case 'delegated':
      return incoming;
  }
}

type Entries = Extract<Incoming, { kind: 'submitted' }>['entries'];

function cleanEntries(entries: Entries): Entries {
  return Object.fromEntries(
    Object.entries(entries).map(([key, value]) => [key, Array.isArray(value) ? value.map(clean) : clean(value)]),
  );
}

/** PostgreSQL takes neither the sign of number nought nor half of a pair of surrogates. */
function clean(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Cs}/gu, '\u{fffd}');
}
