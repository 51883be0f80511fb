// What goes wrong in Slack: a refusal by its name, or an accident on the way.

/** accepted-500 and those after it have taken the message in before they go wrong; slow goes right, in the end. */
export type Accident =
  | 'limited'
  | 'status-500'
  | 'status-503'
  | 'page'
  | 'cut-before'
  | 'slow'
  | 'accepted-500'
  | 'accepted-internal-error'
  | 'cut-after'
  | 'silent-after';

export type Fault = Accident | `code:${string}`;

/** Those after which the same message gets through. */
export const PASSING: readonly Fault[] = [
  'limited',
  'code:ratelimited',
  'code:internal_error',
  'code:fatal_error',
  'code:service_unavailable',
  'status-500',
  'status-503',
  'cut-before',
  'slow',
  'accepted-500',
  'accepted-internal-error',
  'cut-after',
];
