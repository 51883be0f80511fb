// Was a request that failed the caller's fault? Express and its readers mark what is: a broken address, a body too large.
export function isTheirFault(error: unknown): boolean {
  return hasStatus(error) && error.status >= 400 && error.status < 500;
}

function hasStatus(error: unknown): error is { readonly status: number } {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number';
}
