// What Teams sends us: only what we read of it, and anything else left aside.
import { z } from 'zod';

/** Teams leaves a property out, or says null: both mean nothing. */
const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

const Account = z.object({ id: z.string().min(1), aadObjectId: absent(z.string().min(1)), name: absent(z.string()) });

const Named = z.object({ id: z.string().min(1), name: absent(z.string()) });

const ChannelData = z.object({
  eventType: absent(z.string()),
  tenant: absent(z.object({ id: z.string().min(1) })),
  team: absent(Named.extend({ aadGroupId: absent(z.string().min(1)) })),
  channel: absent(Named),
  settings: absent(z.object({ selectedChannel: absent(Named) })),
});

const Entity = z.looseObject({ type: absent(z.string()) });

export const Mention = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: z.string() }),
  text: absent(z.string()),
});

/** @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object */
export const TeamsActivity = z.object({
  type: z.string(),
  id: z.string().min(1),
  channelId: z.string(),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: Account,
  recipient: absent(Account),
  conversation: z.object({
    id: z.string().min(1),
    tenantId: absent(z.string().min(1)),
    conversationType: absent(z.string()),
    name: absent(z.string()),
  }),
  channelData: absent(ChannelData),
  locale: absent(z.string()),
  name: absent(z.string()),
  action: absent(z.string()),
  text: absent(z.string()),
  replyToId: absent(z.string()),
  entities: absent(z.array(Entity)),
  membersAdded: absent(z.array(Account)),
  membersRemoved: absent(z.array(Account)),
  value: z.unknown().optional(),
});
export type TeamsActivity = z.infer<typeof TeamsActivity>;

/** The tenant that the conversation is in, where all that names one agrees. */
export function readTenant({ conversation, channelData }: TeamsActivity): string | undefined {
  const named = [conversation.tenantId, channelData?.tenant?.id].filter((tenant) => tenant !== undefined);
  return named.every((tenant) => tenant === named[0]) ? named[0] : undefined;
}

const MOST_DEEP = 32;

/** Nobody sends us anything so deep in good faith. */
export function isTooDeep(body: unknown): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_DEEP) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}
