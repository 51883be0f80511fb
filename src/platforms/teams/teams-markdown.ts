// Teams reads marks in a card's text as formatting. What people wrote is shown as they wrote it.

/** Marks that would become formatting stand as they are; a line break stays one. */
export function writeText(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(writeLine)
    .join('\n\n');
}

/** Items of a list, which Teams reads out as one. */
export function writeList(items: readonly string[]): string {
  return items.map((item) => `- ${writeLine(item.replace(/\s*[\r\n]+\s*/g, ' '))}`).join('\r');
}

function writeLine(line: string): string {
  return line
    .replace(/[\\*`[\]~]|&(?=#?\w+;)/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(\s*)([-+#>])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/, '$1\\$2');
}
