// @ts-check
// What the packages of all chat platforms share: a template with values in it, and addresses that the world can reach.

/**
 * @param {string} template
 * @param {Record<string, string>} values
 */
export function fillIn(template, values) {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The manifest asks for {{${name}}}, which nothing fills in.`);
    // Inside a JSON string, and without its quotes.
    return JSON.stringify(value).slice(1, -1);
  });
}

/** @param {string} text */
export function isPublic(text) {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (
    protocol === 'https:' && /\.[a-z][a-z0-9-]*$/.test(hostname) && !/\.(local|localhost|internal)$/.test(hostname)
  );
}
