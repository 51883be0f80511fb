// Messages as the topics write them, for the room's tests and its show window.
import { PromptId } from '../../../src/ids.ts';
import type { Form } from '../../../src/message/form.ts';
import type { Message } from '../../../src/message/message.ts';

export const prompts = {
  call: PromptId.parse('0197d0c4-0000-7000-8000-000000000001'),
  meeting: PromptId.parse('0197d0c4-0000-7000-8000-000000000002'),
  checkIn: PromptId.parse('0197d0c4-0000-7000-8000-000000000003'),
  survey: PromptId.parse('0197d0c4-0000-7000-8000-000000000004'),
} as const;

export const checkInForm: Form = {
  fields: [
    { kind: 'light', key: 'light', label: 'Läge', required: true },
    {
      kind: 'text',
      key: 'comment',
      label: 'Kommentar',
      help: 'Vad har hänt sedan sist?',
      required: { field: 'light', isOneOf: ['yellow', 'red'] },
      maxLength: 1000,
      isLong: true,
    },
    {
      kind: 'text',
      key: 'action',
      label: 'Åtgärd',
      required: { field: 'light', isOneOf: ['red'] },
      shownWhen: { field: 'light', isOneOf: ['yellow', 'red'] },
      maxLength: 1000,
      isLong: true,
    },
    {
      kind: 'date',
      key: 'actionBy',
      label: 'Klart senast',
      required: { field: 'light', isOneOf: ['red'] },
      shownWhen: { field: 'light', isOneOf: ['red'] },
      min: '2025-03-12',
    },
  ],
};

export const checkIn: Message = {
  language: 'sv',
  title: 'Avstämning mars: Språkstöd på arbetsplatsen',
  parts: [
    {
      kind: 'facts',
      facts: [
        { label: 'Strategiskt mål', value: 'Alla får rätt förutsättningar till språkutveckling' },
        { label: 'Ansvarig', value: 'Karlshamns kommun' },
        { label: 'Förra gången (december)', value: '▲ Gul, två platser saknades' },
        { label: 'Svara senast', value: 'fredag 28 mars' },
      ],
    },
    { kind: 'note', text: 'Skriv inga uppgifter om enskilda personer.' },
  ],
  buttons: [
    {
      kind: 'answer',
      label: '● Grön',
      light: 'green',
      promptId: prompts.checkIn,
      answers: { light: 'green' },
    },
    { kind: 'answer', label: '▲ Gul', light: 'yellow', promptId: prompts.checkIn, answers: { light: 'yellow' } },
    { kind: 'answer', label: '■ Röd', light: 'red', promptId: prompts.checkIn, answers: { light: 'red' } },
    { kind: 'repeat', label: 'Ingen förändring', promptId: prompts.checkIn },
  ],
  question: { promptId: prompts.checkIn, form: checkInForm },
};

const choice = (key: string, label: string, options: Readonly<Record<string, string>>): Form => ({
  fields: [
    {
      kind: 'choice',
      key,
      label,
      required: true,
      options: Object.entries(options).map(([value, name]) => ({ value, label: name })),
    },
  ],
});

export const meetingForm = choice('attendance', 'Kommer du?', {
  yes: 'Jag kommer',
  digital: 'Jag deltar digitalt',
  no: 'Jag kan inte',
});

export const meeting: Message = {
  language: 'sv',
  title: 'Beredningsgruppen möts torsdag 24 april kl. 13.00–15.00',
  parts: [
    {
      kind: 'facts',
      facts: [
        { label: 'Plats', value: 'Länsstyrelsen, Karlskrona, eller digitalt' },
        { label: 'Dagordning', value: '6 punkter' },
        { label: 'Svara senast', value: 'tisdag 22 april' },
      ],
    },
    {
      kind: 'progress',
      text: '5 av 7 organisationer är representerade. Saknas: Migrationsverket och Försäkringskassan',
      answered: 5,
      asked: 7,
    },
  ],
  buttons: [
    { kind: 'answer', label: 'Jag kommer', promptId: prompts.meeting, answers: { attendance: 'yes' } },
    { kind: 'answer', label: 'Jag deltar digitalt', promptId: prompts.meeting, answers: { attendance: 'digital' } },
    { kind: 'answer', label: 'Jag kan inte', promptId: prompts.meeting, answers: { attendance: 'no' } },
    { kind: 'link', label: 'Öppna det digitala mötet', url: 'https://mote.example.org/beredning' },
  ],
  question: { promptId: prompts.meeting, form: meetingForm },
};

export const callForm = choice('apply', 'Tänker ni söka?', { yes: 'Vi tänker söka', no: 'Vi söker inte' });

