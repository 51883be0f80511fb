// An act on a page: its form, what is wrong with it, what it comes to in words and in a list, and what came of it.
import { describeSend } from '../../../desk/describe-send.ts';
import type { Preview } from '../../../desk/desk-act.ts';
import type { DeskAnswer } from '../../../desk/desk-answer.ts';
import type { Draft } from '../../../desk/draft.ts';
import { ErrorSummary } from '../../../page/error-summary.tsx';
import { FormFields } from '../../../page/form-fields.tsx';
import { Notice } from '../../../page/notice.tsx';
import { textsIn } from '../../../text/texts.ts';
import { renderDesk } from '../desk-page.tsx';
import { Section } from '../desk-parts.tsx';
import { DESK } from '../desk-setting.ts';
import type { Visit } from '../visit.ts';
import { toRefUrl } from './steering.ts';

export function renderAnswer(visit: Visit, answer: DeskAnswer): string {
  const { deskActs, desk } = textsIn(visit.visitor.language);
  switch (answer.kind) {
    case 'refused':
      return renderDesk({ visit, title: deskActs.refused, children: <Refused text={answer.refused} visit={visit} /> });
    case 'form':
    case 'faults':
      return renderDesk({ visit, title: answer.opened.title, children: <ActForm answer={answer} visit={visit} /> });
    case 'preview':
      return renderDesk({
        visit,
        title: desk.preview.title(answer.title),
        children: <Previewed answer={answer} visit={visit} />,
      });
    case 'done':
      return renderDesk({ visit, title: deskActs.done, children: <Done answer={answer} visit={visit} /> });
  }
}

interface PartProps<Kind extends DeskAnswer['kind']> {
  readonly answer: Extract<DeskAnswer, { kind: Kind }>;
  readonly visit: Visit;
}

function Refused({ text, visit }: { readonly text: string; readonly visit: Visit }) {
  return (
    <>
      <Notice tone="warning" id="done">
        <p>{text}</p>
      </Notice>
      <p>
        <a class="ds-button" data-variant="secondary" href={`${DESK}/plan`}>
          {textsIn(visit.visitor.language).deskActs.toPlan}
        </a>
      </p>
    </>
  );
}

function ActForm({ answer, visit: { visitor } }: PartProps<'form' | 'faults'>) {
  const { draft, opened, values } = answer;
  const { language, csrf } = visitor;
  const { deskActs } = textsIn(language);
  const fields = { form: opened.form, language, prefix: 'act' };
  const wrong = answer.kind === 'faults' ? answer : undefined;
  return (
    <>
      {opened.notice !== undefined && (
        <Notice tone="info">
          <p>{opened.notice}</p>
        </Notice>
      )}
      <form method="post" action={toActUrl(draft)} class="ds-card stack wide card" noValidate>
        <input type="hidden" name="_csrf" value={csrf} />
        {wrong && <ErrorSummary {...fields} heading="h2" text={wrong.text} faults={wrong.faults} />}
        <FormFields {...fields} values={values} faults={wrong?.faults ?? []} />
        <div class="row">
          <button class="ds-button" type="submit">
            {deskActs.preview}
          </button>
        </div>
      </form>
      <DropForm draft={draft} visitor={visitor} />
    </>
  );
}

export function toActUrl({ id }: Pick<Draft, 'id'>): string {
  return `${DESK}/acts/${id}`;
}

function DropForm({ draft, visitor }: { readonly draft: Draft; readonly visitor: Visit['visitor'] }) {
  return (
    <form method="post" action={`${toActUrl(draft)}/drop`}>
      <input type="hidden" name="_csrf" value={visitor.csrf} />
      <button class="ds-button" data-variant="tertiary" type="submit">
        {textsIn(visitor.language).desk.preview.drop}
      </button>
    </form>
  );
}

function Previewed({ answer, visit }: PartProps<'preview'>) {
  const { draft, preview, notice } = answer;
  const { visitor } = visit;
  const { desk, deskActs } = textsIn(visitor.language);
  const isSending = draft.act === 'nudge' || draft.act === 'resend';
  return (
    <>
      {notice !== undefined && (
        <Notice tone="warning" id="done">
          <p>{notice}</p>
        </Notice>
      )}
      <Section id="words" title={deskActs.inWords}>
        {preview.words.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Section>
      <Fields preview={preview} visit={visit} />
      <Sends preview={preview} visit={visit} />
      <div class="row">
        <form method="post" action={`${toActUrl(draft)}/save`}>
          <input type="hidden" name="_csrf" value={visitor.csrf} />
          <input type="hidden" name="seal" value={preview.seal} />
          <button class="ds-button" type="submit">
            {isSending ? desk.preview.send : desk.preview.save}
          </button>
        </form>
        {draft.values !== undefined && (
          <a class="ds-button" data-variant="secondary" href={toActUrl(draft)}>
            {desk.preview.change}
          </a>
        )}
        <DropForm draft={draft} visitor={visitor} />
      </div>
    </>
  );
}

interface PreviewProps {
  readonly preview: Preview;
  readonly visit: Visit;
}

function Fields({ preview: { fields }, visit: { visitor } }: PreviewProps) {
  const { preview } = textsIn(visitor.language).desk;
  if (fields.length === 0) return null;
  return (
    <Section id="fields" title={preview.fields}>
      <ul class="ds-list">
        {fields.map(({ label, from, to }) => (
          <li key={label} class="text">
            {preview.changed(label, from, to)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** All of them: on a page there is room, and nothing is sent that was not shown. */
function Sends({ preview: { sends }, visit: { visitor, setting } }: PreviewProps) {
  const { language, county } = visitor;
  const { preview } = textsIn(language).desk;
  if (sends.length === 0) return null;
  const asking = { county, now: setting.road.clock.now() };
  return (
    <Section id="sends" title={preview.list}>
      <ol class="ds-list">
        {sends.map((send) => (
          <li key={`${send.key} ${send.at.toISOString()}`}>{describeSend(send, asking, language)}</li>
        ))}
      </ol>
    </Section>
  );
}

function Done({ answer, visit: { visitor } }: PartProps<'done'>) {
  const { deskActs, deskChat } = textsIn(visitor.language);
  return (
    <>
      <Notice tone="success" id="done">
        <p>{deskChat.receipt(answer.said, answer.receipt)}</p>
      </Notice>
      <p class="row">
        <a class="ds-button" href={toRefUrl(answer.ref)}>
          {deskActs.toSubject}
        </a>
        <a class="ds-button" data-variant="secondary" href={`${DESK}/plan`}>
          {deskActs.toPlan}
        </a>
      </p>
    </>
  );
}
