// What a card is made of: elements, a text among them, and the card around them.
import { writeText } from './teams-markdown.ts';

export interface Element {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** The shape that Teams reads: https://adaptivecards.io/schemas/1.5.0/adaptive-card.json */
export interface Card extends Element {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly body: readonly Element[];
}

export function toCard(body: readonly Element[], rest: Readonly<Record<string, unknown>> = {}): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    msteams: { width: 'Full' },
    body,
    ...rest,
  };
}

export function composeText(text: string, look: Readonly<Record<string, unknown>> = {}): Element {
  return { type: 'TextBlock', text: writeText(text), wrap: true, ...look };
}
