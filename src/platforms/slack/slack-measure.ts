// Does what we made fit within what Slack documents? Looked at as it is sent, whatever it was made of.
import { z } from 'zod';
import type { Block } from './slack-block.ts';
import { form, size } from './slack-limits.ts';

export interface Excess {
  readonly what: string;
  readonly most: number;
}

/** The first thing that is too large. */
export function findExcess(blocks: readonly Block[], mostBlocks: number): Excess | undefined {
  if (blocks.length > mostBlocks) return { what: `A view of ${blocks.length} blocks`, most: mostBlocks };
  return listExcess(blocks)[0];
}

function listExcess(value: unknown): readonly Excess[] {
  if (Array.isArray(value)) return value.flatMap(listExcess);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value ? measure({ ...value, type: `${value.type}` }) : [];
  return [...own, ...Object.values(value).flatMap(listExcess)];
}

function measure(block: Block): readonly Excess[] {
  const over = (what: string, length: number, most: number) => (length > most ? [{ what, most }] : []);
  switch (block.type) {
    case 'header':
      return over('A heading', lengthOf(block.text), size.header);
    case 'button':
      return [
        ...over("A button's text", lengthOf(block.text), size.buttonText),
        ...over("A button's value", lengthOf(block.value), size.buttonValue),
        ...over('An address', lengthOf(block.url), size.url),
      ];
    case 'plain_text':
    case 'text':
      return over('A text', lengthOf(block), size.section);
    case 'input':
      return [
        ...over('A label', lengthOf(block.label), form.label),
        ...over('A hint', lengthOf(block.hint), form.hint),
      ];
    case 'plain_text_input':
      return over('An answer', lengthOf(block.initial_value), form.input);
    case 'radio_buttons':
    case 'checkboxes':
    case 'static_select':
    case 'multi_static_select':
      return listOptions(block).flatMap((value) => over("An option's value", value.length, form.optionValue));
    default:
      return [];
  }
}

const Options = z.array(z.object({ value: z.string() }));
const Menu = z.object({
  options: Options.default([]),
  option_groups: z.array(z.object({ options: Options })).default([]),
});

function listOptions(block: Block): readonly string[] {
  const { options, option_groups } = Menu.parse(block);
  return [...options, ...option_groups.flatMap((group) => group.options)].map(({ value }) => value);
}

/** Of a text, or of an object with one. */
function lengthOf(text: unknown): number {
  if (typeof text === 'string') return text.length;
  if (typeof text !== 'object' || text === null || !('text' in text)) return 0;
  return typeof text.text === 'string' ? text.text.length : 0;
}
