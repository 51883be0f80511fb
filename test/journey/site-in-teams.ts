// A tenant of Teams: everybody has their own chat with Samverk, and the group has a channel.
import { changedActivity } from '../fake/teams-activities.ts';
import { createTeamsClient, type Entries, type Shown, type TeamsClient } from '../fake/teams-client.ts';
import { makeAccount } from '../fake/teams-world.ts';
import type { Arrived, Hand, Seen, Site, Someone } from './hand.ts';
import type { AllDoors } from './open-all-doors.ts';
import { readRoom } from './site-in-room.ts';

export function createTeamsSite(doors: AllDoors): Site {
  const { tenant, connector, postman } = doors.teams;
  const { world } = connector;
  const accountOf = ({ name, email }: Someone) => makeAccount(name, tenant, { email });
  const ownOf = (someone: Someone) => world.openPersonal(accountOf(someone), 'emea');
  const clientOf = (someone: Someone, place = ownOf(someone)) =>
    createTeamsClient({ connector, postman, account: accountOf(someone), place });
  return {
    tenants: { teams: [tenant], slack: [] },
    enter: (someone) => createHand(clientOf(someone)),
    async bind(group, by, members) {
      const place = world.addPlace({
        ...{ kind: 'channel', name: group, team: 'Integration', tenant },
        members: members.map(accountOf),
      });
      const client = clientOf(by, place);
      await client.send(changedActivity(client.scene, 'added'));
      return see(client, await client.write(`koppla ${group}`, { isMention: true }));
    },
    async read(everybody) {
      const read = new Map(await readRoom(doors, everybody));
      for (const place of world.places.values()) {
        const [member] = everybody;
        if (!member) continue;
        const texts = createTeamsClient({ connector, postman, account: accountOf(member), place }).read();
        const channel = place.kind === 'personal' ? {} : { channel: `${place.team?.name} – ${place.name} (Teams)` };
        read.set(
          place.id,
          texts.map((text): Arrived => ({ ...channel, text })),
        );
      }
      return read;
    },
  };
}

function createHand(client: TeamsClient): Hand {
  return {
    write: async (text) => see(client, await client.write(text)),
    // A post cannot open a dialog; its button can.
    open: async (text) => see(client, await client.pressOn(await client.write(text), 'Fyll i')),
    press: async (words) => see(client, await client.press(words)),
  };
}

function see(client: TeamsClient, shown: Shown): Seen {
  return {
    text: shown.text,
    lines: shown.text.split(/[\r\n]+/),
    fill: async (entries) => see(client, await client.fill(shown, toTyped(entries))),
    press: async (words) => see(client, await client.pressOn(shown, words)),
  };
}

function toTyped(entries: Readonly<Record<string, string | readonly string[]>>): Entries {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, String(value)]));
}
