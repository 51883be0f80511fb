// Does the server take its port, keep early callers waiting, and stop without cutting anybody off?
import { expect, test } from '@jest/globals';
import { listen } from '../../src/web/server.ts';

const anywhere = { host: '127.0.0.1', port: 0 };

test('whoever comes before it is ready waits for the answer', async () => {
  const server = await listen(anywhere);
  const early = fetch(server.address);

  server.serve((_request, response) => response.end('here'));
  const text = await (await early).text();
  await server.stop(1_000);

  expect(text).toBe('here');
});

test('a port that is taken is refused in words that help', async () => {
  const server = await listen(anywhere);

  const refused = await listen({ ...anywhere, port: server.port }).catch((error) => error);
  await server.stop(0);

  expect(refused).toMatchObject({ name: 'InvalidInput', message: expect.stringContaining('choose another PORT') });
});

test('a stop lets an answer that has begun be finished, and takes no more', async () => {
  const server = await listen(anywhere);
  const begun: { finish?: () => void } = {};
  const isBegun = new Promise<void>((resolve) => {
    server.serve((_request, response) => {
      begun.finish = () => response.end('whole');
      resolve();
    });
  });
  const answer = fetch(server.address).then((response) => response.text());
  await isBegun;

  const stopped = server.stop(10_000);
  const refused = await fetch(server.address).catch(() => 'refused');
  begun.finish?.();
  await stopped;

  expect(await answer).toBe('whole');
  expect(refused).toBe('refused');
});

test('an answer that never ends is ended in time', async () => {
  const server = await listen(anywhere);
  server.serve((_request, response) => response.write('half'));
  const response = await fetch(server.address);

  await server.stop(0);

  await expect(response.text()).rejects.toThrow();
});
