// English texts: lights.
import type { Texts } from '../sv.ts';

export const lights: Texts['lights'] = {};
