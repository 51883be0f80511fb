// How a message is shown wherever it may be shown, side by side: one column for each platform, and one for plain text.
import { renderToString } from 'preact-render-to-string';
import { z } from 'zod';
import type { Message } from '../../src/message/message.ts';
import { toPlainText } from '../../src/message/plain-text.ts';
import { CardActions } from '../../src/platforms/room/card-actions.tsx';
import { Card } from '../../src/platforms/room/room-card.tsx';
import { composeCard as composeBlocks } from '../../src/platforms/slack/slack-card.ts';
import { composeCard } from '../../src/platforms/teams/teams-card.ts';
import { checkCard } from '../fake/card-check.ts';
import { viewCard } from '../fake/card-view.ts';
import { checkBlocks } from '../fake/slack-block-check.ts';
import { viewBlocks } from '../fake/slack-block-view.ts';
import { readHtml } from './read-html.ts';

export interface Column {
  readonly name: string;
  /** As it stands in the golden file. */
  show(message: Message): string;
  /** All that a reader finds there. */
  read(message: Message): string;
  /** What the platform would say against it. */
  findFaults(message: Message): readonly string[];
}

const none = () => [];
const readRoom = (message: Message) => readHtml(renderToString(<InRoom message={message} />));

/** A platform more is a line more. */
export const columns: readonly Column[] = [
  { name: 'plain text', show: toPlainText, read: toPlainText, findFaults: none },
  { name: 'room', show: readRoom, read: readRoom, findFaults: none },
  {
    name: 'slack',
    show: showSlack,
    read: readSlack,
    findFaults: (message) => checkBlocks(toBlocks(message), 'message'),
  },
  { name: 'teams', show: showTeams, read: readTeams, findFaults: (message) => checkCard(toCard(message)) },
];

/** For somebody who has not answered yet. */
function InRoom({ message }: { readonly message: Message }) {
  const { language } = message;
  const origin = 'https://samverk.example.org';
  const showing = { language, action: '/room/act', csrf: 'csrf', nonce: 'nonce', origin };
  return (
    <Card {...{ message, language }} id="card" version={1}>
      <CardActions {...{ message, showing }} id="card" views={new Map()} />
    </Card>
  );
}

function toCard(message: Message) {
  return composeCard(message, { mark: 'samverk-mark', isPersonal: true });
}

function toBlocks(message: Message) {
  return composeBlocks(message, { isShared: true });
}

/** Everything but the words for notifications, which are the plain text: a block a line. */
function showSlack(message: Message): string {
  return toBlocks(message)
    .map((block) => JSON.stringify(block))
    .join('\n');
}

function readSlack(message: Message): string {
  const { text, buttons } = viewBlocks(toBlocks(message));
  return [text, ...buttons.map(({ url }) => url ?? '')].join('\n');
}

const Parts = z.looseObject({ body: z.array(z.unknown()), actions: z.array(z.unknown()).default([]) });

/** The whole card, an element a line. */
function showTeams(message: Message): string {
  const { body, actions, ...rest } = Parts.parse(toCard(message));
  return [...body, ...actions, rest].map((element) => JSON.stringify(element)).join('\n');
}

function readTeams(message: Message): string {
  const { text, actions } = viewCard(toCard(message));
  return [text, ...actions.map(({ url }) => url ?? '')].join('\n');
}
