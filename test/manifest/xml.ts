import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element with its order kept: in a manifest, order is part of the meaning. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

type Node = Record<string, Node[] | string> & { ':@'?: Record<string, string> };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  parseTagValue: false,
});

/** The root element, or an error that says where the text stops being XML. */
export function parseXml(text: string): Element {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw new Error(`line ${verdict.err.line}: ${verdict.err.msg}`);
  const [root] = elements(parser.parse(text) as Node[]);
  if (!root) throw new Error('no root element');
  return root;
}

function elements(nodes: Node[]): Element[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined) return [];
    const inner = node[name] as Node[];
    return [
      {
        name,
        attributes: node[':@'] ?? {},
        children: elements(inner),
        text: inner.map((child) => child['#text'] ?? '').join(''),
      },
    ];
  });
}

/** The element and everything below it; `stopAt` names elements that are somebody else's business. */
export function all(element: Element, stopAt = ''): Element[] {
  return [
    element,
    ...element.children.filter((child) => child.name !== stopAt).flatMap((child) => all(child, stopAt)),
  ];
}

export const named = (element: Element, name: string, stopAt = ''): Element[] =>
  all(element, stopAt).filter((one) => one.name === name);

export const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((one) => one.name === name);
