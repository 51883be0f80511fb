// Pauses, resumes or cancels what a subject has to say, or sends again what failed.
import { type Place, perform } from '../perform.ts';
import { type SteerRequest, steerTask } from '../tasks/steer-task.ts';

/** @returns how many were cancelled, or will be sent again */
export async function steer(place: Place, asked: SteerRequest): Promise<number> {
  return (await perform(place, steerTask, asked)).count;
}
