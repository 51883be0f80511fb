// Carries activities to the bot's door as the connector does: signed, over HTTP. And, for whoever asks, badly.
import { z } from 'zod';
import type { Activity } from './teams-activities.ts';
import type { Minting, TeamsIdentity } from './teams-identity.ts';

export interface Mail {
  /** As text, it is sent as it stands. */
  readonly activity: Activity | string;
  /** What is wrong with the token; a text is sent as the whole header; none sends no header. */
  readonly token?: Minting | string | 'none';
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
}

export interface Postman {
  deliver(mail: Mail): Promise<Answered>;
}

/** @param door where the bot listens: "http://127.0.0.1:3978/api/messages" */
export function createPostman(identity: TeamsIdentity, door: string): Postman {
  return {
    async deliver({ activity, token = {} }) {
      const headers = { 'content-type': 'application/json', ...authorize(identity, activity, token) };
      const body = typeof activity === 'string' ? activity : JSON.stringify(activity);
      const response = await fetch(door, { method: 'POST', headers, body });
      const text = await response.text();
      return { status: response.status, text, body: readJson(text) };
    },
  };
}

function authorize(identity: TeamsIdentity, activity: Mail['activity'], token: NonNullable<Mail['token']>) {
  if (token === 'none') return {};
  if (typeof token === 'string') return { authorization: token };
  const serviceUrl = typeof activity === 'string' ? '' : `${activity.serviceUrl}`;
  return { authorization: `Bearer ${identity.mint({ serviceUrl, ...token })}` };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const Card = z.looseObject({ contentType: z.literal('application/vnd.microsoft.card.adaptive'), content: z.unknown() });

const Execution = z.looseObject({ statusCode: z.int(), type: z.string(), value: z.unknown() });
const Task = z.looseObject({
  task: z.discriminatedUnion('type', [
    z.looseObject({ type: z.literal('message'), value: z.string() }),
    z.looseObject({ type: z.literal('continue'), value: z.looseObject({ title: z.string().default(''), card: Card }) }),
  ]),
});
const Extension = z.looseObject({
  composeExtension: z.looseObject({
    text: z.string().default(''),
    attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).default([]),
  }),
});

/** What the client makes of the answer to an invoke: words, or a card, or nothing. */
export function readInvoke({ status, body, text }: Answered): { readonly text: string; readonly card?: unknown } {
  if (status !== 200) return { text: `Something went wrong (${status}). ${text}` };
  const task = Task.safeParse(body).data?.task;
  if (task?.type === 'message') return { text: task.value };
  if (task?.type === 'continue') return { text: task.value.title, card: task.value.card.content };
  const extension = Extension.safeParse(body).data?.composeExtension;
  if (extension) return { text: extension.text, card: extension.attachments[0]?.content };
  const execution = Execution.safeParse(body).data;
  if (!execution) return { text: '' };
  if (execution.type === 'application/vnd.microsoft.card.adaptive') return { text: '', card: execution.value };
  if (execution.type === 'application/vnd.microsoft.activity.message') return { text: `${execution.value}` };
  return { text: `Something went wrong (${execution.statusCode}). ${JSON.stringify(execution.value)}` };
}
