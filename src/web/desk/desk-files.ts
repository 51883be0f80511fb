// What the desk gives away as files.
import type { DeskFile } from './desk-file.ts';
import { reportFiles } from './reports/report-files.ts';

export const deskFiles: readonly DeskFile[] = [...reportFiles];
