// In which encoding was this text saved? Whoever saved it seldom knows.

/** A byte order mark decides. Without one it is UTF-8 if it can be; the rest is what Excel in Sweden saves: Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return new TextDecoder(marked.encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows(bytes);
  }
}

/** UTF-16 is what Excel calls "Unicode text". */
const MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** By hand: Node's own decoder takes Windows-1252 for Latin-1, where dashes and curved quotes are control signs. */
function decodeWindows(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009F]/g, (sign) => DASHES_AND_QUOTES[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** From 80 to 9F, in order. Source: WHATWG, "index-windows-1252"; five of them mean nothing. */
const DASHES_AND_QUOTES = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'];
