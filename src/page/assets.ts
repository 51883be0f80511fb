// The style sheets, the script and the icon that every page shares, served at /assets.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { type Asset, loadAsset, sendAsset } from './asset.ts';

const { resolve } = createRequire(import.meta.url);

const assets = {
  theme: loadAsset(resolve('@digdir/designsystemet-css/theme.css')),
  components: loadAsset(resolve('@digdir/designsystemet-css')),
  page: loadAsset(findOwn('page.css')),
  fields: loadAsset(findOwn('fields.js')),
  icon: loadAsset(findOwn('icon.svg')),
  font: loadAsset(findOwn('inter.woff2')),
} as const;

export function assetUrl(name: keyof typeof assets): string {
  return `/assets/${assets[name].path}`;
}

/** To be mounted at /assets. */
export function createAssets(): Router {
  const all: readonly Asset[] = Object.values(assets);
  return Router().get('/:digest/:name', (request, response, next) => {
    const asset = all.find(({ path }) => path.endsWith(`/${request.params.name}`));
    if (asset) sendAsset(request, response, asset);
    else next();
  });
}

// The compiler leaves what is not TypeScript in src, so it is read from there also when dist runs.
function findOwn(name: string): string {
  return fileURLToPath(new URL(`../../src/page/${name}`, import.meta.url));
}
