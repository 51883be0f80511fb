// What is asked about a meeting: will you come? One press is enough.
import type { Form } from '../../message/form.ts';
import type { Button } from '../../message/message.ts';
import type { Texts } from '../../text/texts.ts';
import type { OpenPrompt } from '../../topic.ts';
import { ATTENDANCE, Attendance } from './attendance.ts';

export function createMeetingForm(texts: Texts): Form {
  const options = Attendance.options.map((value) => ({ value, label: nameAttendance(value, texts) }));
  return {
    fields: [{ kind: 'choice', key: ATTENDANCE, label: texts.meetings.attendance, required: true, options }],
  };
}

/** One button for each answer, as long as the question is open. */
export function listAttendanceButtons(prompt: OpenPrompt | undefined, texts: Texts): readonly Button[] {
  if (!prompt || prompt.isClosed) return [];
  return Attendance.options.map((value) => ({
    kind: 'answer',
    label: nameAttendance(value, texts),
    promptId: prompt.id,
    answers: { [ATTENDANCE]: value },
  }));
}

function nameAttendance(attendance: Attendance, { meetings }: Texts): string {
  switch (attendance) {
    case 'yes':
      return meetings.coming;
    case 'digital':
      return meetings.digitally;
    case 'no':
      return meetings.notComing;
  }
}
