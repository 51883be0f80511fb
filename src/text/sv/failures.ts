// Swedish texts: why something did not arrive.

/** Also why a conversation takes nothing; what is not here is a platform's own word. */
export const failures: Readonly<Record<string, string>> = {
  'account-inactive': 'kontot är avstängt',
  archived: 'kanalen är arkiverad',
  'bad-argument': 'plattformen förstod inte meddelandet. Tala med den som sköter driften',
  'bad-gateway': 'plattformen svarade inte',
  blocked: 'personen har blockerat Samverk',
  'conversation-gone': 'samtalet finns inte kvar',
  deleted: 'samtalet är borttaget',
  'disabled-by-admin': 'organisationens administratör har stängt av Samverk',
  forbidden: 'Samverk får inte skriva där',
  'gateway-timeout': 'plattformen svarade inte',
  gone: 'inlägget är borttaget',
  left: 'gruppen eller personen finns inte längre i länets fil',
  'no-member': 'personen är inte med där',
  'not-installed': 'Samverk är inte installerat där',
  'not-permitted': 'Samverk saknar rättighet där',
  'rate-limited': 'plattformen tog inte emot fler just då',
  removed: 'Samverk är borttaget därifrån',
  service: 'fel hos plattformen',
  'tenant-not-listed': 'organisationen står inte i länets fil',
  timeout: 'plattformen svarade inte i tid',
  'token-revoked': 'Samverks nyckel gäller inte längre. Installera om appen',
  'too-large': 'meddelandet var för stort',
  unauthorized: 'Samverks nyckel gäller inte. Tala med den som sköter driften',
  unavailable: 'plattformen var nere',
  unbound: 'gruppen är bortkopplad härifrån',
  unconfirmed: 'ingen vet om det kom fram',
  unforeseen: 'något oväntat gick fel',
};

export function explainFailure(code: string): string {
  const gaveUp = code.startsWith('gave-up:');
  const why = failures[gaveUp ? code.slice('gave-up:'.length) : code] ?? code;
  return gaveUp ? `${why}, efter flera försök` : why;
}
