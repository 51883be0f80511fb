// Where a question stands for the reader: "Ditt svar: ▲ Gul …".
import type { PromptView } from '../../platform.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';

export function StatusLine({ view, language }: { readonly view: PromptView; readonly language: Language }) {
  const closed = view.state === 'closed' ? textsIn(language).room.card.closed : undefined;
  const text = [closed, view.status].filter(Boolean).join(' ');
  if (!text) return null;
  return (
    <p class="status" data-state={view.state}>
      {text}
    </p>
  );
}

/** Under a card that says itself why it takes no answer any more. */
export function OwnAnswer({ view }: { readonly view: PromptView }) {
  if (!view.status) return null;
  return (
    <p class="status" data-state="closed">
      {view.status}
    </p>
  );
}
