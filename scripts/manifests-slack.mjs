// @ts-check
// What is in the manifests for Slack, one for each way in, and what must be known to make them?
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { fillIn, isPublic } from './manifest-template.mjs';

const folder = fileURLToPath(new URL('../manifests/slack', import.meta.url));

/** @typedef {{ file: string, title: string, text: string }} SlackManifest */

/**
 * Socket Mode needs no setting: the app is made from its manifest first, and the tokens come from the app.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Promise<{ faults: string[], missing: string[], manifests: SlackManifest[], next: string }>}
 */
export async function makeSlackManifests({ PUBLIC_URL: address = '' }) {
  const template = await readFile(join(folder, 'manifest.json'), 'utf8');
  const validate = await openSchema();
  const publicUrl = isPublic(address) ? address.replace(/\/+$/, '') : undefined;
  const socket = { file: 'slack-socket.json', title: 'Socket Mode', text: toSocketMode(template, publicUrl) };
  const http = publicUrl && {
    file: 'slack-http.json',
    title: 'HTTP',
    text: fillIn(template, { PUBLIC_URL: publicUrl }),
  };
  const manifests = http ? [http, socket] : [socket];
  return {
    manifests,
    faults: manifests.flatMap(({ file, text }) => validate(text).map((breach) => `${file}${breach}`)),
    missing: http ? [] : [explainMissing(address)],
    next:
      'Next: at https://api.slack.com/apps, Create New App > From a manifest, with one of the two. ' +
      'docs/slack.md says what comes before and after.',
  };
}

/** @param {string} address */
function explainMissing(address) {
  const what = address === '' ? 'is not set' : 'cannot be reached from Slack';
  return `PUBLIC_URL ${what}. Give an address with https and a public name, as https://samverk.example.org`;
}

/**
 * Nothing is sent to us: what says where to is left out. Whoever installs still comes back by browser.
 * @param {string} template
 * @param {string | undefined} publicUrl
 */
function toSocketMode(template, publicUrl) {
  const { features, oauth_config, settings, ...rest } = JSON.parse(template);
  const manifest = {
    ...rest,
    features: { ...features, slash_commands: features.slash_commands.map(withoutAddress) },
    oauth_config: publicUrl ? oauth_config : { scopes: oauth_config.scopes },
    settings: {
      ...settings,
      event_subscriptions: withoutAddress(settings.event_subscriptions),
      interactivity: withoutAddress(settings.interactivity),
      socket_mode_enabled: true,
    },
  };
  return fillIn(`${JSON.stringify(manifest, undefined, 2)}\n`, publicUrl ? { PUBLIC_URL: publicUrl } : {});
}

/** @param {Record<string, unknown>} part */
function withoutAddress({ url: _, request_url: __, ...rest }) {
  return rest;
}

/** Checked against the schema that Slack publishes: a copy lies in manifests/slack/schema. */
async function openSchema() {
  const schema = JSON.parse(await readFile(join(folder, 'schema/app-manifest-2.0.0.schema.json'), 'utf8'));
  const ajv = new Ajv.default({ allErrors: true, strict: false, formats: { uri: URL.canParse } });
  const validate = ajv.compile(schema);
  /** @param {string} text */
  return (text) => {
    validate(JSON.parse(text));
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}.`);
  };
}
