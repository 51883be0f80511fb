// Where are letters handed in?
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { createPostbox } from '../src/mail.ts';

test.each([
  ['127.0.0.1', '127.0.0.1'],
  ['::1', '[::1]'],
])('a server at %s is found by smtp://%s', async (address, host) => {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'] });
  server.listen(0, address);
  await once(server.server, 'listening');
  const at = server.server.address();
  const port = typeof at === 'object' ? at?.port : 0;
  const postbox = createPostbox({ url: `smtp://${host}:${port}`, from: 'samverk@example.org' });

  const mailed = await postbox.post({ to: 'umea@example.org', subject: 'Hej', text: 'Hej' });

  postbox.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  expect(mailed).toBe('sent');
});
