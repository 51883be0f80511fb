import { once } from 'node:events';
import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import { assetUrl, createAssets } from '../../src/page/assets.ts';
import { createHeaders } from '../../src/page/headers.ts';

describe('what pages are made with', () => {
  let server: Server;
  let base: string;

  beforeAll(async () => {
    const app = express()
      .use(createHeaders({ isHttps: true }))
      .use('/assets', createAssets());
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test.each([
    ['theme', 'text/css; charset=utf-8'],
    ['components', 'text/css; charset=utf-8'],
    ['page', 'text/css; charset=utf-8'],
    ['fields', 'text/javascript; charset=utf-8'],
    ['icon', 'image/svg+xml'],
    ['font', 'font/woff2'],
  ] as const)('the %s is served as what it is, and kept for ever', async (name, type) => {
    const response = await fetch(base + assetUrl(name));

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  test('at the address of another version it is served, but not kept for ever', async () => {
    const response = await fetch(`${base}/assets/000000000000/inter.woff2`);

    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
  });

  test.each(['/assets/x/nothing.css', '/assets/x/..%2f..%2fpackage.json', '/assets/x/age.css'])(
    'there is nothing at %s',
    async (path) => {
      expect((await fetch(base + path)).status).toBe(404);
    },
  );

  test('a page may use nothing but our own, runs no script of its own, and stands in no frame', async () => {
    const { headers } = await fetch(base + assetUrl('icon'));
    const policy = headers.get('content-security-policy')?.split(';');

    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
