// The whole report as something to read, in the order in which a council goes through it.
import { formatDate } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Report } from '../report.ts';
import { writeActivities, writeDone, writeObstacles } from './activity-sections.ts';
import type { ReportDocument } from './document.ts';
import { writeLights, writeSummary } from './light-sections.ts';
import { writeAnswers, writeCalls, writeMeetings } from './meeting-sections.ts';
import { writeEarlier, writeFigures, writeRates } from './rate-sections.ts';

const SECTIONS = [
  writeSummary,
  writeLights,
  writeActivities,
  writeDone,
  writeObstacles,
  writeAnswers,
  writeMeetings,
  writeCalls,
  writeRates,
  writeFigures,
  writeEarlier,
] as const;

export function composeDocument(report: Report, language: Language): ReportDocument {
  const { reports } = textsIn(language);
  return {
    language,
    title: reports.title(report.county.name, report.year),
    subtitle: reports.asOf(formatDate(report.asOf, language)),
    sections: SECTIONS.map((write) => write(report, language)),
  };
}
