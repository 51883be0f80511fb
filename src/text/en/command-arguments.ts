// English: what may be written after a command's word, where anything may.
import type { Texts } from '../sv.ts';

export const commandArguments: Texts['commandArguments'] = {
  calls: '[municipality]',
  contact: '[municipality …, matter, title]',
  who: 'matter [municipality]',
  duty: 'matter',
  party: 'the name of an organisation',
  substitute: '[name [for name] days | nobody]',
  successor: '[name [for name] last day | nobody]',
  members: '[group] [day]',
  events: '[date text [· place] [· link] | withdraw number]',
  calendar: '[group | county] [new]',
  needs: '[text | done number outcome]',
  minutes: '[group] [day] [link]',
  plan: '[history activity | prepared | approved day [dnr …] | followed-up | lock | copy year | addendum text]',
  create: 'meeting | call | check-in | survey | reminder',
  change: '[words of its name]',
  move: '[words of its name]',
  pause: '[words of its name]',
  resume: '[words of its name]',
  cancel: '[words of its name]',
  answers: '[words of its name]',
  bind: '[group | off]',
};
