// What is said of a need: to whoever takes it up, and of its outcome to whoever raised it.
import type { Message } from '../../message/message.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Need } from './need.ts';

export interface NeedCard {
  readonly need: Need;
  readonly language: Language;
  /** Who raised it, or who settled it. */
  readonly by: string;
  readonly organisation: string;
  /** The group that it comes from. */
  readonly group?: string;
}

export function composeRaised({ need, language, by, organisation, group }: NeedCard): Message {
  const { raised } = textsIn(language).needs;
  const facts = [
    { label: raised.text, value: need.text },
    { label: raised.from, value: [by, organisation].filter((name) => name !== '').join(', ') },
    { label: raised.group, value: group },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []));
  return {
    language,
    title: raised.title(need.number, organisation),
    parts: [
      { kind: 'facts', facts },
      { kind: 'note', text: raised.how(need.number) },
    ],
    buttons: [],
  };
}

export function composeOutcome({ need, language, by }: NeedCard): Message {
  const { outcome } = textsIn(language).needs;
  const facts = [
    { label: outcome.text, value: need.text },
    { label: outcome.outcome, value: need.settled?.outcome },
    { label: outcome.by, value: by },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []));
  return { language, title: outcome.title(need.number), parts: [{ kind: 'facts', facts }], buttons: [] };
}
