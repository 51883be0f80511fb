// English texts: meetings.
import type { Texts } from '../sv.ts';

export const meetings: Texts['meetings'] = {};
