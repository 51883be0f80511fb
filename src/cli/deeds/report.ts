// Writes the follow-up of a county's year, freezes it, has it approved, or sets one of its lights by hand.
import type { LocalDate } from '../../calendar/local-date.ts';
import type { LightScope } from '../../followup/light-override.ts';
import type { ReportFormat } from '../../followup/report-format.ts';
import type { CountyId } from '../../ids.ts';
import type { Light } from '../../message/form.ts';
import type { Language } from '../../text/language.ts';
import { type Place, perform } from '../perform.ts';
import { approveTask, freezeTask, lightTask, reportTask } from '../tasks/report-task.ts';
import { writeNamedFile } from '../write-named-file.ts';

interface OfYear {
  readonly county: CountyId;
  readonly year: number;
}

export interface ReportOptions extends OfYear {
  readonly format: ReportFormat;
  readonly language: Language;
  readonly frozen?: true;
  readonly out?: string;
}

export async function report(place: Place, { frozen, out, ...asked }: ReportOptions): Promise<void> {
  const { base64 } = await perform(place, reportTask, { ...asked, isFrozen: frozen ?? false });
  const bytes = Buffer.from(base64, 'base64');
  if (out === undefined) process.stdout.write(bytes);
  else await writeNamedFile(out, bytes);
}

export interface FreezeOptions extends OfYear {
  readonly dnr: string;
  readonly as: string;
}

export async function freeze(place: Place, options: FreezeOptions): Promise<void> {
  const { year, number, dnr, checksum } = await perform(place, freezeTask, options);
  console.log(`Report ${number} of ${year} is frozen under ${dnr}.\nSHA-256: ${checksum}`);
}

export interface ApproveOptions extends OfYear {
  readonly group: string;
  readonly on: LocalDate;
  readonly as: string;
}

export async function approve(place: Place, options: ApproveOptions): Promise<void> {
  const { year, number, approvedOn } = await perform(place, approveTask, options);
  console.log(`Report ${number} of ${year} is approved since ${approvedOn}, and is not changed any more.`);
}

export interface LightOptions extends OfYear {
  readonly light: Light;
  readonly reason: string;
  readonly as: string;
}

interface Scope {
  readonly scope: LightScope;
  readonly scopeId: string;
}

export async function setLight(place: Place, scope: Scope, options: LightOptions): Promise<void> {
  const { scopeId } = await perform(place, lightTask, { ...scope, ...options });
  console.log(`${scopeId} is ${options.light} in the report of ${options.year}.`);
}
