// In which workspaces are we: in one, by its token, or in all that install the app at our own door?
import type { RequestHandler } from 'express';
import type { SlackConfig } from '../../config.ts';
import { createSlackInstall, type InstallDeps } from './slack-install.ts';
import type { Installations } from './slack-installation.ts';
import { createSingleInstallation } from './slack-token.ts';
import { openWorkspaces } from './slack-workspaces.ts';

export interface Installing {
  readonly installations: Installations;
  /** Mounted by main.ts at SLACK_INSTALL. With one token there is nothing to install. */
  readonly door?: RequestHandler;
}

export interface InstallingDeps extends Omit<InstallDeps, 'config' | 'workspaces'> {
  readonly config: Pick<SlackConfig, 'apiUrl' | 'install'>;
}

export async function openInstallations({ config, ...deps }: InstallingDeps): Promise<Installing> {
  const { apiUrl, install } = config;
  switch (install.kind) {
    case 'token':
      return { installations: createSingleInstallation({ apiUrl, botToken: install.botToken }) };
    case 'oauth': {
      const { keys, ...client } = install;
      const workspaces = await openWorkspaces({ ...deps, keys });
      return {
        installations: workspaces,
        door: createSlackInstall({ ...deps, config: { apiUrl, ...client }, workspaces }),
      };
    }
  }
}
