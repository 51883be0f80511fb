// One activity of a plan in a list: what, whose, when, how it stands, and what was said of it last.
import type { Light } from '../../../message/form.ts';
import { LightShape } from '../../../page/light.tsx';
import { formatDay } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';
import type { Activity } from '../../../topics/plans/activity.ts';
import type { ActivityStatus } from '../../../topics/plans/check-in.ts';
import { toSlug } from '../../../topics/plans/round.ts';
import { Badge } from '../desk-parts.tsx';
import { toUrl } from '../desk-url.ts';
import type { DeskVisitor } from '../entrance/desk-session.ts';
import type { ReadPlan } from './read-plan.ts';

export interface ActivityLineProps {
  readonly activity: Activity;
  readonly read: Pick<ReadPlan, 'owners' | 'rounds'>;
  readonly visitor: DeskVisitor;
}

export function ActivityLine({ activity, read, visitor: { language, today } }: ActivityLineProps) {
  const { id, title, ownerId, fromOn, toOn, latest, carriedFromId } = activity;
  const texts = textsIn(language).deskYear.plan;
  const owner = read.owners.find((one) => one.id === ownerId)?.name ?? '';
  const round = latest && read.rounds.find((one) => toSlug(one) === latest.round)?.label;
  return (
    <>
      <span class="row tight">
        <a class="ds-link" href={toUrl('activities', id)}>
          {title}
        </a>
        {carriedFromId && <Badge tone="neutral">{texts.carried}</Badge>}
      </span>
      <span class="quiet">
        {owner} · {texts.days(formatDay(fromOn, language, today), formatDay(toOn, language, today))}
      </span>
      {latest ? (
        <>
          <span class="row tight">
            <Standing light={latest.light} status={latest.status} language={language} />
            {round && <span class="quiet">{texts.checkedIn(round)}</span>}
          </span>
          {latest.comment && <span class="text">{latest.comment}</span>}
        </>
      ) : (
        <span class="quiet">{texts.unchecked}</span>
      )}
    </>
  );
}

export interface StandingProps {
  readonly light: Light;
  readonly status?: ActivityStatus | undefined;
  readonly language: Language;
}

/** A light by shape, word and colour, and the status where there is one. */
export function Standing({ light, status, language }: StandingProps) {
  const { lights } = textsIn(language);
  return (
    <>
      <LightShape light={light} />
      <strong>{lights.word(light)}</strong>
      {status && <span>{lights.statuses[status]}</span>}
    </>
  );
}
