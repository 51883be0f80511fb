// Swedish texts: calls.
export const calls = {};
