// Under which key is a question asked that is asked of several things in one form: "lightYsprakstodXarbetsplats"?

/**
 * The question and what it is asked of, in one key. Ids are small letters, digits and hyphens, so that two capitals are
 * free: X stands for a hyphen, Y between the parts. Nothing is lost: `parseFieldKey` gives the same parts again.
 */
export function toFieldKey(question: string, of?: string): string {
  return [question, ...(of === undefined ? [] : [of])].map((part) => part.replaceAll('-', 'X')).join('Y');
}

export interface FieldKeyParts {
  readonly question: string;
  /** The id without its county, where the question is asked of several things. */
  readonly of?: string;
}

export function parseFieldKey(key: string): FieldKeyParts {
  const [question = '', of] = key.split('Y').map((part) => part.replaceAll('X', '-'));
  return { question, ...(of !== undefined && { of }) };
}
