// Swedish texts: road.
export const road = {};
