// The workspaces that have installed the app, with their tokens sealed.
import type { Instant } from '../../calendar/zone.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { Db } from '../../database/open.ts';
import type { Installation } from './slack-installation.ts';
import type { SealedToken } from './slack-token-seal.ts';

export type SealedInstallation = Omit<Installation, 'botToken'> & SealedToken;

const select = {
  teamId: true,
  teamName: true,
  botUserId: true,
  sealedToken: true,
  keyId: true,
  installedAt: true,
} satisfies Prisma.SlackInstallationSelect;

/** Installed again, the new token takes the old one's place. */
export async function saveInstallation(
  db: Db,
  installation: Omit<SealedInstallation, 'installedAt'>,
  at: Instant,
): Promise<void> {
  const { teamId, ...rest } = installation;
  const data = { ...rest, installedAt: at };
  await db.slackInstallation.upsert({
    where: { teamId },
    create: { teamId, ...data },
    update: data,
    select: { teamId: true },
  });
}

export async function findInstallation(db: Db, teamId: string): Promise<SealedInstallation | undefined> {
  return (await db.slackInstallation.findUnique({ where: { teamId }, select })) ?? undefined;
}

export async function listInstallations(db: Db): Promise<readonly SealedInstallation[]> {
  return db.slackInstallation.findMany({ orderBy: { teamId: 'asc' }, select });
}

/** The same token under another key; left alone where somebody has put a new one there meanwhile. */
export async function resealInstallation(db: Db, was: SealedInstallation, is: SealedToken): Promise<void> {
  const { teamId, sealedToken } = was;
  await db.slackInstallation.updateMany({ where: { teamId, sealedToken }, data: { ...is } });
}

export async function forgetInstallation(db: Db, teamId: string): Promise<void> {
  await db.slackInstallation.deleteMany({ where: { teamId } });
}
