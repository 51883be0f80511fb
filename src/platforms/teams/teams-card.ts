// A message as an Adaptive Card 1.5: every part and every button, in the order of the message.
import { findPromptOf, type Message, type Part } from '../../message/message.ts';
import type { ButtonData } from '../../outer/button-data.ts';
import { composeAction } from './teams-action.ts';
import { type Card, composeText, type Element, toCard } from './teams-element.ts';
import { writeList, writeText } from './teams-markdown.ts';

/** In a row; more are folded away behind "…", or refused. */
const MOST_ACTIONS = 5;

export interface Drawing {
  /** By which the post is found again: the id of its title. */
  readonly mark?: string | undefined;
  /** Above the message: what became of what the person did. */
  readonly notice?: Part | undefined;
  /** The card is shown to each person with their own answer. */
  readonly isPersonal?: boolean | undefined;
}

export function composeCard(message: Message, { mark, notice, isPersonal = false }: Drawing = {}): Card {
  const { title, parts, buttons, language } = message;
  const promptId = isPersonal ? findPromptOf(message) : undefined;
  const actions = buttons.map((button) => composeAction(button, language));
  const body = [
    composeTitle(title, mark),
    ...(notice ? composePart(notice) : []),
    ...parts.flatMap(composePart),
    ...(actions.length > MOST_ACTIONS ? composeRows(actions) : []),
  ];
  return toCard(body, {
    ...(actions.length > 0 && actions.length <= MOST_ACTIONS ? { actions } : {}),
    ...(promptId ? { refresh: composeRefresh({ act: 'view', promptIds: [promptId] }) } : {}),
  });
}

function composeTitle(title: string, mark: string | undefined): Element {
  const id = mark === undefined ? {} : { id: mark };
  return {
    type: 'TextBlock',
    ...id,
    text: writeText(title),
    style: 'heading',
    size: 'Large',
    weight: 'Bolder',
    wrap: true,
  };
}

export function composePart(part: Part): readonly Element[] {
  switch (part.kind) {
    case 'text':
      return [composeText(part.text)];
    case 'facts':
      return [
        {
          type: 'FactSet',
          facts: part.facts.map(({ label, value }) => ({ title: writeText(label), value: writeText(value) })),
        },
      ];
    case 'list': {
      const title = part.title === undefined ? [] : [composeText(part.title, { weight: 'Bolder' })];
      return [...title, { type: 'TextBlock', text: writeList(part.items), wrap: true, spacing: 'Small' }];
    }
    case 'progress':
      return [composeText(part.text), ...composeBar(part.answered, part.asked)];
    case 'notice': {
      const style = ({ info: 'accent', success: 'good', warning: 'warning' } as const)[part.tone];
      return [{ type: 'Container', style, items: [composeText(part.text, { weight: 'Bolder' })] }];
    }
    case 'note':
      return [composeText(part.text, { isSubtle: true, size: 'Small' })];
    default:
      return refuseUnknown(part);
  }
}

/** The words stand above; the bar only draws them. */
function composeBar(answered: number, asked: number): readonly Element[] {
  if (asked === 0) return [];
  const done = Math.min(answered, asked);
  const columns = [
    { width: done, style: 'good' },
    { width: asked - done, style: 'emphasis' },
  ];
  const drawn = columns.filter(({ width }) => width > 0);
  return [
    {
      type: 'ColumnSet',
      spacing: 'Small',
      columns: drawn.map((column) => ({ type: 'Column', ...column, minHeight: '8px', items: [] })),
    },
  ];
}

function composeRows(actions: readonly Element[]): readonly Element[] {
  const rows = Array.from({ length: Math.ceil(actions.length / MOST_ACTIONS) }, (_, row) =>
    actions.slice(row * MOST_ACTIONS, (row + 1) * MOST_ACTIONS),
  );
  return rows.map((row) => ({ type: 'ActionSet', actions: row }));
}

/**
 * Without a list of people, Teams asks for everybody in conversations of up to 60, and in larger ones for those who
 * choose "Refresh card": https://learn.microsoft.com/javascript/api/teams-sdk-typescript/@microsoft/teams.cards/irefreshdefinition
 */
function composeRefresh(data: ButtonData) {
  return { action: { type: 'Action.Execute', title: 'view', verb: data.act, data } };
}

/** Fails to compile when a new kind of part is not drawn above. */
function refuseUnknown(part: never): never {
  throw new TypeError(`No card for ${JSON.stringify(part)}`);
}
