// What is filled in about a free reminder, and how one stands in the fields.
import { LocalTime } from '../../calendar/local-date.ts';
import type { Db } from '../../database/open.ts';
import { GroupId } from '../../ids.ts';
import type { Answers, Field } from '../../message/form.ts';
import type { Texts } from '../../text/texts.ts';
import type { Memo } from '../../topics/memos/memo.ts';
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

const NINE = LocalTime.parse('09:00');

export async function createMemoFields(db: Db, { asker }: DeskAsking, texts: Texts): Promise<readonly Field[]> {
  const { fields, toWhom } = texts.desk;
  const options = toGroupOptions(await listSteerable(db, asker));
  return [
    toTextField({ key: 'title', label: fields.memoTitle, required: true, maxLength: 150 }),
    toTextField({ ...{ key: 'text', label: fields.memoText, required: true }, maxLength: 2000, isLong: true }),
    toTextField({ key: 'link', label: fields.memoLink, required: false, maxLength: 500, format: 'link' }),
    { kind: 'choices', key: 'groups', label: fields.groups, required: true, options },
    {
      ...({ kind: 'choice', key: 'whom', label: fields.toWhom, required: true } as const),
      options: (['groups', 'members'] as const).map((value) => ({ value, label: toWhom[value] })),
    },
    toDateField({ key: 'sendOn', label: fields.sendOn, required: true }),
    toTimeField(texts, { key: 'sendAt', label: fields.sendAt, required: false }),
  ];
}

export type MemoContent = Omit<Memo, 'id' | 'countyId' | 'rule' | 'cancelledOn'>;

export function readContent(answers: Answers): MemoContent | undefined {
  const sendOn = readDate(answers, 'sendOn');
  if (!sendOn) return undefined;
  const link = readText(answers, 'link');
  return {
    title: readText(answers, 'title') ?? '',
    text: readText(answers, 'text') ?? '',
    ...(link !== undefined && { link }),
    groupIds: readList(answers, 'groups').map((id) => GroupId.parse(id)),
    toMembers: answers.whom === 'members',
    sendOn,
    sendAt: readHour(answers, 'sendAt') ?? NINE,
  };
}

export function toContentValues({ title, text, link, groupIds, toMembers, sendOn, sendAt }: MemoContent): Answers {
  const whom = toMembers ? 'members' : 'groups';
  return toValues({ title, text, link, groups: groupIds, whom, sendOn, sendAt: writeTime(sendAt) });
}
