// One line of iCalendar: what must be marked in a text, and where a long line is folded.

/** Source: RFC 5545, 3.3.11. What is no character of a text is left out. */
export function writeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');
}

/** An address stands as it is; a line break in it would begin another property. */
export function writeAddress(url: string): string {
  return url.replace(/\p{Cc}/gu, '');
}

/** Source: RFC 5545, 3.1: at most 75 octets a line, and no character is torn apart. */
const MOST_OCTETS = 75;

export function foldLine(line: string): string {
  const lines: string[] = [''];
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > MOST_OCTETS) {
      lines.push(' ');
      octets = 1;
    }
    lines.push(`${lines.pop() ?? ''}${sign}`);
    octets += size;
  }
  return lines.join('\r\n');
}
