// What stands in the fields of a modal, as it was typed and chosen.
import type { InputState, ShownView } from './slack-payload.ts';

/** By the keys of the fields. What was left empty is not there. */
export function readEntries({ state }: ShownView): Record<string, string | string[]> {
  const blocks = Object.values(state?.values ?? {});
  const entries = blocks.flatMap((inputs) => Object.entries(inputs).map(([key, input]) => [key, readInput(input)]));
  return Object.fromEntries(entries.filter(([, entry]) => entry !== undefined));
}

function readInput({
  value,
  selected_option,
  selected_options,
  selected_date,
}: InputState): string | string[] | undefined {
  if (selected_options) return selected_options.length > 0 ? selected_options.map((each) => each.value) : undefined;
  const text = selected_option?.value ?? selected_date ?? value?.replaceAll('\r\n', '\n');
  return text === '' ? undefined : text;
}
