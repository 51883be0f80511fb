// By what does the app get its tokens from Microsoft, and what is said where it gets none?
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createMovableClock } from '../../../src/clock.ts';
import type { TeamsCredential } from '../../../src/config.ts';
import { BOT_SCOPE, createTokens, GRAPH_SCOPE } from '../../../src/platforms/teams/teams-token.ts';
import { type CertificateFile, writeCertificate } from '../../fake/certificate-file.ts';
import { createKeptLog } from '../../fake/kept-log.ts';
import { openTeamsIdentity, type TeamsIdentity, TOKEN_ISSUER } from '../../fake/teams-identity.ts';
import { makeTenant } from '../../fake/teams-world.ts';

const tenant = makeTenant('Region Blekinge');
const DAY_MS = 24 * 60 * 60_000;

describe('a token', () => {
  let folder: string;
  let path: string;
  let registered: CertificateFile;
  let identity: TeamsIdentity;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'samverk-token-'));
    path = join(folder, 'samverk.pem');
    registered = writeCertificate(path, { endsAt: new Date(Date.now() + 45 * DAY_MS) });
    identity = await openTeamsIdentity({ clientId: randomUUID(), clientSecret: 'shh', certificate: registered });
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await identity.close();
  });

  function open(credential: TeamsCredential) {
    const log = createKeptLog();
    const clock = createMovableClock(new Date());
    const { clientId } = identity.registration;
    const endpoints = {
      login: identity.url,
      openIdMetadata: identity.openIdMetadataUrl,
      issuer: TOKEN_ISSUER,
      graph: 'https://graph.example.org',
    };
    const config = { kind: 'microsoft', clientId, tenantId: tenant, credential } as const;
    const goBy = (ms: number) => clock.moveTo(new Date(clock.now().getTime() + ms));
    return { log, goBy, tokens: createTokens({ config, endpoints, clock, log }) };
  }

  test.each([
    { by: 'a secret', credential: () => ({ kind: 'secret', secret: 'shh' }) as const },
    { by: 'a certificate', credential: () => ({ kind: 'certificate', path }) as const },
  ])('is bought with $by, and opens the one door that it was asked for', async ({ credential }) => {
    const { tokens } = open(credential());

    const forBots = await tokens.get(BOT_SCOPE, tenant);
    const forGraph = await tokens.get(GRAPH_SCOPE, tenant);

    expect(identity.admits(`Bearer ${forBots}`, BOT_SCOPE)).toBe(true);
    expect(identity.admits(`Bearer ${forGraph}`, GRAPH_SCOPE)).toBe(true);
    expect(identity.admits(`Bearer ${forBots}`, GRAPH_SCOPE)).toBe(false);
  });

  test.each([
    { by: 'another secret', credential: () => ({ kind: 'secret', secret: 'ssh' }) as const },
    {
      by: 'another certificate',
      credential: () => ({ kind: 'certificate', path: writeCertificate(path).path }) as const,
    },
  ])('is not given for $by, and the operator is told where to look', async ({ credential }) => {
    const { tokens } = open(credential());

    const refused = tokens.get(BOT_SCOPE, tenant);

    await expect(refused).rejects.toMatchObject({ verdict: 'later', code: 'no-token' });
    await expect(refused).rejects.toThrow('TEAMS_CLIENT_ID');
  });

  test('is bought with the certificate that is there by then: it is renewed in place', async () => {
    const { tokens } = open({ kind: 'certificate', path });
    rmSync(path);
    const missing = tokens.get(BOT_SCOPE, tenant);
    await expect(missing).rejects.toMatchObject({ verdict: 'later', code: 'no-token' });

    const renewed = writeCertificate(path);
    Object.assign(registered, renewed);

    expect(identity.admits(`Bearer ${await tokens.get(BOT_SCOPE, tenant)}`, BOT_SCOPE)).toBe(true);
  });

  test('is bought once for all who ask meanwhile, and again shortly before it ends', async () => {
    const { tokens, goBy } = open({ kind: 'secret', secret: 'shh' });

    await Promise.all([1, 2, 3].map(() => tokens.get(BOT_SCOPE, tenant)));
    goBy(54 * 60_000);
    await tokens.get(BOT_SCOPE, tenant);
    const before = identity.fetches.tokens;
    goBy(60_000);
    await tokens.get(BOT_SCOPE, tenant);

    expect([before, identity.fetches.tokens]).toEqual([1, 2]);
  });

  test('that was refused is bought anew; one that was bought meanwhile is kept, though the refusal comes late', async () => {
    const { tokens } = open({ kind: 'secret', secret: 'shh' });
    const first = await tokens.get(BOT_SCOPE, tenant);

    tokens.drop(BOT_SCOPE, tenant, first);
    await tokens.get(BOT_SCOPE, tenant);
    tokens.drop(BOT_SCOPE, tenant, first);
    await tokens.get(BOT_SCOPE, tenant);

    expect(identity.fetches.tokens).toBe(2);
  });

  test('says in the log when the certificate ends within a month, and nothing before', async () => {
    const { tokens, goBy, log } = open({ kind: 'certificate', path });
    await tokens.get(BOT_SCOPE, tenant);
    const early = log.text();

    // Microsoft's clock stands still: it takes what was signed for another day for false.
    goBy(16 * DAY_MS);
    await tokens.get(BOT_SCOPE, tenant).catch(() => {});

    expect(early).toBe('');
    expect(log.text()).toMatch(/"teams.certificate-ends".*"days":28|"days":28.*"teams.certificate-ends"/);
  });
});
