// Swedish: what may be written after a command's word, where anything may. In brackets is what may be left out; | stands between alternatives.
import type { chat } from './chat.ts';

export const commandArguments = {
  calls: '[kommun]',
  contact: '[kommun …, ärende, titel]',
  who: 'ärende [kommun]',
  duty: 'ärende',
  party: 'namnet på en organisation',
  substitute: '[namn [för namn] dagar | ingen]',
  successor: '[namn [för namn] sista dag | ingen]',
  members: '[grupp] [dag]',
  events: '[datum text [· plats] [· länk] | dra tillbaka nummer]',
  calendar: '[grupp | länet] [ny]',
  needs: '[text | klart nummer vad det blev]',
  minutes: '[grupp] [dag] [länk]',
  plan: '[historik aktivitet | beredd | godkänd dag [dnr …] | uppföljd | lås | kopiera år | tillägg text]',
  create: 'utlysning | avstämning | enkät | påminnelse | nytt möte',
  change: '[några ord ur namnet]',
  move: '[några ord ur namnet]',
  pause: '[några ord ur namnet]',
  resume: '[några ord ur namnet]',
  cancel: '[in] [några ord ur namnet]',
  answers: '[några ord ur namnet]',
  bind: '[grupp | bort]',
} satisfies Partial<Record<keyof typeof chat.commands, string>>;
