// The three signs that Slack reads as its own in a text with marks, and how they come back.

/** @see https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/**
 * What somebody wrote, as they wrote it: "<@U1> utlysningar <https://example.org|example.org>" said to U1. Others who are
 * mentioned stay as Slack calls them.
 */
export function readWritten(text: string, botUserId: string): string {
  const bare = text
    .replaceAll(new RegExp(`<@${botUserId}(\\|[^>]*)?>`, 'g'), ' ')
    .replace(/<(?:mailto:|tel:)?([^>|@#!]+@?[^>|]*)\|([^>]*)>/g, '$2')
    .replace(/<(https?:[^>|]+)>/g, '$1');
  return unescapeText(bare).replace(/\s+/g, ' ').trim();
}
