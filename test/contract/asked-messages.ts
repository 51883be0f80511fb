// The messages that every platform is tried with, and what a person does with them.
import { PromptId } from '../../src/ids.ts';
import type { Form } from '../../src/message/form.ts';
import type { Message } from '../../src/message/message.ts';
import type { Deed } from './platform-harness.ts';

export const promptId = PromptId.parse('0197d0c4-1111-7000-8000-000000000001');

const form: Form = {
  fields: [
    { kind: 'light', key: 'light', label: 'Läge', required: true },
    { kind: 'text', key: 'comment', label: 'Kommentar', required: false, maxLength: 500, isLong: true },
  ],
};

export const shownForm = { promptId, language: 'sv', title: 'Avstämning mars', form, values: {}, basedOn: 0 } as const;

export const question: Message = {
  language: 'sv',
  title: 'Avstämning mars: Språkstöd <på> "arbetsplatsen" & hemma',
  parts: [
    { kind: 'text', text: 'Svara gärna i dag.' },
    { kind: 'facts', facts: [{ label: 'Ansvarig', value: 'Karlshamns kommun' }] },
    { kind: 'list', title: 'Saknas', items: ['Migrationsverket', 'Försäkringskassan'] },
    { kind: 'progress', text: '4 av 15 har svarat', answered: 4, asked: 15 },
    { kind: 'notice', text: 'Nytt datum: 28 mars', tone: 'warning' },
    { kind: 'note', text: 'Skriv inga uppgifter om enskilda personer.' },
  ],
  buttons: [
    { kind: 'answer', label: 'Grön', light: 'green', promptId, answers: { light: 'green' } },
    { kind: 'fill', label: 'Fyll i', promptId },
    { kind: 'repeat', label: 'Ingen förändring', promptId },
    { kind: 'delegate', label: 'Be ersättaren svara', promptId },
    { kind: 'link', label: 'Läs mer', url: 'https://example.org/mer' },
  ],
  question: { promptId, form },
};

export const notice: Message = { language: 'sv', title: 'Ny sista ansökningsdag', parts: [], buttons: [] };

export const press: Deed = { kind: 'press', promptId, answers: { light: 'green' } };
export const submit: Deed = {
  kind: 'submit',
  promptId,
  entries: { light: 'yellow', comment: 'Två platser saknas <än>.' },
  basedOn: 0,
};
