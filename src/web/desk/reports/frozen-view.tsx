// What was frozen of a year: number, checksum and approval, the files of each; and the forms that freeze and approve.
import { randomUUID } from 'node:crypto';
import { ReportFormat } from '../../../followup/report-format.ts';
import type { Snapshot } from '../../../followup/snapshot.ts';
import type { Answers, Form } from '../../../message/form.ts';
import { ErrorSummary } from '../../../page/error-summary.tsx';
import { FormFields } from '../../../page/form-fields.tsx';
import { formatDay, formatInstant } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import { Badge, Lines, Section } from '../desk-parts.tsx';
import { DESK } from '../desk-setting.ts';
import type { Visit } from '../visit.ts';
import type { FrozenYear } from './read-frozen.ts';
import { toFileUrl } from './report-files.ts';
import { APPROVE, createApproveForm, createFreezeForm, FREEZE } from './report-forms.ts';

export interface FrozenViewProps {
  readonly frozen: FrozenYear;
  /** The reader may sign, and none of the year is approved yet. */
  readonly maySign: boolean;
  readonly visit: Visit;
}

export function FrozenView({ frozen, maySign, visit }: FrozenViewProps) {
  const { language } = visit.visitor;
  const texts = textsIn(language).deskYear.report;
  const { year, snapshots, groups, approver } = frozen;
  return (
    <Section id="frozen" title={texts.frozen}>
      <Lines
        of={snapshots}
        none={texts.noneFrozen}
        keyOf={({ id }) => id}
        show={(snapshot) => <SnapshotLine snapshot={snapshot} frozen={frozen} visit={visit} />}
      />
      {maySign && (
        <SignForm
          name={FREEZE}
          form={createFreezeForm(language)}
          values={{}}
          words={{ open: texts.freeze, help: texts.freezeHelp, save: texts.freeze }}
          {...{ year, visit }}
        />
      )}
      {maySign && snapshots.length > 0 && (
        <SignForm
          name={APPROVE}
          form={createApproveForm(groups, language)}
          values={approver === undefined ? {} : { group: approver }}
          words={{ open: texts.approve, help: texts.approveHelp, save: texts.saveApproval }}
          {...{ year, visit }}
        />
      )}
    </Section>
  );
}

interface SnapshotLineProps {
  readonly snapshot: Snapshot;
  readonly frozen: FrozenYear;
  readonly visit: Visit;
}

function SnapshotLine({ snapshot, frozen, visit: { visitor } }: SnapshotLineProps) {
  const { language, today, county } = visitor;
  const texts = textsIn(language).deskYear.report;
  const { year, number, dnr, checksum, frozenById, frozenAt, approvedOn, approvedById } = snapshot;
  const group = frozen.groups.find(({ id }) => id === approvedById)?.name ?? '';
  const moment = formatInstant(frozenAt, county.timeZone, language, today);
  const name = texts.number(number, dnr);
  return (
    <>
      <span class="row tight">
        <strong>{name}</strong>
        {approvedOn ? (
          <Badge tone="success">{texts.approved(formatDay(approvedOn, language, today), group)}</Badge>
        ) : (
          <Badge tone="neutral">{texts.notApproved}</Badge>
        )}
      </span>
      <span class="quiet">{texts.frozenBy(moment, frozen.names.get(frozenById) ?? '')}</span>
      <span class="text">
        {texts.checksum}: <code class="checksum">{checksum}</code>
      </span>
      <span class="row tight">
        {ReportFormat.options.map((format) => (
          <a key={format} class="ds-link" href={toFileUrl(year, format, number)} download={format !== 'html'}>
            {texts.formats[format]}
            <span class="ds-sr-only">: {name}</span>
          </a>
        ))}
      </span>
    </>
  );
}

interface SignFormProps {
  readonly name: typeof FREEZE | typeof APPROVE;
  readonly form: Form;
  readonly values: Answers;
  readonly words: { readonly open: string; readonly help: string; readonly save: string };
  readonly year: number;
  readonly visit: Visit;
}

function SignForm({ name, form, values, words, year, visit: { visitor, outcome } }: SignFormProps) {
  const { language, csrf } = visitor;
  const wrong = outcome?.kind === 'faults' && outcome.slug === name ? outcome : undefined;
  const fields = { form, language, prefix: name };
  return (
    <details class="fill" open={wrong !== undefined}>
      <summary class="ds-button" data-variant="secondary">
        {words.open}
      </summary>
      <form method="post" action={`${DESK}/reports/${year}/${name}`} class="stack wide" noValidate>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="_nonce" value={randomUUID()} />
        <p>{words.help}</p>
        {wrong && <ErrorSummary {...fields} text={wrong.text} faults={wrong.faults} />}
        <FormFields {...fields} values={wrong?.values ?? values} faults={wrong?.faults ?? []} />
        <div class="row">
          <button class="ds-button" type="submit">
            {words.save}
          </button>
        </div>
      </form>
    </details>
  );
}
