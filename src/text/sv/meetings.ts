// Swedish texts: meetings.
export const meetings = {};
