// A preview in sentences: what is sent, to how many, and what to mind.
import type { Tx } from '../database/open.ts';
import type { Conversation } from '../platform.ts';
import { isPaused } from '../reminders/pause-store.ts';
import { textsIn } from '../text/texts.ts';
import { namePlaces } from './describe-send.ts';
import type { DeskAsking, PlannedSend } from './desk-act.ts';
import type { Told } from './desk-subject.ts';

export interface Foreseen {
  readonly sends: readonly PlannedSend[];
  readonly told: readonly Told[];
}

export async function describePreview(
  tx: Tx,
  asking: DeskAsking,
  { sends, told }: Foreseen,
): Promise<readonly string[]> {
  const { language } = asking.asker.person;
  const { preview } = textsIn(language).desk;
  const isHeld = await isPaused(tx, told);
  if (sends.length === 0) return [isHeld ? preview.paused : preview.none];
  const now = sends.filter(({ isNow }) => isNow).flatMap(listPlaces);
  const all = namePlaces(sends.flatMap(listPlaces), language);
  // Of a meeting that is off, nobody asks a substitute.
  const asks = told.some(({ topic }) => topic === 'meeting') && sends.some(({ isNow }) => !isNow);
  return [
    preview.sends(sends.length, all),
    ...(now.length > 0 ? [preview.now(namePlaces(now, language))] : []),
    ...(sends.some(({ kind, isForSilent }) => isForSilent && kind === 'nudge') ? [preview.silent] : []),
    ...(asks ? [preview.answers] : []),
    ...(isHeld ? [preview.partlyPaused] : []),
  ];
}

function listPlaces({ posts }: PlannedSend): readonly Conversation[] {
  return posts.map(({ to }) => to);
}
