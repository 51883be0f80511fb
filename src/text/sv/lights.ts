// Swedish texts: lights.
export const lights = {};
