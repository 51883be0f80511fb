// What a post or a modal is made of: blocks, and texts in them that are shown as they are written.

export interface Block {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** No mark in it becomes formatting, no colon an emoji. */
export function toPlain(text: string) {
  return { type: 'plain_text', text, emoji: false } as const;
}

export function toSection(text: string, rest: Readonly<Record<string, unknown>> = {}): Block {
  return { type: 'section', text: toPlain(text), ...rest };
}

export function toContext(text: string): Block {
  return { type: 'context', elements: [toPlain(text)] };
}

/** A word or a line of a rich text. */
interface Run {
  readonly text: string;
  readonly isBold?: boolean;
}

/** Reads no marks either, and tells lists and headings as what they are. */
export function toRich(...elements: readonly Block[]): Block {
  return { type: 'rich_text', elements };
}

export function toLine(...runs: readonly Run[]): Block {
  const elements = runs
    .filter(({ text }) => text !== '')
    .map(({ text, isBold = false }) => ({ type: 'text', text, ...(isBold ? { style: { bold: true } } : {}) }));
  return { type: 'rich_text_section', elements };
}

export function toList(items: readonly string[], style: 'bullet' | 'ordered' = 'bullet'): Block {
  return { type: 'rich_text_list', style, elements: items.map((text) => toLine({ text })) };
}
