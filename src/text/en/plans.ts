// English texts: plans.
import type { Texts } from '../sv.ts';

export const plans: Texts['plans'] = {};
