// Who said something, in words: "Integrationsstrateg, Karlshamns kommun".
import type { Author } from '../report.ts';

export function nameAuthor({ title, organisation }: Author): string {
  return [title, organisation].filter((one) => one !== '').join(', ');
}
