// What a person sees of blocks: all words in order, and what can be pressed and filled in.
import { z } from 'zod';

export interface SeenButton {
  /** Also the words that it stands beside. */
  readonly label: string;
  readonly actionId: string;
  readonly blockId: string;
  readonly value?: string | undefined;
  readonly url?: string | undefined;
}

export interface SeenInput {
  readonly blockId: string;
  readonly key: string;
  readonly type: string;
  readonly label: string;
  readonly initial: string | readonly string[] | undefined;
  /** Where something is to be chosen: the values, each with its words. */
  readonly options: ReadonlyMap<string, string>;
  readonly isRequired: boolean;
  readonly dispatches: boolean;
}

export interface Seen {
  readonly text: string;
  readonly buttons: readonly SeenButton[];
  readonly inputs: readonly SeenInput[];
}

const Text = z.looseObject({ text: z.string() });
const Button = z.looseObject({
  type: z.literal('button'),
  text: Text,
  action_id: z.string(),
  value: z.string().optional(),
  url: z.string().optional(),
});
const Option = z.looseObject({ text: Text, value: z.string() });
const Element = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  options: z.array(Option).default([]),
  option_groups: z.array(z.looseObject({ label: Text, options: z.array(Option) })).default([]),
  initial_value: z.string().optional(),
  initial_date: z.string().optional(),
  initial_option: Option.optional(),
  initial_options: z.array(Option).optional(),
});
const Block = z.looseObject({
  type: z.string(),
  block_id: z.string().default(''),
  text: Text.optional(),
  accessory: Button.optional(),
  label: Text.optional(),
  hint: Text.optional(),
  optional: z.boolean().default(false),
  dispatch_action: z.boolean().default(false),
  element: Element.optional(),
  elements: z.array(z.unknown()).default([]),
});
type Block = z.infer<typeof Block>;

export function viewBlocks(blocks: readonly unknown[]): Seen {
  const read = blocks.map((block) => Block.parse(block));
  return {
    text: read.map(readBlock).join('\n'),
    buttons: read.flatMap(listButtons),
    inputs: read.flatMap((block) => toInput(block) ?? []),
  };
}

function readBlock({ text, accessory, label, hint, element, elements }: Block): string {
  const input = element ? listOptions(element) : new Map<string, string>();
  const initial = element ? readInitial(element) : undefined;
  const words = [
    text?.text,
    accessory?.text.text,
    label?.text,
    ...(element?.option_groups ?? []).map((group) => group.label.text),
    ...input.values(),
    ...[initial ?? []].flat(),
    hint?.text,
    ...elements.map(readElement),
  ];
  return words.filter((each) => each !== undefined && each !== '').join('\n');
}

/** Rich text: runs stand beside each other, lines and items below. */
function readElement(element: unknown): string {
  const { text, elements, type } = z
    .looseObject({
      type: z.string().optional(),
      text: z.union([z.string(), Text]).optional(),
      elements: z.array(z.unknown()).default([]),
    })
    .parse(element);
  if (text !== undefined) return typeof text === 'string' ? text : text.text;
  return elements.map(readElement).join(type === 'rich_text_section' ? '' : '\n');
}

function listButtons({ block_id: blockId, accessory, elements, text }: Block): readonly SeenButton[] {
  const beside = accessory ? [toButton(accessory, blockId, `${text?.text ?? ''} ${accessory.text.text}`)] : [];
  const inRow = elements.flatMap((element) => {
    const button = Button.safeParse(element).data;
    return button ? [toButton(button, blockId, button.text.text)] : [];
  });
  return [...beside, ...inRow];
}

function toButton({ action_id, value, url }: z.infer<typeof Button>, blockId: string, label: string): SeenButton {
  return { label, actionId: action_id, blockId, value, url };
}

function toInput({ block_id: blockId, label, optional, dispatch_action, element }: Block): SeenInput | undefined {
  if (!element) return undefined;
  return {
    blockId,
    key: element.action_id,
    type: element.type,
    label: label?.text ?? '',
    initial: readInitial(element),
    options: listOptions(element),
    isRequired: !optional,
    dispatches: dispatch_action,
  };
}

function readInitial(element: z.infer<typeof Element>): string | readonly string[] | undefined {
  const { initial_value, initial_date, initial_option, initial_options } = element;
  return initial_value ?? initial_date ?? initial_option?.value ?? initial_options?.map(({ value }) => value);
}

function listOptions({ options, option_groups }: z.infer<typeof Element>): ReadonlyMap<string, string> {
  const all = [...options, ...option_groups.flatMap((group) => group.options)];
  return new Map(all.map(({ value, text }) => [value, text.text]));
}
