// The forms by which a person acts, and what each of them carries.
import type { ComponentChildren } from 'preact';
import type { PromptId } from '../../ids.ts';
import type { AnswerValue, FieldFault, Form } from '../../message/form.ts';
import { ErrorSummary } from '../../page/error-summary.tsx';
import { FormFields } from '../../page/form-fields.tsx';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { type Place, toUrl } from './room-place.ts';
import type { RoomMessageId } from './room-store.ts';

/** One showing of one page to one person. */
export interface Showing {
  readonly language: Language;
  /** Where its forms are sent. */
  readonly action: string;
  readonly csrf: string;
  /** Made for this showing: the same form sent twice is one act. */
  readonly nonce: string;
  /** Our own: what leads there leads to no other website. */
  readonly origin: string;
  /** Where the person is led back to. */
  readonly at?: Place;
}

export interface ActFormProps {
  readonly showing: Showing;
  readonly messageId?: RoomMessageId | undefined;
  readonly promptId?: PromptId;
  readonly basedOn?: number;
  readonly class?: string;
  readonly lang?: Language;
  readonly children: ComponentChildren;
}

/** An answer is checked on the server: the browser's own checks speak the browser's language, one fault at a time. */
export function ActForm({ showing, messageId, promptId, basedOn, children, ...attributes }: ActFormProps) {
  const { action, csrf, nonce, at } = showing;
  return (
    <form method="post" action={action} noValidate={promptId !== undefined} {...attributes}>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="_nonce" value={nonce} />
      {at && <input type="hidden" name="_at" value={toUrl(at)} />}
      {messageId && <input type="hidden" name="_on" value={messageId} />}
      {promptId && <input type="hidden" name="_prompt" value={promptId} />}
      {basedOn !== undefined && <input type="hidden" name="_basedOn" value={String(basedOn)} />}
      {children}
    </form>
  );
}

export interface AnswerFormProps {
  readonly showing: Showing;
  readonly messageId?: RoomMessageId | undefined;
  readonly promptId: PromptId;
  /** The form's own, where it is another than the page's. */
  readonly language?: Language;
  readonly form: Form;
  readonly values: Readonly<Record<string, AnswerValue>>;
  readonly basedOn: number;
  /** It is kept as a draft by itself, and shown before anything happens. */
  readonly isPreviewed?: true | undefined;
  /** What is wrong with what was sent, as a whole and field by field. */
  readonly wrong?: { readonly text: string; readonly faults: readonly FieldFault[] };
}

/** What takes more than a minute is worth putting aside. */
const MOST_AT_ONCE = 3;

function isLong({ fields }: Form): boolean {
  return fields.length > MOST_AT_ONCE && fields.some((field) => field.kind === 'text' && field.isLong);
}

export function AnswerForm({ showing, messageId, promptId, form, values, basedOn, ...more }: AnswerFormProps) {
  const { wrong, isPreviewed, language: spoken = showing.language } = more;
  const { room, desk } = textsIn(spoken);
  const texts = room.card;
  const fields = { form, language: spoken, prefix: `f-${messageId ?? promptId}` };
  return (
    <ActForm class="stack wide answer-form" lang={spoken} {...{ showing, messageId, promptId, basedOn }}>
      {wrong && <ErrorSummary {...fields} {...wrong} />}
      <FormFields {...fields} values={values} faults={wrong?.faults ?? []} />
      <div class="row">
        <button class="ds-button" type="submit">
          {isPreviewed ? desk.preview.show : basedOn > 0 ? texts.saveChange : texts.send}
        </button>
        {isLong(form) && !isPreviewed && (
          <button class="ds-button" data-variant="secondary" type="submit" name="_draft" value="1">
            {textsIn(spoken).planYear.draft.save}
          </button>
        )}
      </div>
    </ActForm>
  );
}
