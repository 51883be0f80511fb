// Everything that Slack documents as too much in blocks, or not to be left out: what would it refuse?
// https://docs.slack.dev/reference/block-kit/blocks and the pages below it
import { z } from 'zod';

type Surface = 'message' | 'modal' | 'home';

const MOST_BLOCKS = { message: 50, modal: 100, home: 100 } as const;

const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most), emoji: z.boolean().optional() });
const anyText = (most: number) =>
  z.union([plain(most), z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(most) })]);

const actionId = z.string().min(1).max(255);
const blockId = z.string().min(1).max(255).optional();

const Button = z.strictObject({
  type: z.literal('button'),
  text: plain(75),
  action_id: actionId,
  value: z.string().max(2_000).optional(),
  url: z.string().max(3_000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

const Option = z.strictObject({ text: anyText(75), value: z.string().min(1).max(150) });
const few = z.array(Option).min(1).max(10);
const many = z.array(Option).min(1).max(100);
const groups = z
  .array(z.strictObject({ label: plain(75), options: many }))
  .min(1)
  .max(100);
const dispatch = z.strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])) });
const placeholder = plain(150).optional();

const Input = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('plain_text_input'),
    action_id: actionId,
    multiline: z.boolean().optional(),
    initial_value: z.string().min(1).max(3_000).optional(),
    dispatch_action_config: dispatch.optional(),
  }),
  z.strictObject({
    type: z.literal('datepicker'),
    action_id: actionId,
    initial_date: z.iso.date().optional(),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    action_id: actionId,
    options: few,
    initial_option: Option.optional(),
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    action_id: actionId,
    options: few,
    initial_options: few.optional(),
  }),
  z.strictObject({
    type: z.literal('static_select'),
    action_id: actionId,
    placeholder,
    options: many.optional(),
    option_groups: groups.optional(),
    initial_option: Option.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_static_select'),
    action_id: actionId,
    placeholder,
    options: many.optional(),
    option_groups: groups.optional(),
    initial_options: many.optional(),
  }),
]);

const Run = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(3_000),
  style: z.strictObject({ bold: z.boolean() }).optional(),
});
const Line = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(Run).min(1) });
const List = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.enum(['bullet', 'ordered']),
  elements: z.array(Line).min(1),
});

const Block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), block_id: blockId, text: plain(150) }),
  z.strictObject({ type: z.literal('section'), block_id: blockId, text: anyText(3_000), accessory: Button.optional() }),
  z.strictObject({ type: z.literal('context'), block_id: blockId, elements: z.array(anyText(3_000)).min(1).max(10) }),
  z.strictObject({ type: z.literal('rich_text'), block_id: blockId, elements: z.array(z.union([Line, List])).min(1) }),
  z.strictObject({ type: z.literal('actions'), block_id: blockId, elements: z.array(Button).min(1).max(25) }),
  z.strictObject({
    type: z.literal('input'),
    block_id: blockId,
    label: plain(2_000),
    hint: plain(2_000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: Input,
  }),
]);

const View = z.strictObject({
  type: z.enum(['modal', 'home']),
  callback_id: z.string().max(255).optional(),
  title: plain(24).optional(),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  private_metadata: z.string().max(3_000).optional(),
  blocks: z.array(z.unknown()),
});

/** In words, what is wrong; nothing where all is well. */
export function checkBlocks(blocks: readonly unknown[], surface: Surface): readonly string[] {
  const findings = blocks.flatMap((block, at) => describe(Block.safeParse(block), `block ${at}`));
  const ids = blocks.flatMap((block) => z.looseObject({ block_id: z.string() }).safeParse(block).data?.block_id ?? []);
  return [
    ...findings,
    ...(blocks.length > MOST_BLOCKS[surface] ? [`${blocks.length} blocks`] : []),
    ...(new Set(ids).size < ids.length ? ['two blocks of the same name'] : []),
    ...blocks.flatMap((block) => findDoubles(block)),
    ...(surface === 'message' && JSON.stringify(blocks).includes('"type":"input"') ? ['an input in a message'] : []),
  ];
}

export function checkView(view: unknown): readonly string[] {
  const read = View.safeParse(view);
  if (!read.success) return describe(read, 'view');
  const { type, title, blocks } = read.data;
  return [...(type === 'modal' && !title ? ['a modal without a title'] : []), ...checkBlocks(blocks, type)];
}

const Actions = z.looseObject({ elements: z.array(z.looseObject({ action_id: z.string() })) });

function findDoubles(block: unknown): readonly string[] {
  const ids = Actions.safeParse(block).data?.elements.map(({ action_id }) => action_id) ?? [];
  return new Set(ids).size < ids.length ? ['two actions of the same name in a block'] : [];
}

function describe(read: z.ZodSafeParseResult<unknown>, where: string): readonly string[] {
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${where} ${path.join('.')}: ${message}`);
}
