// Which known word was most likely meant by a misspelt one?

/** The candidate nearest to the word, or none when all are far: about one slip in three letters is near. */
export function findNearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const [nearest] = candidates
    // Each letter too many or too few is a slip: there is no need to count those of what is far too long or short.
    .filter((candidate) => Math.abs([...fold(candidate)].length - [...fold(word)].length) <= limit)
    .map((candidate) => ({ candidate, slips: countSlips(fold(word), fold(candidate)) }))
    .filter(({ slips }) => slips <= limit)
    .sort((a, b) => a.slips - b.slips);
  return nearest?.candidate;
}

/** ` Did you mean "Umeå"?` with its leading space, or nothing. */
export function suggest(word: string, candidates: readonly string[]): string {
  const nearest = findNearest(word, candidates);
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
}

function fold(word: string): string {
  return word.toLowerCase().normalize('NFC');
}

/** Letters to add, take away or change to make one word the other (Levenshtein), row by row. */
export function countSlips(from: string, to: string): number {
  const first = Array.from({ length: to.length + 1 }, (_, index) => index);
  const last = [...from].reduce<readonly number[]>((above, letter, row) => {
    const current = [row + 1];
    [...to].forEach((other, column) => {
      const changed = (above[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(changed, (above[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    });
    return current;
  }, first);
  return last.at(-1) ?? 0;
}
