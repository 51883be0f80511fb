// The pages before one is signed in: asking for a link, using one, and, in local mode, choosing whom to be.
import type { ComponentChildren } from 'preact';
import type { LinkState } from '../../../directory/sign-in-store.ts';
import { Page, renderPage } from '../../../page/layout.tsx';
import { Notice } from '../../../page/notice.tsx';
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';
import { withLanguage } from '../desk-language.ts';
import { DESK, type DeskSetting } from '../desk-setting.ts';
import { ChoosePerson } from './choose-person.tsx';
import type { LocalChoice } from './local-people.ts';

export interface SignInProps {
  readonly setting: Pick<DeskSetting, 'hasMail'>;
  readonly language: Language;
  readonly isFault?: boolean;
  readonly typed?: string;
  readonly local?: LocalChoice;
}

export function renderSignIn({ setting, language, isFault = false, typed = '', local }: SignInProps): string {
  const texts = textsIn(language).signIn.page;
  return renderPage(
    <Outside language={language} title={texts.title} at={`${DESK}/in`} hasFault={isFault}>
      {local ? (
        <ChoosePerson {...local} language={language} />
      ) : (
        <div class="ds-card stack card">
          <p>{texts.chat}</p>
          {setting.hasMail ? <AddressForm {...{ language, isFault, typed }} /> : <p class="quiet">{texts.noMail}</p>}
        </div>
      )}
    </Outside>,
  );
}

function AddressForm({
  language,
  isFault,
  typed,
}: {
  readonly language: Language;
  readonly isFault: boolean;
  readonly typed: string;
}) {
  const texts = textsIn(language).signIn.page;
  return (
    <form method="post" action={`${DESK}/in`} class="stack" noValidate>
      <div class="ds-field">
        <label class="ds-label" for="address">
          {texts.address}
        </label>
        {isFault && (
          <p id="address-fault" class="ds-validation-message">
            {texts.fault}
          </p>
        )}
        <input
          class="ds-input"
          type="email"
          id="address"
          name="address"
          autoComplete="email"
          value={typed}
          aria-required="true"
          aria-invalid={isFault || undefined}
          aria-describedby={isFault ? 'address-fault' : undefined}
        />
      </div>
      <button class="ds-button" type="submit">
        {texts.send}
      </button>
    </form>
  );
}

export function renderSent(language: Language): string {
  const texts = textsIn(language).signIn.sent;
  return renderPage(
    <Outside language={language} title={texts.title} at={`${DESK}/in`}>
      <Notice tone="info">
        <p>{texts.text}</p>
      </Notice>
      <p>
        <a class="ds-link" href={`${DESK}/in`}>
          {texts.again}
        </a>
      </p>
    </Outside>,
  );
}

export interface LinkProps {
  readonly kind: LinkState['kind'];
  readonly token: string;
  readonly language: Language;
}

/** A link that is opened does nothing yet: programs that look at post open every link. The button uses it. */
export function renderLinkPage({ kind, token, language }: LinkProps): string {
  const { link, page } = textsIn(language).signIn;
  const { title, text } = link[kind];
  const at = `${DESK}/in/${encodeURIComponent(token)}`;
  return renderPage(
    <Outside language={language} title={title} at={kind === 'valid' ? at : `${DESK}/in`} hasFault={kind !== 'valid'}>
      <div class="ds-card stack card">
        <p>{text}</p>
        {kind === 'valid' ? (
          <form method="post" action={at}>
            <button class="ds-button" type="submit">
              {link.enter}
            </button>
          </form>
        ) : (
          <p>
            <a class="ds-button" href={`${DESK}/in`}>
              {page.title}
            </a>
          </p>
        )}
      </div>
    </Outside>,
  );
}

interface OutsideProps {
  readonly language: Language;
  readonly title: string;
  readonly at: string;
  readonly hasFault?: boolean;
  readonly children: ComponentChildren;
}

function Outside({ language, title, at, hasFault = false, children }: OutsideProps) {
  const other = language === 'sv' ? 'en' : 'sv';
  return (
    <Page {...{ language, title, hasFault }} home={`${DESK}/in`} otherLanguageUrl={withLanguage(at, other)}>
      <h1 class="ds-heading" data-size="md">
        {title}
      </h1>
      {children}
    </Page>
  );
}
