// A question as an input of a modal, with its help and its condition in words.
import { describeField } from '../../message/field-help.ts';
import { type Field, type Form, Light, type Option } from '../../message/form.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { type Block, toLine, toList, toPlain, toRich } from './slack-block.ts';
import { form as limits, size } from './slack-limits.ts';

export interface FieldDrawing {
  /** Of the showing: Slack keeps what stands in a block of the same name. */
  readonly nonce: string;
  /** What stands in the field: an answer, or what was typed. */
  readonly entry: string | readonly string[] | undefined;
  readonly fault: string | undefined;
  readonly isRequired: boolean;
  /** Other questions hang on it: the modal follows as soon as it is answered. */
  readonly decides: boolean;
  readonly language: Language;
}

export function composeField(form: Form, field: Field, drawing: FieldDrawing): readonly Block[] {
  const { fault, language, nonce, isRequired, decides } = drawing;
  // A question that hangs on another is shown when that is answered so: its condition need not be told.
  const hint = describeField(form, field, language).lines.join(' ');
  const { element, above } = composeInput(field, drawing);
  return [
    ...(field.section === undefined ? [] : composeSection(field.section)),
    ...(fault === undefined ? [] : [toRich(toLine({ text: fault, isBold: true }))]),
    ...above,
    {
      type: 'input',
      block_id: toBlockId(nonce, field.key),
      label: toPlain(field.kind === 'number' && field.unit ? `${field.label} (${field.unit})` : field.label),
      ...(hint === '' ? {} : { hint: toPlain(hint) }),
      // Slack writes "optional" beside the label by itself.
      optional: !isRequired,
      ...(decides ? { dispatch_action: true } : {}),
      element: { ...element, action_id: field.key },
    },
  ];
}

/** A heading takes less text than a line does. */
function composeSection(title: string): readonly Block[] {
  const isShort = title.length <= size.header;
  return [
    { type: 'divider' },
    isShort ? { type: 'header', text: toPlain(title) } : toRich(toLine({ text: title, isBold: true })),
  ];
}

export function toBlockId(nonce: string, key: string): string {
  return `${nonce}:${key}`;
}

interface Input {
  readonly element: Block;
  /** What does not fit into the input itself. */
  readonly above: readonly Block[];
}

function composeInput(field: Field, { entry, language, decides }: FieldDrawing): Input {
  const texts = textsIn(language);
  switch (field.kind) {
    case 'text':
      // No max_length: the limit is said, and checked with words of ours.
      return bare({ type: 'plain_text_input', multiline: field.isLong, ...toInitial(entry), ...toDispatch(decides) });
    case 'number':
      // As text: a number input would refuse "12,5".
      return bare({ type: 'plain_text_input', ...toInitial(entry), ...toDispatch(decides) });
    case 'scale': {
      const numbers = Array.from({ length: field.to - field.from + 1 }, (_, step) => field.from + step);
      return composeChoice(
        numbers.map((number) => ({ value: `${number}`, label: nameStep(field, number) })),
        entry,
        language,
      );
    }
    case 'date':
      return bare({ type: 'datepicker', ...toDate(entry) });
    case 'light':
      return composeChoice(
        Light.options.map((light) => ({ value: light, label: texts.lights.explain(light) })),
        entry,
        language,
      );
    case 'choice':
    case 'municipality':
    case 'person':
      return composeChoice(field.options, entry, language);
    case 'choices':
      return composeChoices(field.options, entry, language);
    default:
      return refuseUnknown(field);
  }
}

function composeChoice(options: readonly Option[], entry: FieldDrawing['entry'], language: Language): Input {
  const { drawn, above } = drawOptions(options, language);
  const chosen = drawn.find(({ value }) => [entry ?? []].flat().includes(value));
  const initial = chosen ? { initial_option: chosen } : {};
  if (options.length <= limits.openOptions)
    return { element: { type: 'radio_buttons', options: drawn, ...initial }, above };
  const placeholder = toPlain(textsIn(language).slack.form.choose);
  return { element: { type: 'static_select', placeholder, ...toMenu(drawn, language), ...initial }, above };
}

function composeChoices(options: readonly Option[], entry: FieldDrawing['entry'], language: Language): Input {
  const { drawn, above } = drawOptions(options, language);
  const chosen = drawn.filter(({ value }) => [entry ?? []].flat().includes(value));
  const initial = chosen.length > 0 ? { initial_options: chosen } : {};
  if (options.length <= limits.openOptions)
    return { element: { type: 'checkboxes', options: drawn, ...initial }, above };
  const placeholder = toPlain(textsIn(language).slack.form.choose);
  return { element: { type: 'multi_static_select', placeholder, ...toMenu(drawn, language), ...initial }, above };
}

interface DrawnOption {
  readonly text: ReturnType<typeof toPlain>;
  readonly value: string;
}

/** Where one of them is too long for an option they stand in a list above, whole, and are chosen by number. */
function drawOptions(options: readonly Option[], language: Language) {
  const { form } = textsIn(language).slack;
  const isLong = options.some(({ label }) => label.length > limits.optionText);
  const drawn = options.map(
    ({ value, label }, at): DrawnOption => ({ text: toPlain(isLong ? form.option(at + 1) : label), value }),
  );
  const above = isLong
    ? [
        toRich(
          toList(
            options.map(({ label }) => label),
            'ordered',
          ),
        ),
      ]
    : [];
  return { drawn, above };
}

/** More than a menu takes is parted into groups, in order, each named by its first and last. */
function toMenu(options: readonly DrawnOption[], language: Language) {
  if (options.length <= limits.options) return { options };
  const { range } = textsIn(language).slack.form;
  const groups = Array.from({ length: Math.ceil(options.length / limits.options) }, (_, at) =>
    options.slice(at * limits.options, (at + 1) * limits.options),
  );
  const nameGroup = (group: readonly DrawnOption[]) => range(initialOf(group.at(0)), initialOf(group.at(-1)));
  return { option_groups: groups.map((group) => ({ label: toPlain(nameGroup(group)), options: group })) };
}

/** Enough to find one's way by; the options themselves are whole. */
function initialOf(option: DrawnOption | undefined): string {
  return [...(option?.text.text ?? '')].slice(0, 3).join('');
}

function nameStep(field: Extract<Field, { kind: 'scale' }>, step: number): string {
  if (step === field.from) return `${step} – ${field.fromLabel}`;
  return step === field.to ? `${step} – ${field.toLabel}` : `${step}`;
}

function toInitial(entry: FieldDrawing['entry']) {
  const text = [entry ?? []].flat().join(', ');
  return text === '' ? {} : { initial_value: text };
}

/** A date picker takes nothing but a date. */
function toDate(entry: FieldDrawing['entry']) {
  return typeof entry === 'string' && /^\d{4}-\d\d-\d\d$/.test(entry) ? { initial_date: entry } : {};
}

function toDispatch(decides: boolean) {
  return decides ? { dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } } : {};
}

function bare(element: Block): Input {
  return { element, above: [] };
}

/** Fails to compile when a new kind of field is not drawn above. */
function refuseUnknown(field: never): never {
  throw new TypeError(`No input for ${JSON.stringify(field)}`);
}
