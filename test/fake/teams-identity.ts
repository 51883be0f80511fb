// Microsoft's identity platform as a bot meets it: who signs what reaches us, and who lets us in at the connector.
import { constants, verify } from 'node:crypto';
import { z } from 'zod';
import type { CertificateFile } from './certificate-file.ts';
import { type Asked, openForeignServer, type Reply } from './foreign-server.ts';
import { describeKey, leaveUnsigned, makeKey, openToken, type SigningKey, signToken } from './signing-keys.ts';

export const TOKEN_ISSUER = 'https://api.botframework.com';
export const BOT_SCOPE = 'https://api.botframework.com/.default';
export const GRAPH_SCOPE = 'https://graph.microsoft.com/.default';

/** The bot's registration. */
export interface Registration {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Registered beside the secret. */
  readonly certificate?: Pick<CertificateFile, 'publicKey' | 'thumbprint'>;
}

/** What may be wrong with a token that reaches us; nothing, when left out. */
export interface Minting {
  readonly serviceUrl?: string;
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds from now; below zero, it is over. */
  readonly validForSeconds?: number;
  /** Seconds from now at which it begins to hold. */
  readonly validInSeconds?: number;
  /** rotated: of the newest key · foreign: of a key nobody published · unendorsed: of one that may not sign for Teams. */
  readonly by?: 'published' | 'foreign' | 'unendorsed' | 'nobody';
  readonly claims?: Readonly<Record<string, unknown>>;
}

export interface TeamsIdentity {
  readonly url: string;
  readonly registration: Registration;
  readonly openIdMetadataUrl: string;
  /** How often each was asked for. */
  readonly fetches: { metadata: number; keys: number; tokens: number };
  /** A token such as the connector puts on what it sends us. */
  mint(minting?: Minting): string;
  /** Publishes a new key and signs with it from now on; the old one is gone. */
  rotate(): void;
  /** Nobody answers until it is back. */
  isDown: boolean;
  /** Gives out no more tokens: the secret has run out. */
  refusesSecret: boolean;
  /** Whether we gave this bearer out, for this purpose, and it still holds. */
  admits(authorization: string | undefined, scope: string): boolean;
  /** What was given out so far opens nothing any more. */
  revoke(): void;
  close(): Promise<void>;
}

const HOUR_SECONDS = 3_600;

export async function openTeamsIdentity(registration: Registration): Promise<TeamsIdentity> {
  const foreign = makeKey(['msteams']);
  const unendorsed = makeKey(['webchat']);
  const own = makeKey();
  let published = makeKey(['msteams', 'skype']);
  let revokedBefore = 0;
  const usedAssertions = new Set<string>();
  const fetches = { metadata: 0, keys: 0, tokens: 0 };
  const server = await openForeignServer(async (asked) => (identity.isDown ? 'reset' : answer(asked)));

  async function answer(asked: Asked): Promise<Reply> {
    const { pathname } = asked.url;
    if (pathname === '/v1/.well-known/openidconfiguration') {
      fetches.metadata += 1;
      return { status: 200, body: describeMetadata(server.url) };
    }
    if (pathname === '/v1/.well-known/keys') {
      fetches.keys += 1;
      return { status: 200, body: { keys: [published, unendorsed].map(describeKey) } };
    }
    const tenant = /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(pathname)?.[1];
    if (asked.method !== 'POST' || tenant === undefined) return { status: 404 };
    fetches.tokens += 1;
    return identity.refusesSecret ? refuse('invalid_client', 'AADSTS7000222: expired.') : giveToken(asked.body, tenant);
  }

  function giveToken(body: string, tenant: string): Reply {
    const wanted = Grant.safeParse(Object.fromEntries(new URLSearchParams(body)));
    if (!wanted.success) return refuse('invalid_request', 'AADSTS900144: something is missing.');
    const { client_id, scope } = wanted.data;
    const doubt = client_id === registration.clientId ? doubtProof(wanted.data, tenant) : 'AADSTS700016: not found.';
    if (doubt !== undefined) return refuse('invalid_client', doubt);
    const iat = Date.now() / 1000;
    const claims = { aud: scope.replace('/.default', ''), iat, exp: iat + HOUR_SECONDS, tid: tenant, appid: client_id };
    const given = { token_type: 'Bearer', expires_in: 3_599, ext_expires_in: 3_599 };
    return { status: 200, body: { ...given, access_token: signToken(own, { ...claims, issuedMs: Date.now() }) } };
  }

  function doubtProof(proof: Grant, tenant: string): string | undefined {
    if ('client_secret' in proof) {
      return proof.client_secret === registration.clientSecret ? undefined : 'AADSTS7000215: Invalid client secret.';
    }
    const isTrue = isAssertion(registration, proof.client_assertion, `${server.url}/${tenant}/oauth2/v2.0/token`);
    const isNew = !usedAssertions.has(proof.client_assertion);
    usedAssertions.add(proof.client_assertion);
    return isTrue && isNew ? undefined : 'AADSTS700027: Client assertion failed signature validation.';
  }

  const signers: Record<'foreign' | 'unendorsed', SigningKey> = { foreign, unendorsed };
  const identity: TeamsIdentity = {
    url: server.url,
    registration,
    openIdMetadataUrl: `${server.url}/v1/.well-known/openidconfiguration`,
    fetches,
    isDown: false,
    refusesSecret: false,
    mint(minting = {}) {
      const { by = 'published' } = minting;
      const claims = toClaims(registration, minting);
      return by === 'nobody' ? leaveUnsigned(claims) : signToken(by === 'published' ? published : signers[by], claims);
    },
    rotate() {
      published = makeKey(['msteams', 'skype']);
    },
    admits(authorization, scope) {
      const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
      const payload = token === undefined ? undefined : openToken(own, token);
      if (payload === undefined || payload.aud !== scope.replace('/.default', '')) return false;
      return payload.exp > Date.now() / 1000 && payload.exp - HOUR_SECONDS >= revokedBefore;
    },
    revoke() {
      revokedBefore = Date.now() / 1000;
    },
    close: server.close,
  };
  return identity;
}

