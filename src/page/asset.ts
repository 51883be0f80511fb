// A file that browsers may keep: its address changes when its content does.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';

const TYPES = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.woff2', 'font/woff2'],
]);

export interface Asset {
  /** A digest of the content and the file's name, as "a1b2c3d4/page.css". */
  readonly path: string;
  readonly type: string;
  readonly body: Buffer;
  readonly zipped: Buffer;
}

export function loadAsset(file: string): Asset {
  const body = readFileSync(file);
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return {
    path: `${digest}/${basename(file)}`,
    type: TYPES.get(extname(file)) ?? 'application/octet-stream',
    body,
    zipped: gzipSync(body),
  };
}

/** Kept for ever only at its own address: another replica may serve another version, and a style sheet's font has its own. */
export function sendAsset(request: Request, response: Response, asset: Asset): void {
  const isExact = request.path.endsWith(asset.path);
  response.set({
    'Content-Type': asset.type,
    'Cache-Control': `public, ${isExact ? 'max-age=31536000, immutable' : 'max-age=3600'}`,
    Vary: 'Accept-Encoding',
  });
  if (request.acceptsEncodings('gzip') === 'gzip') {
    response.set('Content-Encoding', 'gzip').send(asset.zipped);
    return;
  }
  response.send(asset.body);
}
