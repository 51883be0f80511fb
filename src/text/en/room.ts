// English texts: room.
import type { Texts } from '../sv.ts';

export const room: Texts['room'] = {};
