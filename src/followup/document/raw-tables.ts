// What the report was counted from, as tables: every question, everybody asked, every version of every answer.
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { RawYear } from '../raw-year.ts';
import { buildTable, number, text } from './build-table.ts';
import type { Block, Table } from './document.ts';

export function listRawTables({ prompts, asked, replies }: RawYear, language: Language): readonly Table[] {
  const { reports } = textsIn(language);
  const yes = (is: boolean) => (is ? reports.yes : reports.no);
  const blocks: readonly Block[] = [
    ...buildTable({
      ...{ id: 'raw-prompts', language },
      columns: [
        ...[text('promptId'), text('topic'), text('subject'), text('question'), text('period'), text('title')],
        ...[text('answerBy'), text('fields')],
      ],
      rows: prompts.map(({ id, topic, subject, question, period, title, answerBy, fields }) => [
        ...[id, topic, subject, question, period, title, answerBy, fields.join(', ')],
      ]),
    }),
    ...buildTable({
      ...{ id: 'raw-asked', language },
      columns: [
        text('promptId'),
        text('unit'),
        text('organisation'),
        text('group'),
        text('municipality'),
        text('released'),
      ],
      rows: asked.map(({ prompt, unit, organisation, group, municipality, isReleased }) => [
        ...[prompt, unit, organisation, group ?? null, municipality ?? null, yes(isReleased)],
      ]),
    }),
    ...buildTable({
      ...{ id: 'raw-replies', language },
      columns: [
        ...[text('receipt'), text('promptId'), text('unit'), number('version'), text('counts'), text('organisation')],
        ...[text('by'), text('isLate'), text('at'), text('answers')],
      ],
      rows: replies.map((reply) => [
        ...[reply.receipt, reply.prompt, reply.unit, reply.version, yes(reply.isCurrent), reply.organisation],
        ...[reply.by, yes(reply.isLate), reply.at, JSON.stringify(reply.answers)],
      ]),
    }),
  ];
  return blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
}