const Proof = z.union([
  z.object({ client_secret: z.string() }),
  z.object({
    client_assertion_type: z.literal('urn:ietf:params:oauth:client-assertion-type:jwt-bearer'),
    client_assertion: z.string(),
  }),
]);
const Grant = z
  .object({
    grant_type: z.literal('client_credentials'),
    client_id: z.string(),
    scope: z.enum([BOT_SCOPE, GRAPH_SCOPE]),
  })
  .and(Proof);
type Grant = z.infer<typeof Grant>;

const read = <T extends z.ZodType>(schema: T, part = '') =>
  schema.safeParse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))).success;

/** https://learn.microsoft.com/entra/identity-platform/certificate-credentials */
function isAssertion({ clientId, certificate }: Registration, assertion: string, url: string): boolean {
  if (!certificate) return false;
  const [header = '', claims = '', signature = ''] = assertion.split('.');
  const now = Date.now() / 1000;
  const Header = z.object({
    alg: z.literal('PS256'),
    typ: z.literal('JWT'),
    'x5t#S256': z.literal(certificate.thumbprint),
  });
  const Claims = z.object({
    aud: z.literal(url),
    iss: z.literal(clientId),
    sub: z.literal(clientId),
    jti: z.uuid(),
    nbf: z.number().max(now + 1),
    exp: z
      .number()
      .min(now)
      .max(now + 600),
  });
  const { publicKey: key } = certificate;
  const { RSA_PKCS1_PSS_PADDING: padding, RSA_PSS_SALTLEN_DIGEST: saltLength } = constants;
  const signed = Buffer.from(`${header}.${claims}`);
  const isSigned = verify('sha256', signed, { key, padding, saltLength }, Buffer.from(signature, 'base64url'));
  return isSigned && read(Header, header) && read(Claims, claims);
}

function refuse(error: string, error_description: string): Reply {
  return { status: error === 'invalid_client' ? 401 : 400, body: { error, error_description } };
}

function describeMetadata(url: string) {
  return {
    issuer: TOKEN_ISSUER,
    authorization_endpoint: 'https://invalid.botframework.com',
    jwks_uri: `${url}/v1/.well-known/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  };
}

function toClaims({ clientId }: Registration, minting: Minting) {
  const { serviceUrl, issuer = TOKEN_ISSUER, audience = clientId, claims } = minting;
  const { validForSeconds = HOUR_SECONDS, validInSeconds = 0 } = minting;
  const now = Math.floor(Date.now() / 1000);
  return {
    serviceurl: serviceUrl,
    nbf: now + validInSeconds,
    exp: now + validForSeconds,
    iss: issuer,
    aud: audience,
    ...claims,
  };
}
