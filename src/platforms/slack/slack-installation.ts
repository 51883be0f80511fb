// In which workspaces is the app installed, and with which token does it speak there?

export interface Installation {
  readonly teamId: string;
  readonly teamName: string;
  readonly botToken: string;
  readonly botUserId: string;
}

export interface Installations {
  find(teamId: string): Promise<Installation | undefined>;
  forget(teamId: string): Promise<void>;
}
