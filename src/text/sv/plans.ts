// Swedish texts: plans.
export const plans = {};
