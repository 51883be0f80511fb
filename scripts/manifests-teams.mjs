// @ts-check
// What is in the package for Microsoft Teams, and what must be known to make it?
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv-draft-04';
import { z } from 'zod';
import { fillIn, isPublic } from './manifest-template.mjs';

const require = createRequire(import.meta.url);
const schemas = join(dirname(require.resolve('@microsoft/app-manifest/package.json')), 'build/json-schemas/teams');
const folder = fileURLToPath(new URL('../manifests/teams', import.meta.url));

/** The sizes that Teams demands. */
export const ICONS = [
  { file: 'color.png', size: 192 },
  { file: 'outline.png', size: 32 },
];

const address = z.url({
  protocol: /^https$/,
  error: 'must be an address with https, as https://lansstyrelsen.example',
});

const Settings = z.object({
  TEAMS_CLIENT_ID: z
    .string({
      error: 'is not set. Copy "Application (client) ID" from the app registration\'s overview in Microsoft Entra',
    })
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, {
      error: 'is not an id. Copy "Application (client) ID", as 00000000-0000-0000-0000-000000000000',
    }),
  PUBLIC_URL: z
    .string({ error: 'is not set. Give the address with https where Microsoft and your members reach the service' })
    .refine(isPublic, {
      error:
        'cannot be reached from Microsoft. Give an address with https and a public name, as https://samverk.example.org',
    }),
  TEAMS_DEVELOPER_NAME: z
    .string()
    .max(32, { error: 'is too long: Teams shows at most 32 characters. Shorten the name of who offers the app' })
    .default('Samverk'),
  TEAMS_PRIVACY_URL: address.optional(),
  TEAMS_TERMS_URL: address.optional(),
});

const Version = z.string().regex(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/, {
  error: 'must be three numbers with dots, as 1.4.0: Teams takes nothing else',
});

/**
 * @typedef {{ isWanted: boolean, faults: string[], files: Record<string, Uint8Array>, next: string }} Package
 * @param {{ env: Readonly<Record<string, string | undefined>>, version: string }} from
 * @returns {Promise<Package>} the files by name, or everything that is in the way
 */
export async function packTeams({ env, version }) {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Settings.extend({ version: Version }).safeParse({ ...set, version });
  // Whoever has no setting for Teams misses no package for it.
  const isWanted = Object.keys(set).some((name) => name.startsWith('TEAMS_'));
  const icons = await readIcons();
  const faults = [...(parsed.success ? [] : parsed.error.issues.map(describeIssue)), ...icons.faults];
  if (!parsed.success || faults.length > 0) return { isWanted, faults, files: {}, next: '' };
  const manifest = fillIn(await readFile(join(folder, 'manifest.json'), 'utf8'), toValues(parsed.data));
  const english = await readFile(join(folder, 'en.json'), 'utf8');
  const breaches = [
    ...breachesOf('MicrosoftTeams', 'manifest.json', manifest),
    ...breachesOf('MicrosoftTeams.Localization', 'en.json', english),
  ];
  return {
    isWanted,
    faults: breaches,
    files: { 'manifest.json': toBytes(manifest), 'en.json': toBytes(english), ...icons.files },
    next:
      'Next: in the Teams admin center, Teams apps > Manage apps > Actions > Upload new app. ' +
      'docs/teams.md says what comes before and after.',
  };
}

/** @param {{ path: PropertyKey[], message: string }} issue */
function describeIssue({ path, message }) {
  return `${path.map(String).join('.')} ${message}.`;
}

/** @param {z.infer<typeof Settings> & { version: string }} settings */
function toValues({ version, ...settings }) {
  const publicUrl = settings.PUBLIC_URL.replace(/\/+$/, '');
  return {
    ...settings,
    VERSION: version,
    PUBLIC_URL: publicUrl,
    PUBLIC_HOST: new URL(publicUrl).host,
    TEAMS_PRIVACY_URL: settings.TEAMS_PRIVACY_URL ?? publicUrl,
    TEAMS_TERMS_URL: settings.TEAMS_TERMS_URL ?? publicUrl,
  };
}

/** @returns {Promise<{ faults: string[], files: Record<string, Uint8Array> }>} */
async function readIcons() {
  const icons = await Promise.all(
    ICONS.map(async ({ file, size }) => ({ file, size, bytes: await readFile(join(folder, file)) })),
  );
  const faults = icons
    .filter(({ size, bytes }) => !isPng(bytes) || bytes.readUInt32BE(16) !== size || bytes.readUInt32BE(20) !== size)
    .map(
      ({ file, size }) =>
        `manifests/teams/${file} must be a PNG of ${size} × ${size}. scripts/manifests-icons.mjs makes it.`,
    );
  return { faults, files: Object.fromEntries(icons.map(({ file, bytes }) => [file, new Uint8Array(bytes)])) };
}

/** @param {Buffer} bytes */
function isPng(bytes) {
  return bytes.length > 24 && bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n';
}

/**
 * Checked against the schema that Microsoft publishes for the manifest's own version, and carries in its package.
 * @param {'MicrosoftTeams' | 'MicrosoftTeams.Localization'} schema
 * @param {string} file
 * @param {string} text
 */
function breachesOf(schema, file, text) {
  const { manifestVersion, $schema } = JSON.parse(text);
  const version = manifestVersion ?? /\/v([\d.]+)\//.exec($schema)?.[1];
  const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false, formats: { uri: URL.canParse } });
  const validate = ajv.compile(require(join(schemas, `v${version}`, `${schema}.schema.json`)));
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${file}${instancePath} ${message}.`);
}

/** @param {string} text */
function toBytes(text) {
  return new TextEncoder().encode(text);
}
