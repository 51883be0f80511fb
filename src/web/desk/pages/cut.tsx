// Says how much of a list is shown, where that is not all of it.
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';
import type { Listed } from './due-store.ts';

export function Cut({ of: { shown, all }, language }: { readonly of: Listed<unknown>; readonly language: Language }) {
  if (shown.length >= all) return null;
  return <p class="quiet">{textsIn(language).deskPages.due.cut(shown.length, all)}</p>;
}
