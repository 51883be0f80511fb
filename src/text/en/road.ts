// English texts: road.
import type { Texts } from '../sv.ts';

export const road: Texts['road'] = {};
