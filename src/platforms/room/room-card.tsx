// A message as HTML: one exhaustive switch over its parts, so that a new kind of part fails to compile here too.
import type { ComponentChildren } from 'preact';
import type { Message, Part } from '../../message/message.ts';
import { Notice } from '../../page/notice.tsx';
import { Progress } from '../../page/progress.tsx';
import type { Language } from '../../text/language.ts';

export interface CardProps {
  readonly message: Message;
  /** Makes ids and addresses: "m-12". */
  readonly id: string;
  /** Of the page. A message in another language says so to screen readers. */
  readonly language: Language;
  /** Changes when the body does: the open page then swaps it. */
  readonly version: number;
  /** Stands over the title: when it was posted, and where. */
  readonly meta?: ComponentChildren;
  /** What can be done: buttons, form, receipt. */
  readonly children?: ComponentChildren;
}

export function Card({ message, id, language, version, meta, children }: CardProps) {
  return (
    <article class="ds-card stack card" id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <div
        id={`${id}-body`}
        class="stack"
        data-part={`${version}`}
        {...(message.language === language ? {} : { lang: message.language })}
      >
        <div class="stack tight">
          {meta}
          <h2 class="ds-heading" data-size="xs" id={`${id}-title`}>
            {message.title}
          </h2>
        </div>
        {message.parts.map((part, index) => (
          <PartView key={index} part={part} />
        ))}
      </div>
      {children}
    </article>
  );
}

function PartView({ part }: { readonly part: Part }) {
  switch (part.kind) {
    case 'text':
      return <p class="text">{part.text}</p>;
    case 'facts':
      return (
        <dl class="stack tight facts">
          {part.facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd class="text">{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'list':
      return (
        <div class="stack tight">
          {part.title && <h3 class="ds-label">{part.title}</h3>}
          <ul class="ds-list">
            {part.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      );
    case 'progress':
      return <Progress text={part.text} answered={part.answered} asked={part.asked} />;
    case 'notice':
      return (
        <Notice tone={part.tone}>
          <p class="text">{part.text}</p>
        </Notice>
      );
    case 'note':
      return <p class="quiet text">{part.text}</p>;
  }
}
