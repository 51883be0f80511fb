// Several municipalities may be meant, or none: what to choose between, in words that can be copied.
import type { County } from '../directory/county.ts';
import { suggestMunicipalities } from '../directory/find-municipality.ts';
import { loadSwedishCounties, type Municipality, type SwedishCounty } from '../directory/municipality.ts';
import type { Unclear } from '../directory/read-question.ts';
import type { Message } from '../message/message.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';

export interface Choosing {
  readonly text: string;
  readonly among: readonly Municipality[];
  /** The command that is to be written again, "kontakt", with what else it asked for. */
  readonly command: string;
}

/** Each by its code: that is one municipality's alone. */
export function composeChoice({ text, among, command }: Choosing, language: Language): Message {
  const { item } = textsIn(language).contacts.choice;
  const items = among.map((one) => item(`${command} ${one.code}`, `${one.name}, ${findCountyOf(one)?.name ?? ''}`));
  return composeItems(text, items, language);
}

/** A part of a question that may mean several things. */
export function composeUnclear(unclear: Unclear, command: string, language: Language): Message {
  if (unclear.kind === 'municipality') return composeChoice({ ...unclear, command }, language);
  const { item } = textsIn(language).contacts.choice;
  const items = unclear.among.map(({ id, name }) => item(`${command} ${id}`, name));
  return composeItems(unclear.text, items, language);
}

export function composeItems(text: string, items: readonly string[], language: Language): Message {
  const { choice } = textsIn(language).contacts;
  return {
    language,
    title: choice.title(text),
    parts: [
      { kind: 'list', items },
      { kind: 'note', text: choice.how },
    ],
    buttons: [],
  };
}

/** The county's own first: they are likelier to be meant. */
export function sayNoMunicipality(text: string, county: County, language: Language): string {
  const { contacts } = textsIn(language);
  const near = suggestMunicipalities(text);
  const isOwn = (one: Municipality) => one.county === county.code;
  const names = [...near.filter(isOwn), ...near.filter((one) => !isOwn(one))].map((one) =>
    contacts.nearest(one.name, isOwn(one) ? undefined : findCountyOf(one)?.name),
  );
  return contacts.noMunicipality(text, names);
}

export function findCountyOf({ county }: Municipality): SwedishCounty | undefined {
  return loadSwedishCounties().find(({ code }) => code === county);
}
