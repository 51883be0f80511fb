// A free reminder: a few words to some groups, once or each time a rule comes round. It asks nothing.
import { z } from 'zod';
import { LocalDate, LocalTime } from '../../calendar/local-date.ts';
import { Rule } from '../../calendar/rule.ts';
import { CountyId, GroupId } from '../../ids.ts';
import type { Recurring } from '../../reminders/recurring.ts';

export const Memo = z
  .object({
    id: z.string().min(1),
    countyId: CountyId,
    title: z.string().min(1),
    text: z.string().min(1),
    link: z.url().exactOptional(),
    groupIds: z.array(GroupId).readonly(),
    /** Also each member in their own chat. */
    toMembers: z.boolean(),
    sendOn: LocalDate,
    sendAt: LocalTime,
    rule: Rule.exactOptional(),
    cancelledOn: LocalDate.exactOptional(),
  })
  .readonly();
export type Memo = z.infer<typeof Memo>;

export function toRecurring({ sendOn: firstOn, ...memo }: Memo): Recurring {
  return { ...memo, firstOn };
}