export const call: Message = {
  language: 'sv',
  title: 'Tidiga insatser för asylsökande: 14 dagar kvar att söka',
  parts: [
    {
      kind: 'facts',
      facts: [
        { label: 'Sista ansökningsdag', value: 'onsdag 26 mars kl. 23.59' },
        { label: 'Vem kan söka', value: 'kommuner, civilsamhällets organisationer' },
        { label: 'Till vad', value: 'hälsa, svenska språket, kunskap om samhället och arbetsmarknaden' },
        { label: 'Fråga', value: 'integrationsstrategen för din kommun' },
      ],
    },
    { kind: 'progress', text: '4 av 15 kommuner har svarat', answered: 4, asked: 15 },
  ],
  buttons: [
    { kind: 'answer', label: 'Vi tänker söka', promptId: prompts.call, answers: { apply: 'yes' } },
    { kind: 'answer', label: 'Vi söker inte', promptId: prompts.call, answers: { apply: 'no' } },
    { kind: 'link', label: 'Läs utlysningen', url: 'https://lansstyrelsen.example.org/tia' },
  ],
  question: { promptId: prompts.call, form: callForm },
};

export const movedCall: Message = {
  language: 'sv',
  title: 'Ny sista ansökningsdag: Beredskap och mottagningskapacitet',
  parts: [
    {
      kind: 'notice',
      tone: 'warning',
      text: 'Ny sista ansökningsdag: fredag 16 maj (tidigare 9 maj). Inget annat är ändrat.',
    },
  ],
  buttons: [{ kind: 'link', label: 'Läs utlysningen', url: 'https://lansstyrelsen.example.org/beredskap' }],
};

export const silent: Message = {
  language: 'sv',
  title: '3 av 9 har inte svarat: Avstämning mars',
  parts: [
    { kind: 'text', text: 'De är påminda två gånger.\nSista svarsdag var fredag 28 mars.' },
    { kind: 'list', title: 'Har inte svarat', items: ['Ronneby kommun', 'Försäkringskassan', 'Region Blekinge'] },
    { kind: 'notice', tone: 'info', text: 'Sena svar tas emot och märks.' },
  ],
  buttons: [],
};

/** Every kind of field. */
export const surveyForm: Form = {
  fields: [
    {
      kind: 'text',
      key: 'contact',
      label: 'Vem hos er svarar på frågor?',
      required: true,
      maxLength: 120,
      isLong: false,
    },
    { kind: 'text', key: 'needs', label: 'Vad behöver ni?', required: false, maxLength: 2000, isLong: true },
    {
      kind: 'choice',
      key: 'form',
      label: 'Hur vill ni träffas?',
      required: true,
      options: [
        { value: 'room', label: 'På plats' },
        { value: 'digital', label: 'Digitalt' },
        { value: 'both', label: 'Både och' },
      ],
    },
    {
      kind: 'choices',
      key: 'themes',
      label: 'Vilka områden gäller det?',
      required: true,
      options: [
        { value: 'language', label: 'Språk' },
        { value: 'health', label: 'Hälsa' },
        { value: 'work', label: 'Arbete och utbildning' },
      ],
    },
    {
      kind: 'scale',
      key: 'together',
      label: 'Hur väl fungerar samverkan?',
      required: true,
      from: 1,
      to: 5,
      fromLabel: 'inte alls',
      toLabel: 'mycket väl',
    },
    {
      kind: 'number',
      key: 'places',
      label: 'Hur många platser finns?',
      required: true,
      isWhole: true,
      min: 0,
      unit: 'platser',
    },
    { kind: 'date', key: 'start', label: 'När kan ni börja?', required: false, min: '2025-03-12', max: '2025-12-31' },
    { kind: 'light', key: 'light', label: 'Läge', required: true },
    {
      kind: 'municipality',
      key: 'municipality',
      label: 'Kommun',
      required: true,
      options: [
        { value: '1080', label: 'Karlskrona' },
        { value: '1081', label: 'Ronneby' },
        { value: '1082', label: 'Karlshamn' },
      ],
    },
    {
      kind: 'person',
      key: 'responsible',
      label: 'Ansvarig',
      required: false,
      options: [{ value: 'blekinge/karlshamn-direktor', label: 'Kommundirektör, Karlshamns kommun' }],
    },
  ],
};

export const survey: Message = {
  language: 'sv',
  title: 'Behov inför höstens plan',
  parts: [{ kind: 'text', text: 'Svaren går till beredningsgruppen, som tar med dem på nästa möte.' }],
  buttons: [{ kind: 'fill', label: 'Svara nu', promptId: prompts.survey }],
  question: { promptId: prompts.survey, form: surveyForm },
};

export const contactCard: Message = {
  language: 'sv',
  title: 'Karlshamn (1082)',
  parts: [
    {
      kind: 'facts',
      facts: [
        { label: 'Kontakt', value: 'Integrationssamordnare, Länsstyrelsen Blekinge' },
        { label: 'Telefon', value: '010-000 00 01' },
        { label: 'E-post', value: 'samordnare.blekinge@example.org' },
      ],
    },
    { kind: 'note', text: 'Bekräftad i mars.' },
  ],
  buttons: [],
};
