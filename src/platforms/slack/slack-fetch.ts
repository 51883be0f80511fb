// How Slack's client goes out: as we all do, and with the cause of what went wrong, which tells whether anything had left.
import { isError } from '../../errors.ts';

interface Asking {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | FormData;
  readonly redirect?: 'error' | 'follow' | 'manual';
  readonly signal?: AbortSignal;
}

/** The client keeps an error only where it takes it for one of its own making. */
export async function fetchOrSay(url: string | URL, asking: Asking = {}) {
  const response = await fetch(url, asking).catch((error: unknown) => {
    throw new Error('No answer.', { cause: isError(error) ? (error.cause ?? error) : error });
  });
  const { ok, status, statusText, headers } = response;
  const entries: [string, string][] = [];
  headers.forEach((value, name) => {
    entries.push([name, value]);
  });
  return {
    ok,
    status,
    statusText,
    url: response.url,
    headers: { get: (name: string) => headers.get(name), entries: () => entries },
    arrayBuffer: () => response.arrayBuffer(),
    json: () => response.json(),
    text: () => response.text(),
  };
}
