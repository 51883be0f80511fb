// Every question about whom to ask, by its word, for those who come by another way than a member's chat.
import { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import type { Doing } from './asking.ts';
import { showGaps } from './contact-gaps.ts';
import { showContacts } from './contacts.ts';
import { showResponsible, showWho } from './duties.ts';
import { answerInquiry, type Inquire, type Inquiry, showWord } from './inquiry.ts';
import { showParty } from './party.ts';

export type InquiryName = 'contact' | 'who' | 'duty' | 'party' | 'gaps';

const INQUIRIES: Readonly<Record<InquiryName, Inquire>> = {
  contact: showContacts,
  who: showWho,
  duty: showResponsible,
  party: showParty,
  gaps: showGaps,
};

const INQUIRY_NAMES: readonly InquiryName[] = ['contact', 'who', 'duty', 'party', 'gaps'];

export function inquire(name: InquiryName, inquiry: Omit<Inquiry, 'command'>): Promise<Doing> {
  return answerInquiry(INQUIRIES[name], { ...inquiry, command: showWord(name, inquiry.language) });
}

export interface WrittenInquiry {
  readonly name: InquiryName;
  readonly rest: string;
}

/** "kontakt Umeå"; undefined where it is something else. */
export function readInquiry(text: string): WrittenInquiry | undefined {
  const [word = '', ...rest] = text.trim().normalize('NFC').split(/\s+/);
  const name = INQUIRY_NAMES.find((one) => listWords(one).includes(word.toLowerCase()));
  return name && { name, rest: rest.join(' ') };
}

/** The words by which they are shown, in every language. */
export function listInquiryWords(): readonly string[] {
  return Language.options.flatMap((language) => INQUIRY_NAMES.map((name) => showWord(name, language)));
}

function listWords(name: InquiryName): readonly string[] {
  return Language.options.flatMap((language) => textsIn(language).chat.commands[name].words);
}
