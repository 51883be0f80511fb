// What does a spreadsheet call a column?

/** `A`, `Z`, `AA`, counted from 0. */
export function toColumnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${toColumnLetters(Math.floor(column / 26) - 1)}${letter}`;
}
