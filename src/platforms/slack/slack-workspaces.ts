// Several workspaces: each that has installed the app has a token in the database.
import type { Clock } from '../../clock.ts';
import type { Db } from '../../database/open.ts';
import type { Log } from '../../log.ts';
import type { Installation, Installations } from './slack-installation.ts';
import {
  findInstallation,
  forgetInstallation,
  listInstallations,
  resealInstallation,
  type SealedInstallation,
  saveInstallation,
} from './slack-installation-store.ts';
import { createTokenSeal, type TokenSeal } from './slack-token-seal.ts';

export interface Workspaces extends Installations {
  /** Takes the place of an earlier installation in the same workspace. */
  save(installation: Omit<Installation, 'installedAt'>): Promise<void>;
}

export interface WorkspacesDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  /** The first seals, all open. */
  readonly keys: readonly string[];
}

/** Tokens that an earlier key sealed are sealed with the first one now, so that the earlier can be taken away. */
export async function openWorkspaces(deps: WorkspacesDeps): Promise<Workspaces> {
  const { db, clock, log, keys } = deps;
  const seal = createTokenSeal(keys);
  const open = createOpener(seal, log);
  for (const sealed of await listInstallations(db)) await resealOld(db, { seal, sealed, opened: open(sealed) });
  return {
    async find(teamId) {
      const sealed = await findInstallation(db, teamId);
      return sealed && open(sealed);
    },
    save: ({ botToken, ...workspace }) =>
      saveInstallation(db, { ...workspace, ...seal.close(workspace.teamId, botToken) }, clock.now()),
    forget: (teamId) => forgetInstallation(db, teamId),
  };
}

interface Old {
  readonly seal: TokenSeal;
  readonly sealed: SealedInstallation;
  readonly opened: Installation | undefined;
}

async function resealOld(db: Db, { seal, sealed, opened }: Old): Promise<void> {
  if (!opened || sealed.keyId === seal.keyId) return;
  await resealInstallation(db, sealed, seal.close(opened.teamId, opened.botToken));
}

/** What cannot be opened is as if it were not installed, and is said once: the other workspaces go on. */
function createOpener(seal: TokenSeal, log: Log): (sealed: SealedInstallation) => Installation | undefined {
  const told = new Set<string>();
  return ({ sealedToken, keyId, ...workspace }) => {
    const { teamId } = workspace;
    const opened = seal.open(teamId, { sealedToken, keyId });
    if (opened.kind === 'token') return { ...workspace, botToken: opened.token };
    if (!told.has(sealedToken)) {
      told.add(sealedToken);
      log.error('slack.token-not-readable', undefined, { workspace: teamId, reason: opened.kind, key: keyId });
    }
    return undefined;
  };
}
