// Tells what is asked, what comes next and what was sent.
import { describeStatus } from '../describe-status.ts';
import { type Place, perform } from '../perform.ts';
import { statusTask } from '../tasks/status-task.ts';

export interface StatusOptions {
  readonly json?: true;
}

export async function tellStatus(place: Place, { json }: StatusOptions): Promise<void> {
  const status = await perform(place, statusTask, {});
  console.log(json ? JSON.stringify(status) : describeStatus(status));
}
