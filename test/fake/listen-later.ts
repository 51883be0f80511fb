// Listens first, as what answers must know its address, and answers once opened.
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

export async function listenLater(create: () => RequestListener) {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    open: () => server.on('request', create()),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
