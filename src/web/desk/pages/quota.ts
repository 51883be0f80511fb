// How many meetings a group should have in a year, and how far it has come.
import { z } from 'zod';
import type { Group } from '../../../directory/group.ts';
import type { Texts } from '../../../text/texts.ts';

const Quota = z.object({ atLeast: z.int().exactOptional(), atMost: z.int().exactOptional() });

/** "2 av minst 4 i år". Undefined where the county has set no number. */
export function describeQuota({ quota }: Group, meetings: number, texts: Texts): string | undefined {
  const { atLeast, atMost } = Quota.safeParse(quota).data ?? {};
  const { wanted, ofWanted } = texts.deskPages.groups.quota;
  if (atLeast === undefined && atMost === undefined) return undefined;
  return ofWanted(meetings, wanted(atLeast, atMost));
}

/** Fewer are planned than the county wants. */
export function isShort({ quota }: Group, meetings: number): boolean {
  return meetings < (Quota.safeParse(quota).data?.atLeast ?? 0);
}
