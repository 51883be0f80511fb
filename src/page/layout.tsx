// How does every page begin and end? Head, skip link, header, side, main and footer.
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { assetUrl } from './assets.ts';

export interface PageProps {
  readonly language: Language;
  readonly title: string;
  /** Where the mark in the header leads. */
  readonly home: string;
  /** The same page in the other language; without it there is no switch. */
  readonly otherLanguageUrl?: string | undefined;
  /** Says who the reader is. */
  readonly bar?: ComponentChildren;
  /** Stands beside the content on wide screens and above it on phones. */
  readonly side?: ComponentChildren;
  readonly scripts?: readonly string[];
  /** After the sheets that every page has. */
  readonly styles?: readonly string[];
  /** Tables and whole years take the width that there is. */
  readonly isBroad?: boolean;
  readonly hasFault?: boolean;
  readonly children: ComponentChildren;
}

export function Page(props: PageProps) {
  const { language, title, children, side, scripts = [], styles = [], isBroad, hasFault = false, ...header } = props;
  const texts = textsIn(language).room.page;
  return (
    <html lang={language} data-color-scheme="auto">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${hasFault ? texts.titleWithFault(title) : title} – ${texts.brand}`}</title>
        <link rel="icon" href={assetUrl('icon')} type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrl('theme')} />
        <link rel="stylesheet" href={assetUrl('components')} />
        {[assetUrl('page'), ...styles].map((sheet) => (
          <link key={sheet} rel="stylesheet" href={sheet} />
        ))}
        {[assetUrl('fields'), ...scripts].map((source) => (
          <script key={source} src={source} type="module" />
        ))}
      </head>
      <body>
        <a class="ds-skip-link" href="#main">
          {texts.skip}
        </a>
        <Header language={language} {...header} />
        <div class={side ? 'width frame with-side' : 'width frame'}>
          {side}
          <main id="main" class={isBroad ? 'stack wide broad' : 'stack wide'} tabIndex={-1}>
            {children}
          </main>
        </div>
        <footer class="quiet width foot">
          <p>
            <strong>{texts.brand}</strong> {texts.tagline}
          </p>
        </footer>
      </body>
    </html>
  );
}

export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}

type HeaderProps = Pick<PageProps, 'language' | 'home' | 'otherLanguageUrl' | 'bar'>;

function Header({ language, home, otherLanguageUrl, bar }: HeaderProps) {
  const texts = textsIn(language).room.page;
  const other = language === 'sv' ? 'en' : 'sv';
  return (
    <header class="head">
      <div class="row width">
        <a class="brand" href={home}>
          <img src={assetUrl('icon')} alt="" width="32" height="32" />
          {texts.brand}
        </a>
        {bar}
        {otherLanguageUrl && (
          <a class="ds-link end" href={otherLanguageUrl} lang={other} hreflang={other} rel="nofollow">
            {texts.otherLanguage}
          </a>
        )}
      </div>
    </header>
  );
}
