// What whoever installs the app is told when they come back from Slack.
import type { ComponentChildren } from 'preact';
import { Page, renderPage } from '../../page/layout.tsx';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';

/** `isRevoked`: whether Slack took back the token that it had given. */
export type Outcome =
  | { readonly kind: 'installed'; readonly teamName: string }
  | { readonly kind: 'not-listed'; readonly teamId: string; readonly isRevoked: boolean }
  | { readonly kind: 'organisation' | 'expiring'; readonly isRevoked: boolean }
  | { readonly kind: 'denied' | 'stale' | 'failed' | 'too-often' | 'trouble' };

export interface Showing {
  readonly outcome: Outcome;
  readonly language: Language;
  readonly startUrl: string;
}

export function renderOutcome(showing: Showing): string {
  const { outcome, language } = showing;
  const title = nameOutcome(outcome, language);
  return renderPage(
    <Page language={language} title={title} home="/">
      <div class="ds-card stack card">
        <h1 class="ds-heading" data-size="sm">
          {title}
        </h1>
        <Told outcome={outcome} language={language} />
        {outcome.kind !== 'installed' && <Restart {...showing} />}
      </div>
    </Page>,
  );
}

function nameOutcome(outcome: Outcome, language: Language): string {
  const texts = textsIn(language).slackInstall;
  return outcome.kind === 'installed' ? texts.installed.title(outcome.teamName) : texts[outcome.kind].title;
}

function Told({ outcome, language }: Pick<Showing, 'outcome' | 'language'>): ComponentChildren {
  const texts = textsIn(language).slackInstall;
  switch (outcome.kind) {
    case 'installed':
      return <NextSteps language={language} />;
    case 'not-listed':
      return (
        <>
          <p>{`${texts[outcome.kind].text} ${outcome.isRevoked ? texts.revoked : texts.notRevoked}`}</p>
          <p>{texts[outcome.kind].todo}</p>
          <p>
            <code>{`tenants: { slack: [${outcome.teamId}] }`}</code>
          </p>
        </>
      );
    case 'organisation':
    case 'expiring':
      return <p>{`${texts[outcome.kind].text} ${outcome.isRevoked ? texts.revoked : texts.notRevoked}`}</p>;
    case 'denied':
    case 'stale':
    case 'failed':
    case 'too-often':
    case 'trouble':
      return <p>{texts[outcome.kind].text}</p>;
  }
}

function NextSteps({ language }: Pick<Showing, 'language'>) {
  const { text, steps, done } = textsIn(language).slackInstall.installed;
  return (
    <>
      <p>{text}</p>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{done}</p>
    </>
  );
}

function Restart({ language, startUrl }: Showing) {
  return (
    <a class="ds-button" data-variant="secondary" href={startUrl} rel="nofollow">
      {textsIn(language).slackInstall.restart}
    </a>
  );
}
