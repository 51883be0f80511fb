// How soon is "kontakt <kommun>" answered, where a county has five thousand contacts in all 290 municipalities?
import { inquire } from '../src/chat/inquiries.ts';
import type { Database } from '../src/database/open.ts';
import { Contact } from '../src/directory/contact.ts';
import { readCounty } from '../src/directory/county-store.ts';
import { loadMunicipalities } from '../src/directory/municipality.ts';
import { buildCounty, settle } from '../test/directory/build-county.ts';

const CONTACTS = 5_000;
const QUESTIONS = 2_000;
/** Of each kind of writing the same share: as it stands, in small letters, in the genitive, with a slip, by code. */
const SPELLINGS: readonly ((name: string, code: string) => string)[] = [
  (name) => name,
  (name) => name.toLowerCase(),
  (name) => `${name}s kommun`,
  (name) => name.slice(0, 2) + name.slice(3),
  (_name, code) => code,
];

/** @returns milliseconds for each question, sorted: half its municipalities are the county's own */
export async function measureContacts({ db, executeSql }: Database): Promise<readonly number[]> {
  const built = buildCounty();
  await settle(db, { ...built, contacts: listContacts(built.county.id) });
  // As the database does by itself within a minute.
  await executeSql('analyze contact');
  const county = await readCounty(db, built.county.id);
  const own = loadMunicipalities().filter((one) => one.county === county.code);
  const asked = Array.from({ length: QUESTIONS }, (_, n) => {
    const among = n % 2 === 0 ? own : loadMunicipalities();
    const { name = '', code = '' } = among[n % among.length] ?? {};
    return SPELLINGS[Math.floor(n / 2) % SPELLINGS.length]?.(name, code) ?? name;
  });
  const inquiry = { db, county, language: 'sv', now: new Date(), asker: { kind: 'operator' } } as const;
  const took: number[] = [];
  for (const [n, rest] of [...asked.slice(0, 200), ...asked].entries()) {
    const startedAt = performance.now();
    await inquire('contact', { ...inquiry, rest });
    if (n >= 200) took.push(performance.now() - startedAt);
  }
  return took.sort((a, b) => a - b);
}

/** One primary contact in each municipality; the others each for one matter in two of them. */
function listContacts(countyId: string): readonly Contact[] {
  const all = loadMunicipalities();
  return Array.from({ length: CONTACTS }, (_, n) => {
    const codes = [all[n % all.length], all[(n * 7) % all.length]].map((one) => one?.code ?? '');
    const isPrimary = n < all.length;
    return Contact.parse({
      id: `${countyId}/kontakt-${n}`,
      countyId,
      title: `Handläggare ${n % 20}`,
      organisationId: `${countyId}/lansstyrelsen`,
      phone: '010-000 00 00',
      email: `kontakt-${n}@example.org`,
      municipalityCodes: isPrimary ? codes.slice(0, 1) : codes,
      matters: isPrimary ? [] : [`arende-${n % 30}`],
    });
  });
}
