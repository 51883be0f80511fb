// Pauses, resumes or cancels what a subject has to say, or sends again what failed.
import { findUser } from '../find-user.ts';
import { type Place, perform } from '../perform.ts';
import { type SteerReply, type SteerRequest, steerTask } from '../tasks/steer-task.ts';

export function steer(place: Place, asked: Omit<SteerRequest, 'by'>): Promise<SteerReply> {
  return perform(place, steerTask, { ...asked, by: findUser() });
}
