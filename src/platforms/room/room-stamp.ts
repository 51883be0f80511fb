// A short string that changes when a message comes or changes: what an open page compares.
import type { MessageVersion } from './room-store.ts';

/** So many of the newest messages are watched for changes; older ones show theirs when the page is loaded again. */
export const WATCHED = 60;

/** @param versions newest first */
export function toStamp(versions: readonly MessageVersion[]): string {
  const newest = versions.slice(0, WATCHED);
  return `${newest[0]?.id ?? 0}.${newest.length}.${newest.reduce((sum, { version }) => sum + version, 0)}`;
}
