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
  bind: '[group | off]',
};
