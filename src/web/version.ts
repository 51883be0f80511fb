// Which version of Samverk is this?
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Package = z.object({ version: z.string() });

// Both src/web and dist/web lie two levels below the package root.
const PACKAGE = new URL('../../package.json', import.meta.url);

export const VERSION = Package.parse(JSON.parse(readFileSync(PACKAGE, 'utf8'))).version;
