// Keeps a spreadsheet from running what somebody wrote in a text.

/** A spreadsheet would run what begins with one of these. Source: OWASP, "CSV Injection". */
const DANGER = /^'*[=+\-@\t\r]/;

/** An apostrophe goes before it; so that it can be taken back, also before what begins with apostrophes itself. */
export function guardCell(cell: string): string {
  return DANGER.test(cell) ? `'${cell}` : cell;
}

export function unguardCell(cell: string): string {
  return cell.startsWith("'") && DANGER.test(cell) ? cell.slice(1) : cell;
}
