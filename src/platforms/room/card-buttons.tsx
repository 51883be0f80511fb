// A message's buttons: real submit buttons that work without script, links, and nothing that a person may not do.
import type { Button } from '../../message/message.ts';
import { LightShape } from '../../page/light.tsx';
import type { PromptView } from '../../platform.ts';
import { textsIn } from '../../text/texts.ts';
import type { Showing } from './act-form.tsx';
import type { Views } from './room-inbox.ts';
import { writePress } from './room-incoming.ts';
import { toUrl } from './room-place.ts';

export interface ButtonsProps {
  readonly buttons: readonly Button[];
  readonly views: Views;
  readonly showing: Pick<Showing, 'language' | 'origin'>;
}

/** Inside a form that carries what every form carries. */
export function PressButtons({ buttons, views, showing }: ButtonsProps) {
  return buttons.map((button) => <PressButton key={button.label} {...{ button, views, showing }} />);
}

interface ButtonProps extends Omit<ButtonsProps, 'buttons'> {
  readonly button: Button;
}

function PressButton({ button, views, showing }: ButtonProps) {
  switch (button.kind) {
    case 'answer': {
      const { promptId, answers, light, label } = button;
      return (
        <button
          type="submit"
          class="ds-button"
          data-variant="secondary"
          name="_press"
          value={writePress({ kind: 'answer', promptId, answers })}
        >
          {light && <LightShape light={light} />}
          {withoutShape(label)}
        </button>
      );
    }
    case 'repeat': {
      const { promptId, label } = button;
      if (views.get(promptId)?.canRepeat === false) return null;
      return (
        <button
          type="submit"
          class="ds-button"
          data-variant="secondary"
          name="_press"
          value={writePress({ kind: 'repeat', promptId })}
        >
          {label}
        </button>
      );
    }
    case 'delegate': {
      const { promptId, label } = button;
      return (
        <button
          type="submit"
          class="ds-button"
          data-variant="tertiary"
          name="_press"
          value={writePress({ kind: 'delegate', promptId })}
        >
          {label}
        </button>
      );
    }
    case 'fill':
      return (
        <a class="ds-button" data-variant="secondary" href={toUrl({ kind: 'question', promptId: button.promptId })}>
          {button.label}
        </a>
      );
    case 'link':
      return <LinkButton url={button.url} label={button.label} showing={showing} />;
  }
}

interface LinkButtonProps extends Pick<ButtonsProps, 'showing'> {
  readonly url: string;
  readonly label: string;
}

function LinkButton({ url, label, showing: { language, origin } }: LinkButtonProps) {
  if (URL.canParse(url) && new URL(url).origin === origin) {
    return (
      <a class="ds-link" href={url}>
        {label}
      </a>
    );
  }
  return (
    <a class="ds-link outward" href={url} rel="noreferrer">
      {label}
      <span aria-hidden="true"> ↗</span>
      <span class="ds-sr-only"> {textsIn(language).room.card.opensElsewhere}</span>
    </a>
  );
}

/** Nothing to press where the prompt is closed, answered, or asked of others; a link is always there. */
export function isOffered(button: Button, views: Views): boolean {
  if (button.kind === 'link') return true;
  return isOpen(views.get(button.promptId));
}

/** A prompt that nobody knows of is offered: the answer then says how it stands. */
export function isOpen(view: PromptView | undefined): boolean {
  return view === undefined || view.state === 'open';
}

/** The shape is drawn; a label that begins with its letter would show it twice. */
function withoutShape(label: string): string {
  return label.replace(/^[●▲■○]\s*/u, '');
}
