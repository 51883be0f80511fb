// How it stands, in words for an operator.
import type { CountyStatus } from '../web/status.ts';
import type { StatusReply } from './tasks/status-task.ts';

export function describeStatus(status: StatusReply): string {
  const { version, database, counties } = status;
  return [
    `Samverk ${version} on ${database === 'embedded' ? 'the embedded database' : 'PostgreSQL'}. ${describeService(status)}`,
    describeDue(status),
    ...(counties.length > 0
      ? counties.map(describeCounty)
      : ['There is no county yet. `samverk import` takes one in.']),
  ].join('\n');
}

function describeService({ isService, lastTick, now }: StatusReply): string {
  if (lastTick === undefined) return 'No service has run here yet.';
  const ago = `last tick ${describeSpan(lastTick, now)} ago`;
  return isService ? `The service is running; ${ago}.` : `${ago.replace(/^l/, 'L')}.`;
}

function describeDue({ oldestDue, now }: StatusReply): string {
  return oldestDue === undefined
    ? 'Nothing that is due waits.'
    : `The oldest that is due has waited for ${describeSpan(oldestDue, now)}, since ${oldestDue}.`;
}

function describeCounty({ id, name, isExample, openPrompts, next, deliveries }: CountyStatus): string {
  const { sent, waiting, failed, cancelled } = deliveries;
  return [
    '',
    `${id}: ${name}${isExample ? ' (example)' : ''}`,
    `  open questions: ${openPrompts}`,
    `  next:           ${next ? `${next.at}, ${next.topic} ${next.subject.slice(id.length + 1)}` : 'nothing is planned'}`,
    `  deliveries:     ${sent} sent, ${waiting} waiting, ${failed} failed, ${cancelled} cancelled`,
  ].join('\n');
}

const UNITS = [
  { name: 'day', ms: 24 * 60 * 60 * 1000 },
  { name: 'hour', ms: 60 * 60 * 1000 },
  { name: 'minute', ms: 60 * 1000 },
] as const;

/** "3 minutes", "2 days": the largest unit that fits. */
function describeSpan(from: string, to: string): string {
  const ms = Math.max(0, Date.parse(to) - Date.parse(from));
  const unit = UNITS.find((one) => ms >= one.ms) ?? { name: 'second', ms: 1000 };
  const count = Math.floor(ms / unit.ms);
  return `${count} ${unit.name}${count === 1 ? '' : 's'}`;
}
