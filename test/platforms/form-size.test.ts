// Do the longest forms fit on the platforms that have the least room, written at length and sent back?
import { describe, expect, test } from '@jest/globals';
import { FollowUpQuestion } from '../../src/directory/follow-up.ts';
import { PromptId } from '../../src/ids.ts';
import type { Form } from '../../src/message/form.ts';
import { composeForm as composeModal } from '../../src/platforms/slack/slack-modal.ts';
import { composeForm as composeDialog } from '../../src/platforms/teams/teams-dialog.ts';
import { textsIn } from '../../src/text/texts.ts';
import { MOST_IN_FORM as MOST_QUESTIONS } from '../../src/topics/followups/follow-up.ts';
import { createFollowUpForm } from '../../src/topics/followups/follow-up-form.ts';
import { createCheckInForm } from '../../src/topics/plans/check-in-form.ts';
import { MOST_IN_FORM as MOST_ACTIVITIES } from '../../src/topics/plans/share.ts';

const texts = textsIn('sv');

const checkIn = createCheckInForm(
  Array.from({ length: MOST_ACTIVITIES }, (_, at) => ({
    slug: `vagar-for-den-som-inte-klarar-en-examen-${at}`,
    title: 'Vägar för den som inte klarar en gymnasieexamen',
    lastTime: 'förra gången (september): ■ Röd, Två platser saknades',
  })),
  texts,
);

const followUp = createFollowUpForm(
  Array.from({ length: MOST_QUESTIONS }, (_, at) => ({
    question: FollowUpQuestion.parse({
      id: `kunskap-${at % 3}`,
      text: 'Vilken kunskap finns om målgruppens förutsättningar och behov?',
      per: 'area',
      askedOf: ['kalmar/integrationsradet'],
    }),
    area: { id: `kalmar/arbete-och-kompetens-${Math.floor(at / 3)}`, name: 'Arbete och kompetens' },
  })),
  texts,
);

describe.each([
  ['a check-in of as many activities as are asked about in one go', checkIn],
  ['a follow-up of as many questions as are asked in one go', followUp],
])('%s', (_, form) => {
  test('fits in a dialog of Teams and a modal of Slack', () => {
    const shown = { kind: 'form', ...common, form, values: writeAtLength(form) } as const;

    expect(composeDialog({ shown, nonce: '12345678', isDialog: true })).toHaveProperty('body');
    expect(composeModal({ shown })).toHaveProperty('blocks');
  });
});

const common = {
  promptId: PromptId.parse('42fa9cb5-2acb-8356-a80c-a02042f7bbc5'),
  language: 'sv',
  title: 'Avstämning mars',
  basedOn: 1,
  notice: texts.planYear.remembered,
} as const;

/** All red, and each text as long as it may be. */
function writeAtLength({ fields }: Form): Record<string, string> {
  const write = (field: Form['fields'][number]) => {
    switch (field.kind) {
      case 'light':
        return 'red';
      case 'text':
        return 'x'.repeat(field.maxLength);
      case 'date':
        return '2026-04-30';
      default:
        return 'ongoing';
    }
  };
  return Object.fromEntries(fields.map((field) => [field.key, write(field)]));
}
