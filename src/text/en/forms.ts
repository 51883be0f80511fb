// English texts: forms.
import type { Texts } from '../sv.ts';

export const forms: Texts['forms'] = {};
