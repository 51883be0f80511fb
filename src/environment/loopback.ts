// Is an address on this machine alone?

/** @param host a name or an address, without a port */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** False also for what is no address at all. */
export function leadsToLoopback(url: string): boolean {
  return /^https?:/.test(url) && URL.canParse(url) && isLoopback(new URL(url).hostname.replace(/^\[(.*)\]$/, '$1'));
}
