// A page that says no, why, and what to do: without any content of a county.
import { Page, renderPage } from '../../page/layout.tsx';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { DESK } from './desk-setting.ts';

export const refusals = {
  'not-local': 403,
  foreign: 403,
  stale: 403,
  'not-allowed': 403,
  stranger: 403,
  'not-found': 404,
  'too-often': 429,
  trouble: 500,
} as const;
export type RefusalKind = keyof typeof refusals;

export function renderRefusal(kind: RefusalKind, language: Language): string {
  const { refusal } = textsIn(language).signIn;
  const { title, text } = refusal[kind];
  return renderPage(
    <Page language={language} title={title} home={DESK}>
      <div class="ds-card stack card">
        <h1 class="ds-heading" data-size="sm">
          {title}
        </h1>
        <p>{text}</p>
        <a class="ds-button" data-variant="secondary" href={DESK}>
          {refusal.back}
        </a>
      </div>
    </Page>,
  );
}
