// A file that is no sheet, or more of one than is taken in: it is told of as a whole.

import type { Say } from '../finding.ts';

export class UnreadableSheet extends Error {
  override readonly name = 'UnreadableSheet';
  readonly say: Say;

  constructor(say: Say, options?: ErrorOptions) {
    super('A sheet cannot be read.', options);
    this.say = say;
  }
}
