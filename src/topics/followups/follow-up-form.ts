// What is asked for the year's follow-up: the county's own questions, under a heading for each thing they are about.
import { toFieldKey } from '../../message/field-key.ts';
import type { Field, Form } from '../../message/form.ts';
import type { Texts } from '../../text/texts.ts';
import type { AskedQuestion } from './follow-up.ts';

/** Keyed by the question's id, and by the area's where it is asked of several: see `toFieldKey`. */
export function createFollowUpForm(questions: readonly AskedQuestion[], { followUps }: Texts): Form {
  const headings = questions.map((asked) => nameSection(asked, followUps));
  return {
    fields: questions.map((asked, at) => {
      const heading = headings[at];
      return { ...toField(asked, followUps), ...(heading && heading !== headings[at - 1] && { section: heading }) };
    }),
  };
}

function nameSection({ question, area }: AskedQuestion, texts: Texts['followUps']): string {
  if (question.perspective !== undefined) return texts.section.perspective(question.perspective);
  return area?.name ?? texts.section[question.per === 'plan' ? 'plan' : 'county'];
}

/** What is asked of each area may be left open: not everybody has something to say about all of them. */
function toField({ question, area }: AskedQuestion, texts: Texts['followUps']): Field {
  const of = area?.id.slice(area.id.indexOf('/') + 1);
  const common = { key: toFieldKey(question.id, of), label: question.text, required: area === undefined };
  if (question.answer === 'light') return { ...common, kind: 'light' };
  const help = area ? { help: texts.leaveOpen } : {};
  return { ...common, ...help, kind: 'text', maxLength: 1000, isLong: true };
}
