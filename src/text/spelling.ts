// When are two words the same but for how they were typed?

/** Letters alone, in lower case and one form: "Upplands-Bro" and "upplands bro" are the same. */
export function toLetters(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

/** As they are typed where å, ä, ö and é are out of reach. */
export function dropMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('æ', 'a');
}

/** Without capitals, marks and dots: "Språk-gruppen" and "sprak gruppen" are the same. */
export function foldWords(text: string): string {
  return dropMarks(text.toLowerCase())
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * At most one letter too many, too few or wrong, or two that changed places (Damerau and Levenshtein's distance of one).
 * What is left between the common beginning and the common end decides: no table is needed.
 */
export function isOneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (left.length < 2 && right.length < 2) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** A word and all that it becomes when one letter falls out: two words that share none of these are further apart than one slip. */
export function listShortened(word: string): readonly string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}
