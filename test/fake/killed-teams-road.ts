// A second process: the whole road to Teams, until all is sent, or until it is killed.
import { wallClock } from '../../src/clock.ts';
import { silentLog } from '../../src/log.ts';
import { createTeams } from '../../src/platforms/teams/teams.ts';
import { runRoad } from './run-road.ts';
import { TOKEN_ISSUER } from './teams-identity.ts';
import { LoadOrders } from './teams-load-orders.ts';

const orders = LoadOrders.parse(JSON.parse(process.argv[2] ?? '{}'));
const { clientId, clientSecret, login, openIdMetadata, graph, tenant } = orders;

await runRoad(orders, (db) =>
  createTeams({
    config: { kind: 'microsoft', clientId, tenantId: tenant, credential: { kind: 'secret', secret: clientSecret } },
    db,
    clock: wallClock,
    log: silentLog,
    isTenantAllowed: async () => true,
    endpoints: { login, openIdMetadata, graph, issuer: TOKEN_ISSUER },
  }),
);
