// Teams as the contract suite sees it, in a channel, a group chat or a personal chat.
import { z } from 'zod';
import type { PlatformUser } from '../../../src/platform.ts';
import { question } from '../../contract/asked-messages.ts';
import type { Deed, PlatformHarness, PlatformUnderTest, Turn } from '../../contract/platform-harness.ts';
import { viewCard } from '../../fake/card-view.ts';
import { type Activity, changedActivity, installedActivity } from '../../fake/teams-activities.ts';
import { createTeamsClient, type Shown, type TeamsClient } from '../../fake/teams-client.ts';
import type { Postman } from '../../fake/teams-postman.ts';
import type { Account, Place } from '../../fake/teams-world.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { asa, type OpenTeams, openTeams, tenant, toKnown } from './open-teams.ts';

export const teamsUnderTest = (['channel', 'chat', 'personal'] as const).map(
  (kind): PlatformUnderTest => ({
    name: `Teams, in a ${{ channel: 'channel', chat: 'group chat', personal: 'personal chat' }[kind]},`,
    // Only a channel has a name that Teams tells bots about.
    cannot: kind === 'channel' ? [] : ['rename'],
    tooLarge: {
      language: 'sv',
      title: 'För långt',
      parts: [{ kind: 'text', text: 'å'.repeat(150_000) }],
      buttons: [],
    },
    open: async (handle) => {
      const { db } = await openTestDatabase();
      const opened = await openTeams({ db, handle });
      return { ...openHarness(opened, opened[kind]), empty: () => empty(opened, () => db.outerPost.deleteMany()) };
    },
  }),
);

async function empty({ connector }: OpenTeams, forget: () => Promise<unknown>): Promise<void> {
  connector.world.sweep();
  // What one test sends does not hold up the next: each is an hour later, as far as Microsoft counts.
  connector.forgetArrivals();
  await forget();
}

function openHarness(opened: OpenTeams, place: Place): Omit<PlatformHarness, 'empty'> {
  const { connector, postman, teams } = opened;
  const conversation = toKnown(connector, place);
  const client = opened.enter(place);
  const listPosts = (where: Place) => connector.world.posts.filter((post) => post.place === where && !post.isDeleted);
  let turned = client.last;
  return {
    platform: teams,
    conversation,
    user: toUser(asa),
    members: place.members.map(toUser),
    hasPlaces: true,
    readPosts: async (of = conversation) => {
      const { conversationId } = z.object({ conversationId: z.string() }).parse(of.address);
      const where = connector.world.places.get(conversationId);
      return where ? listPosts(where).map(({ content }) => readContent(content)) : [];
    },
    deletePost: async () => {
      for (const post of listPosts(place)) post.isDeleted = true;
    },
    perform: async (deed) => (await perform(client, deed)).text,
    performAgain: async () => (await client.again()).text,
    forge: async (deed) => {
      const real = await composeOnly(opened, place, deed);
      await postman.deliver({ activity: real, token: 'none' });
      await postman.deliver({ activity: real, token: { by: 'foreign' } });
      await postman.deliver({ activity: real, token: { audience: 'somebody-else' } });
    },
    turn: async (turn) => {
      for (const activity of toActivities(client, turn)) await client.send(activity);
      turned = client.last;
    },
    turnAgain: async () => {
      await client.send(turned());
    },
    forgeTurn: async (turn) => {
      for (const activity of toActivities(client, turn)) await postman.deliver({ activity, token: 'none' });
    },
    close: async () => {
      await opened.close();
      if (connector.breaches.length > 0) throw new Error(`Against the rules: ${connector.breaches.join('\n')}`);
    },
  };
}

function readContent({
  text,
  cards,
}: {
  readonly text?: string | undefined;
  readonly cards: readonly unknown[];
}): string {
  return [text ?? '', ...cards.map((card) => viewCard(card).text)].filter((each) => each !== '').join('\n');
}

/** A guest's address is not the tenant's to vouch for. */
function toUser({ objectId, email, isGuest }: Account): PlatformUser {
  return { platform: 'teams', tenant, user: objectId, ...(isGuest ? {} : { email }) };
}

async function perform(client: TeamsClient, deed: Deed): Promise<Shown> {
  if (deed.kind === 'write') return client.write(deed.text, { isMention: client.scene.at.kind !== 'personal' });
  if (deed.kind !== 'submit') return client.press(labelOf(deed));
  return client.fill(await client.press('Fyll i'), deed.entries);
}

function labelOf({ kind }: Exclude<Deed, { kind: 'submit' | 'write' }>): string {
  return question.buttons.find((button) => button.kind === (kind === 'press' ? 'answer' : kind))?.label ?? '';
}

/** What a client would send, without its being sent: only the dialog that it opens first is fetched. */
async function composeOnly({ connector, postman }: OpenTeams, place: Place, deed: Deed): Promise<Activity> {
  const nothing = { status: 200, body: undefined, text: '' };
  const held: Postman = {
    deliver: async (mail) => (JSON.stringify(mail.activity).includes('task/fetch') ? postman.deliver(mail) : nothing),
  };
  const client = createTeamsClient({ connector, postman: held, account: asa, place });
  await perform(client, deed);
  return client.last();
}

function toActivities({ scene }: TeamsClient, turn: Turn) {
  if (turn === 'renamed') return [changedActivity(scene, 'channelRenamed')];
  const isIn = turn === 'joined';
  // Teams tells of a group in two ways, of which this one is greeted, and of a personal chat in this one alone.
  return [installedActivity(scene, isIn ? 'add' : 'remove')];
}
