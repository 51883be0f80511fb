// The only file that knows Microsoft's Teams SDK: it proves who sent a request, and who we are by managed identity.
import type { App as TeamsApp } from '@microsoft/teams.apps';
import type { TeamsEndpoints } from './teams-setting.ts';

type SdkLog = NonNullable<NonNullable<ConstructorParameters<typeof TeamsApp>[0]>['logger']>;

/** The SDK logs whole activities, names and texts in them; what is worth knowing we log ourselves. */
const silent: SdkLog = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  trace() {},
  log() {},
  child: () => silent,
};

export interface Proof {
  readonly clientId: string;
  readonly tenantId: string;
  readonly endpoints: TeamsEndpoints;
}

export interface Claimed {
  readonly authorization: string;
  readonly body: unknown;
}

/** Signature, issuer, audience, time, and that the token is about this very service URL. */
export type Prove = (claimed: Claimed) => Promise<boolean>;

/** Loaded when it is first needed: whoever runs without Teams does not wait for it. */
const loadSdk = () => import('@microsoft/teams.apps');

export async function openProof({ clientId, tenantId, endpoints }: Proof): Promise<Prove> {
  const { App } = await loadSdk();
  const app = new App({
    clientId,
    tenantId,
    // What is sent is sent by ourselves, so that the SDK needs no credentials of its own.
    token: () => '',
    cloud: toCloud(endpoints),
    ...quiet,
  });
  await app.initialize();
  // Ours to handle: the SDK is only asked whether it would have let it through.
  app.server.onRequest = async () => ({ status: 200 });
  return async ({ authorization, body }) => {
    const { status } = await app.server.handleRequest({ headers: { authorization }, body });
    return status === 200;
  };
}

export interface Identity {
  readonly clientId: string;
  /** "system", or the client id of a user-assigned identity. */
  readonly identity: string;
  readonly isGraph: boolean;
  readonly tenant: string;
  readonly endpoints: TeamsEndpoints;
}

/** Only a machine in Azure can: its identity vouches for the app's. */
export async function askManagedIdentity(
  asked: Identity,
): Promise<{ readonly token: string; readonly endsAt?: number }> {
  const { App } = await loadSdk();
  class Holder extends App {
    readToken() {
      return asked.isGraph ? this.getAppGraphToken(asked.tenant) : this.getBotToken();
    }
  }
  const { clientId, identity, tenant, endpoints } = asked;
  const holder = new Holder({
    clientId,
    tenantId: tenant,
    managedIdentityClientId: identity,
    cloud: toCloud(endpoints),
    ...quiet,
  });
  const token = await holder.readToken();
  if (!token) throw new Error('The managed identity gave no token.');
  return { token: token.toString(), ...(token.expiration === undefined ? {} : { endsAt: token.expiration }) };
}

/** Said here, as the SDK otherwise asks the environment. */
const quiet = {
  httpServerAdapter: { registerRoute() {} },
  dangerouslyAllowUnauthenticatedRequests: false,
  serviceUrl: 'https://smba.trafficmanager.net/teams',
  logger: silent,
} as const;

function toCloud({ login, openIdMetadata, issuer }: TeamsEndpoints) {
  return {
    loginEndpoint: login,
    loginTenant: 'botframework.com',
    botScope: 'https://api.botframework.com/.default',
    tokenServiceUrl: 'https://token.botframework.com',
    openIdMetadataUrl: openIdMetadata,
    tokenIssuer: issuer,
    graphScope: 'https://graph.microsoft.com/.default',
  };
}
