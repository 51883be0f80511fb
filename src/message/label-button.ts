// What stands on a button: its label, and the shape of its light where it answers with one.
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import type { Button } from './message.ts';

/** "▲ Gul": a light is never told by colour alone. A label that begins with its shape is left as it is. */
export function labelButton(button: Button, language: Language): string {
  if (button.kind !== 'answer' || button.light === undefined) return button.label;
  const shape = textsIn(language).lights.shape(button.light);
  return button.label.startsWith(shape) ? button.label : `${shape} ${button.label}`;
}
