// Writes a link that lets one person into the web room.
import type { CountyId } from '../../ids.ts';
import { type Place, perform } from '../perform.ts';
import { linkTask } from '../tasks/link-task.ts';

export interface LinkOptions {
  readonly county: CountyId;
  readonly person: string;
  readonly days: number;
}

export async function writeLink(place: Place, options: LinkOptions): Promise<void> {
  const link = await perform(place, linkTask, options);
  console.log(link.url);
  // Apart from the link, so that it can be piped on by itself.
  console.error(`For ${link.person}, until ${link.until.slice(0, 10)}.`);
}
