// English texts: calls.
import type { Texts } from '../sv.ts';

export const calls: Texts['calls'] = {};
