// Swedish texts: forms.
export const forms = {};
