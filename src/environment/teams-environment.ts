// What the environment may say about Microsoft Teams, and what belongs together in it.
import { z } from 'zod';
import { readCertificate } from '../certificate.ts';
import { type Finding, InvalidInput } from '../errors.ts';
import { isLoopback, leadsToLoopback } from './loopback.ts';
import { filled, type Variables } from './variables.ts';

export const teamsVariables = {
  TEAMS_CLIENT_ID: z.uuid({ error: "must be the app's client id, as 00000000-0000-0000-0000-000000000000" }).optional(),
  TEAMS_CLIENT_SECRET: filled.optional(),
  TEAMS_CERTIFICATE: filled.optional(),
  TEAMS_MANAGED_IDENTITY: filled.optional(),
  TEAMS_TENANT_ID: filled
    .regex(/^[\w.-]+$/, { error: 'must be a directory (tenant) id, or botframework.com for a multi-tenant app' })
    .optional(),
  TEAMS_LOCAL_CLIENT: z
    .url({ protocol: /^https?$/, error: 'must be a web address, as http://127.0.0.1:56150/_connector' })
    .optional(),
};

export function findTeamsFaults(set: Variables): readonly Finding[] {
  return [...findAppFaults(set), ...findLocalClientFaults(set)];
}

const CREDENTIALS = ['TEAMS_CLIENT_SECRET', 'TEAMS_CERTIFICATE', 'TEAMS_MANAGED_IDENTITY'];

function findAppFaults(set: Variables): readonly Finding[] {
  const { TEAMS_CLIENT_ID: id, TEAMS_TENANT_ID: tenant } = set;
  if (id === undefined) {
    const orphans = [...CREDENTIALS, 'TEAMS_TENANT_ID'].filter((name) => set[name]);
    const message =
      'is set but TEAMS_CLIENT_ID is missing. Copy it from the app registration, or unset this to run without Teams';
    return orphans.map((path) => ({ path, message }));
  }
  const faults = [...findCredentialFaults(set)];
  if (tenant === undefined) {
    faults.push({
      path: 'TEAMS_TENANT_ID',
      message:
        'is missing while TEAMS_CLIENT_ID is set. Copy Directory (tenant) ID from the app registration; for a multi-tenant app write botframework.com',
    });
  }
  return faults;
}

function findCredentialFaults(set: Variables): readonly Finding[] {
  const [first, ...others] = CREDENTIALS.filter((name) => set[name] !== undefined);
  if (first === undefined) {
    const message =
      'is missing while TEAMS_CLIENT_ID is set. Make one under Certificates & secrets in the app registration, or set TEAMS_CERTIFICATE, or TEAMS_MANAGED_IDENTITY on a machine in Azure, or unset the client id to run without Teams';
    return [{ path: 'TEAMS_CLIENT_SECRET', message }];
  }
  const together = others.map((path) => ({
    path,
    message: `is set together with ${first}. Unset the one that is not to be used`,
  }));
  return [...together, ...findCertificateFaults(set.TEAMS_CERTIFICATE)];
}

function findCertificateFaults(path: string | undefined): readonly Finding[] {
  if (path === undefined) return [];
  try {
    readCertificate(path);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return [{ path: 'TEAMS_CERTIFICATE', message: error.message }];
  }
}

function findLocalClientFaults(set: Variables): readonly Finding[] {
  const path = 'TEAMS_LOCAL_CLIENT';
  const url = set[path];
  if (url === undefined) return [];
  const faults: Finding[] = [];
  if (set.TEAMS_CLIENT_ID !== undefined) {
    faults.push({
      path,
      message:
        'is set together with TEAMS_CLIENT_ID. It lets in whoever asks, which an app with credentials never does. Unset one of them',
    });
  }
  if (!isLoopback(set.HOST ?? '127.0.0.1')) {
    faults.push({
      path,
      message: 'lets in whoever asks, so it works on this machine alone. Set HOST=127.0.0.1, or unset it',
    });
  }
  if (URL.canParse(url) && !leadsToLoopback(url)) {
    faults.push({ path, message: 'must lead to this machine, as http://127.0.0.1:56150/_connector' });
  }
  return faults;
}
