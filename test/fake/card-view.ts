// How a card reads in Teams: its words in their order, its buttons, and what can be filled in.
import { z } from 'zod';

export interface CardAction {
  readonly type: string;
  readonly title: string;
  readonly verb?: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
  readonly url?: string | undefined;
  /** What a client does that does not know Action.Execute. */
  readonly fallback?: CardAction | undefined;
}

export interface CardInput {
  readonly id: string;
  readonly label: string;
  /** What stands in it, as it is sent. */
  readonly value: string;
  readonly isRequired: boolean;
  readonly errorMessage: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

export interface CardView {
  /** All that is shown, without mark-up, one piece a line. */
  readonly text: string;
  readonly actions: readonly CardAction[];
  readonly inputs: readonly CardInput[];
  /** What a client asks for by itself, for these people, when the card comes into view. */
  readonly refresh?: { readonly action: CardAction; readonly userIds: readonly string[] | undefined };
}

const Data = z.record(z.string(), z.unknown());
const Action: z.ZodType<CardAction> = z.lazy(() =>
  z.looseObject({
    type: z.string(),
    title: z.string().default(''),
    verb: z.string().optional(),
    data: Data.default({}),
    url: z.string().optional(),
    fallback: Action.optional().catch(undefined),
  }),
);

const Input = z.looseObject({
  type: z.string().startsWith('Input.'),
  id: z.string(),
  label: z.string().default(''),
  value: z.union([z.string(), z.number()]).default('').transform(String),
  isRequired: z.boolean().default(false),
  errorMessage: z.string().default(''),
  choices: z.array(z.object({ title: z.string(), value: z.string() })).default([]),
});

const Node = z.looseObject({
  type: z.string().default(''),
  isVisible: z.boolean().default(true),
  text: z.string().optional(),
  title: z.string().optional(),
  value: z.unknown().optional(),
  altText: z.string().optional(),
});

const Refresh = z.looseObject({ action: Action, userIds: z.array(z.string()).optional() });

/** What holds other pieces, in the order in which it shows them. */
const HOLDERS = ['body', 'columns', 'items', 'facts', 'inlines', 'rows', 'cells', 'actions', 'card'] as const;

export function viewCard(card: unknown): CardView {
  const gathered: Gathered = { lines: [], actions: [], inputs: [] };
  gather(card, gathered);
  const refresh = Refresh.safeParse(Data.safeParse(card).data?.refresh).data;
  return {
    text: gathered.lines.filter((line) => line !== '').join('\n'),
    actions: gathered.actions,
    inputs: gathered.inputs,
    ...(refresh && { refresh: { action: refresh.action, userIds: refresh.userIds } }),
  };
}

interface Gathered {
  readonly lines: string[];
  readonly actions: CardAction[];
  readonly inputs: CardInput[];
}

function gather(piece: unknown, gathered: Gathered): void {
  const node = Node.safeParse(piece).data;
  // What is hidden is not read; its inputs are sent all the same.
  const into = node?.isVisible === false ? { ...gathered, lines: [] } : gathered;
  if (node) gatherOne(node, into);
  const held = Data.safeParse(piece).data ?? {};
  for (const holder of HOLDERS) {
    const inner = held[holder];
    for (const each of Array.isArray(inner) ? inner : [inner]) if (each) gather(each, into);
  }
}

function gatherOne(node: z.infer<typeof Node>, { lines, actions, inputs }: Gathered): void {
  const { type, text, title, altText, value } = node;
  if (type.startsWith('Action.')) {
    const action = Action.parse(node);
    actions.push(action);
    lines.push(action.title);
  } else if (type.startsWith('Input.')) {
    const input = Input.parse(node);
    inputs.push(input);
    lines.push(input.label, ...(input.choices.length > 0 ? input.choices.map((each) => each.title) : [input.value]));
  } else if (type === 'TextRun' || type === 'Badge') {
    lines.push(text ?? '');
  } else if (type === 'TextBlock') {
    lines.push(dropMarks(text ?? ''));
  } else if (type === '' && title !== undefined) {
    lines.push(`${dropMarks(title)}: ${dropMarks(`${value ?? ''}`)}`);
  } else if (altText !== undefined) {
    lines.push(altText);
  }
}

/** The part of Markdown that a TextBlock understands: what is not escaped, vanishes or changes, as it does in Teams. */
function dropMarks(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => `\uE000${mark.charCodeAt(0)}\uE001`)
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)([\s\S]*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])([*_])(?=\S)([^*_]*?\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/^\s*[-*+] /gm, '')
    .replace(/&(lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\uE000(\d+)\uE001/g, (_, code: string) => String.fromCharCode(Number(code)));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
};
