// Goes through an XML text from tag to tag, so that a large one is never held as a tree.

import { SaxesParser } from 'saxes';

export interface XmlVisitor {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Names come without their prefixes. No entity but XML's own five is known, so none can multiply. */
export function walkXml(xml: Uint8Array, visitor: XmlVisitor): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => visitor.open(dropPrefix(name), attributes));
  parser.on('text', (text) => visitor.text?.(text));
  parser.on('cdata', (text) => visitor.text?.(text));
  parser.on('closetag', ({ name }) => visitor.close?.(dropPrefix(name)));
  parser.write(new TextDecoder().decode(xml)).close();
}

function dropPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
