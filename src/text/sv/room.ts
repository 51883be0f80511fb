// Swedish texts: room.
export const room = {};
