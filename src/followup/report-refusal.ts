// Why nothing of a year's report was frozen, approved or set by hand: by kind for a page, and in words for an operator.
import type { LocalDate } from '../calendar/local-date.ts';
import { InvalidInput, NotAllowed, NotFound } from '../errors.ts';
import type { LightScope } from './light-override.ts';

export type ReportRefusal =
  | { readonly kind: 'not-coordinator'; readonly act: keyof typeof notAllowed }
  | { readonly kind: 'no-dnr' }
  | { readonly kind: 'no-reason' }
  | { readonly kind: 'personal-number'; readonly field: 'dnr' | 'reason' }
  /** An approved report is not changed any more. */
  | { readonly kind: 'final'; readonly year: number }
  | { readonly kind: 'approved'; readonly year: number }
  | { readonly kind: 'not-frozen'; readonly year: number }
  | { readonly kind: 'before-frozen'; readonly frozenOn: LocalDate }
  | { readonly kind: 'day-ahead'; readonly day: LocalDate }
  /** Since it was frozen: it is not what its checksum says. */
  | { readonly kind: 'changed'; readonly number: number; readonly year: number }
  | {
      readonly kind: 'no-scope';
      readonly scope: LightScope;
      readonly scopeId: string;
      readonly county: string;
      /** Those that there are. */
      readonly ids: readonly string[];
    };

const notAllowed = {
  freeze: 'Only a coordinator of the county freezes its report.',
  approve: 'Only a coordinator of the county writes down that its report is approved.',
  light: 'Only a coordinator of the county sets a light by hand.',
};

const personal = {
  dnr: 'The dnr looks like a personal identity number. Correct it.',
  reason: 'The reason has something in it that looks like a personal identity number. Take it out.',
};

/** What came of it. @throws for the operator, where nothing did */
export function orThrow<T extends object>(done: T | { readonly refusal: ReportRefusal }): T {
  if ('refusal' in done) throw toError(done.refusal);
  return done;
}

function toError(refusal: ReportRefusal): InvalidInput | NotAllowed | NotFound {
  switch (refusal.kind) {
    case 'not-coordinator':
      return new NotAllowed(notAllowed[refusal.act]);
    case 'no-dnr':
      return refuse('dnr', 'A report is frozen under a registration number. Add its dnr.');
    case 'no-reason':
      return refuse('reason', 'A light is only set by hand with a reason. Say why.');
    case 'personal-number':
      return refuse(refusal.field, personal[refusal.field]);
    case 'final':
      return refuse('year', `The report of ${refusal.year} is approved and is not changed any more.`);
    case 'approved':
      return refuse('year', `The report of ${refusal.year} is approved already.`);
    case 'not-frozen':
      return refuse('year', `No report of ${refusal.year} is frozen yet. Freeze it first.`);
    case 'before-frozen':
      return refuse(
        'on',
        `It was frozen on ${refusal.frozenOn}, and cannot have been approved before. Correct the day.`,
      );
    case 'day-ahead':
      return refuse('on', `${refusal.day} is still to come. Write it down when it is decided.`);
    case 'changed':
      return refuse('checksum', `Report ${refusal.number} of ${refusal.year} has been changed since it was frozen.`);
    case 'no-scope': {
      const { scope, scopeId, county, ids } = refusal;
      return new NotFound(`There is no ${scope} "${scopeId}" in ${county}. There are: ${ids.join(', ')}.`);
    }
  }
}

function refuse(path: string, message: string): InvalidInput {
  return new InvalidInput(message, [{ path, message }]);
}
