// What Slack sends us: only what we read of it, and anything else left aside.
import { z } from 'zod';

/** Slack leaves a property out, or says null: both mean nothing. */
const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);
const id = z.string().min(1);
const Named = z.object({ id });

export const SlackEvent = z.object({
  type: z.string(),
  /** An id; in what tells that a person has changed, all of the person. */
  user: absent(z.union([id, Named])),
  /** An id; in what tells that a channel has changed, all of the channel. */
  channel: absent(z.union([id, z.object({ id, name: absent(z.string()) })])),
  channel_type: absent(z.string()),
  actor_id: absent(id),
  inviter: absent(id),
  subtype: absent(z.string()),
  bot_id: absent(z.string()),
  text: absent(z.string()),
  ts: absent(z.string()),
  thread_ts: absent(z.string()),
  tab: absent(z.string()),
  tokens: absent(z.object({ bot: absent(z.array(z.string())) })),
});
export type SlackEvent = z.infer<typeof SlackEvent>;

/** @see https://docs.slack.dev/apis/events-api/#events-JSON */
const Callback = z
  .object({
    type: z.literal('event_callback'),
    team_id: id,
    event_id: id,
    /** Seconds since 1970. */
    event_time: absent(z.number()),
    event: SlackEvent,
    authorizations: absent(z.array(z.object({ team_id: absent(id) }))),
  })
  .transform((body) => ({
    ...body,
    kind: 'event' as const,
    // In a channel that is shared with others, the workspace that installed us is named here.
    teamId: body.authorizations?.[0]?.team_id ?? body.team_id,
  }));

const OptionValue = z.object({ value: z.string() });
const InputState = z.object({
  value: absent(z.string()),
  selected_option: absent(OptionValue),
  selected_options: absent(z.array(OptionValue)),
  selected_date: absent(z.string()),
});
export type InputState = z.infer<typeof InputState>;

const ShownView = z.object({
  id,
  type: z.string(),
  hash: absent(z.string()),
  callback_id: absent(z.string()),
  private_metadata: absent(z.string()),
  app_installed_team_id: absent(id),
  state: absent(z.object({ values: z.record(z.string(), z.record(z.string(), InputState)) })),
  blocks: absent(z.array(z.looseObject({ block_id: absent(z.string()) }))),
});
export type ShownView = z.infer<typeof ShownView>;

const Action = z.object({ action_id: z.string(), action_ts: absent(z.string()), value: absent(z.string()) });

/** What is pressed at Home is pressed in no channel: it is left out, or has no id. */
const Place = z.object({ id: z.string() }).transform((place) => (place.id === '' ? undefined : place));

const interactive = {
  team: absent(Named),
  user: Named.extend({ team_id: absent(id) }),
  trigger_id: absent(z.string()),
};

const toInteractive = <T extends { team?: { id: string } | undefined; user: { team_id?: string | undefined } }>(
  body: T & { view?: ShownView | undefined },
) => ({ ...body, teamId: body.view?.app_installed_team_id ?? body.team?.id ?? body.user.team_id ?? '' });

const Actions = z
  .object({
    ...interactive,
    type: z.literal('block_actions'),
    actions: z.array(Action).min(1),
    channel: absent(Place),
    container: absent(z.object({ message_ts: absent(z.string()), thread_ts: absent(z.string()) })),
    response_url: absent(z.url()),
    view: absent(ShownView),
  })
  .transform((body) => ({ ...toInteractive(body), kind: 'actions' as const }));

const Submission = z
  .object({ ...interactive, type: z.literal('view_submission'), view: ShownView })
  .transform((body) => ({ ...toInteractive(body), kind: 'submission' as const }));

const Shortcut = z
  .object({ ...interactive, type: z.enum(['shortcut', 'message_action']), trigger_id: id })
  .transform((body) => ({ ...toInteractive({ ...body, view: undefined }), kind: 'shortcut' as const }));

const Command = z
  .object({
    command: z.string(),
    text: z.string().default(''),
    team_id: id,
    user_id: id,
    channel_id: id,
    trigger_id: id,
    response_url: z.url(),
  })
  .transform((body) => ({ ...body, kind: 'command' as const, teamId: body.team_id }));

export const Payload = z.union([Callback, Actions, Submission, Shortcut, Command]);
export type Payload = z.infer<typeof Payload>;
export type Of<Kind extends Payload['kind']> = Extract<Payload, { kind: Kind }>;
