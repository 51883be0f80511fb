// Who gives a command? The user of this computer.
import { userInfo } from 'node:os';

/** By number where the computer has no name for them, as in many containers. */
export function findUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
