// Task: take county files in.
import { z } from 'zod';
import { CountyChanges } from '../../import/changes.ts';
import { checkFiles, importFiles } from '../../import/import-files.ts';
import { defineTask } from './task.ts';

const NamedText = z.object({ name: z.string(), text: z.string() }).readonly();

export const importTask = defineTask({
  name: 'import',
  needsDatabase: false,
  request: z.object({ files: z.array(NamedText).readonly(), isDryRun: z.boolean() }),
  reply: z.array(CountyChanges).readonly(),
  check: ({ files }) => checkFiles(files),
  run: ({ database, topics, clock }, request) => importFiles({ database, topics, now: clock.now() }, request),
});
