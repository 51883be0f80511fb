// Who is responsible for a matter, and who offers something about it, in the county or in some of its municipalities?
import type { Undertaking } from './matter.ts';
import type { Organisation } from './organisation.ts';

/** The same sentence, and all who say it of themselves. */
export interface Duty {
  readonly text: string;
  readonly organisations: readonly Organisation[];
}

export interface Duties {
  readonly responsible: readonly Duty[];
  readonly offers: readonly Duty[];
}

export interface DutyFilter {
  readonly matterIds: readonly string[];
  /** Then only of these municipalities, theirs first, and of those who work in the whole county. */
  readonly municipalityCodes: readonly string[];
}

export function findDuties(organisations: readonly Organisation[], filter: DutyFilter): Duties {
  const { municipalityCodes: codes } = filter;
  const isNear = ({ municipalityCode }: Organisation) =>
    municipalityCode === undefined || codes.includes(municipalityCode);
  const near = codes.length === 0 ? organisations : organisations.filter(isNear);
  const ordered = codes.length === 0 ? near : [...near.filter(isLocal), ...near.filter((one) => !isLocal(one))];
  return {
    responsible: groupByText(ordered, filter, ({ responsibilities }) => responsibilities),
    offers: groupByText(ordered, filter, ({ offers }) => offers),
  };
}

function isLocal({ municipalityCode }: Organisation): boolean {
  return municipalityCode !== undefined;
}

function groupByText(
  organisations: readonly Organisation[],
  { matterIds }: DutyFilter,
  list: (one: Organisation) => readonly Undertaking[],
): readonly Duty[] {
  const byText = new Map<string, Organisation[]>();
  for (const organisation of organisations) {
    for (const { text, matters } of list(organisation)) {
      if (!matters.some((id) => matterIds.includes(id))) continue;
      byText.set(text, [...(byText.get(text) ?? []), organisation]);
    }
  }
  return [...byText].map(([text, among]) => ({ text, organisations: among }));
}
