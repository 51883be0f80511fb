// Who may see and do what? The one table of rights: chat, web and whatever comes ask here.
import type { GroupId } from '../ids.ts';

/** In the county as a whole: operator, coordinator, reader. In a group, today: convener, member. */
export type Role = 'operator' | 'coordinator' | 'reader' | 'convener' | 'member';

export const deeds = [
  'see-year',
  'see-calls',
  'see-meetings',
  'see-contacts',
  'see-groups',
  'see-rounds',
  'see-answers',
  'see-needs',
  'see-events',
  'see-deliveries',
  'see-gaps',
  'bind-group',
  'appoint',
  'schedule',
  'settle-need',
  'decide-event',
  'send-again',
  'see-plan',
  'change-plan',
  'step-plan',
  'see-report',
  'sign-report',
] as const;
export type Deed = (typeof deeds)[number];

/** all: wherever in the county · own: in the groups in which one has the role. */
type Reach = 'all' | 'own';

const everyone = { operator: 'all', coordinator: 'all', reader: 'all', convener: 'all', member: 'all' } as const;
const overseers = { operator: 'all', coordinator: 'all', reader: 'all' } as const;

/**
 * A reader sees all and changes nothing. An operator sees all and mends what is technical; what the county says and decides
 * is its coordinator's. A convener has their own groups. Nobody has anything in another county.
 */
const rights: Readonly<Record<Deed, Readonly<Partial<Record<Role, Reach>>>>> = {
  'see-year': everyone,
  'see-calls': everyone,
  'see-contacts': everyone,
  'see-meetings': { ...overseers, convener: 'own', member: 'own' },
  'see-groups': { ...overseers, convener: 'own' },
  'see-rounds': { ...overseers, convener: 'own' },
  'see-answers': { ...overseers, convener: 'own' },
  'see-needs': { ...overseers, convener: 'own' },
  'see-events': overseers,
  'see-deliveries': overseers,
  'see-gaps': overseers,
  'bind-group': { coordinator: 'all', convener: 'own' },
  appoint: { coordinator: 'all', convener: 'own' },
  schedule: { coordinator: 'all', convener: 'own' },
  'settle-need': { coordinator: 'all', convener: 'own' },
  'decide-event': { coordinator: 'all' },
  'send-again': { operator: 'all', coordinator: 'all' },
  'see-plan': { ...overseers, convener: 'own', member: 'own' },
  'change-plan': { coordinator: 'all', convener: 'own' },
  'step-plan': { coordinator: 'all', convener: 'own' },
  'see-report': overseers,
  'sign-report': { coordinator: 'all' },
};

/** What somebody is in their county today. */
export interface Actor {
  readonly roles: readonly ('operator' | 'coordinator' | 'reader')[];
  /** The groups that they call together. */
  readonly convenes: readonly GroupId[];
  /** The groups that they have a seat in. */
  readonly sits: readonly GroupId[];
}

/** In which groups may they? `all` is more than every group: also what belongs to none. */
export function findReach(actor: Actor, deed: Deed): 'all' | readonly GroupId[] {
  const groups: GroupId[] = [];
  for (const [role, reach] of listRights(deed)) {
    const own = listOwn(actor, role);
    if (own === undefined) continue;
    if (reach === 'all') return 'all';
    if (own !== 'county') groups.push(...own);
  }
  return [...new Set(groups)];
}

/** Somewhere in the county, if only in one group. */
export function may(actor: Actor, deed: Deed): boolean {
  const reach = findReach(actor, deed);
  return reach === 'all' || reach.length > 0;
}

/** To what belongs to one group. What belongs to none is for those who may everywhere. */
export function mayIn(actor: Actor, deed: Deed, groupId: GroupId | undefined): boolean {
  const reach = findReach(actor, deed);
  return reach === 'all' || (groupId !== undefined && reach.includes(groupId));
}

/** To what belongs to several groups together. */
export function mayInEach(actor: Actor, deed: Deed, groupIds: readonly GroupId[]): boolean {
  const [first, ...rest] = groupIds;
  return mayIn(actor, deed, first) && rest.every((id) => mayIn(actor, deed, id));
}

function listRights(deed: Deed): readonly (readonly [Role, Reach])[] {
  const roles = ['operator', 'coordinator', 'reader', 'convener', 'member'] as const;
  return roles.flatMap((role) => {
    const reach = rights[deed][role];
    return reach ? [[role, reach] as const] : [];
  });
}

/** Where somebody has a role; undefined where they have it nowhere. */
function listOwn({ roles, convenes, sits }: Actor, role: Role): 'county' | readonly GroupId[] | undefined {
  switch (role) {
    case 'operator':
    case 'coordinator':
    case 'reader':
      return roles.includes(role) ? 'county' : undefined;
    case 'convener':
      return convenes.length > 0 ? convenes : undefined;
    case 'member':
      return sits.length > 0 ? sits : undefined;
  }
}
