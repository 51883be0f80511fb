// Who was in a group on a day, in words for an operator.
import type { PeopleReply } from './tasks/people-task.ts';

export function describePeople({ group, name, on, people }: PeopleReply): string {
  if (people.length === 0) return `Nobody was in ${name} (${group}) on ${on}.`;
  const rows = people.map((one) => [
    one.name,
    one.organisation,
    one.substituteFor === undefined ? one.role : `substitute for ${one.substituteFor}`,
    `${one.from} – ${one.to ?? ''}`.trim(),
    ...(one.isAway ? ['away'] : []),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`);
  return [`${name} (${group}) on ${on}`, ...lines.map((line) => line.trimEnd())].join('\n');
}
