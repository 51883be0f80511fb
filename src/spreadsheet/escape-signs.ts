// How does a workbook write the signs that XML cannot hold?

/** `_x000D_` for a carriage return. What looks like that by itself has its own `_` written so. Source: ECMA-376 22.9.2.19. */
export function escapeSigns(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(UNSPEAKABLE, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

export function unescapeSigns(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

// Control signs but tab and line feed; halves of signs; and the two that are no signs at all.
const UNSPEAKABLE = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
