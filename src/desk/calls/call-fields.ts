// What is filled in about a grant call, and how a call stands in the fields.
import type { Db } from '../../database/open.ts';
import { OrganisationKind } from '../../directory/organisation.ts';
import { GroupId } from '../../ids.ts';
import type { Answers, Field, FieldFault } from '../../message/form.ts';
import type { Texts } from '../../text/texts.ts';
import type { CallDetails } from '../../topics/calls/call.ts';
import type { DeskAsking } from '../desk-act.ts';
import {
  readDate,
  readHour,
  readList,
  readText,
  toDateField,
  toGroupOptions,
  toTextField,
  toTimeField,
  toValues,
  writeTime,
} from '../fields.ts';
import { listSteerable } from '../steerable-groups.ts';

/** The last day to apply, and the hour where there is one. */
export function createCloseFields(texts: Texts): readonly Field[] {
  const { fields } = texts.desk;
  return [
    toDateField({ key: 'closesOn', label: fields.closesOn, required: true }),
    toTimeField(texts, { key: 'closesAt', label: fields.closesAt, required: false }),
  ];
}

/** Everything else. */
export async function createCallFields(db: Db, { asker }: DeskAsking, texts: Texts): Promise<readonly Field[]> {
  const { calls, desk } = texts;
  const { fields } = desk;
  const groups = await listSteerable(db, asker);
  const kinds = OrganisationKind.options.map((value) => ({ value, label: calls.kind(value) }));
  const long = { maxLength: 1000, isLong: true };
  return [
    toTextField({ key: 'title', label: fields.callTitle, required: true }),
    toTextField({ key: 'round', label: calls.facts.round, help: fields.roundHelp, required: false }),
    { kind: 'choices', key: 'eligible', label: calls.facts.eligible, required: true, options: kinds },
    toTextField({ key: 'purpose', label: calls.facts.purpose, required: true, ...long }),
    toTextField({ key: 'budget', label: calls.facts.budget, required: false }),
    toTextField({ key: 'link', label: fields.callLink, required: false, maxLength: 500, format: 'link' }),
    toTextField({ key: 'dnr', label: calls.facts.dnr, required: false, maxLength: 60 }),
    ...(groups.length === 0
      ? []
      : [
          {
            ...({ kind: 'choices', key: 'groups', label: fields.groups, help: fields.callGroupsHelp } as const),
            ...{ required: false, options: toGroupOptions(groups) },
          },
        ]),
  ];
}

type Content = Pick<
  CallDetails,
  'title' | 'round' | 'eligibleKinds' | 'purpose' | 'budget' | 'link' | 'dnr' | 'groupIds'
>;

export function readContent(answers: Answers): Content {
  const [round, budget, link, dnr] = ['round', 'budget', 'link', 'dnr'].map((key) => readText(answers, key));
  return {
    title: readText(answers, 'title') ?? '',
    purpose: readText(answers, 'purpose') ?? '',
    eligibleKinds: readList(answers, 'eligible').map((kind) => OrganisationKind.parse(kind)),
    groupIds: readList(answers, 'groups').map((id) => GroupId.parse(id)),
    ...(round !== undefined && { round }),
    ...(budget !== undefined && { budget }),
    ...(link !== undefined && { link }),
    ...(dnr !== undefined && { dnr }),
  };
}

export function toContentValues(call: CallDetails): Answers {
  const { title, round, eligibleKinds: eligible, purpose, budget, link, dnr, groupIds: groups } = call;
  return toValues({ title, round, eligible, purpose, budget, link, dnr, groups });
}

export function readClose(answers: Answers): Pick<CallDetails, 'closesOn' | 'closesAt'> | undefined {
  const [closesOn, closesAt] = [readDate(answers, 'closesOn'), readHour(answers, 'closesAt')];
  return closesOn && { closesOn, ...(closesAt && { closesAt }) };
}

export function toCloseValues({ closesOn, closesAt }: Pick<CallDetails, 'closesOn' | 'closesAt'>): Answers {
  return toValues({ closesOn, closesAt: closesAt && writeTime(closesAt) });
}

export function findCloseFaults(answers: Answers, texts: Texts, today: string): readonly FieldFault[] {
  const closesOn = readDate(answers, 'closesOn');
  const isPast = closesOn !== undefined && closesOn < today;
  return isPast ? [{ field: 'closesOn', message: texts.desk.faults.isPast }] : [];
}
