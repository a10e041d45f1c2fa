/** What taskpane.html loads and allows, read as a browser reads it. */
import { parse } from 'parse5';

/**
 * @returns scripts: the addresses of its scripts, as they are written; policy: rule of its Content-Security-Policy →
 *   sources
 */
export function partsOf(html) {
  const elements = [...elementsOf(parse(html))];
  const named = (name) => elements.filter(({ nodeName }) => nodeName === name);
  const meta = named('meta').find((one) => attribute(one, 'http-equiv') === 'Content-Security-Policy');
  const rules = (attribute(meta, 'content') ?? '').split(';').map((rule) => rule.trim().split(/\s+/));
  return {
    scripts: named('script').flatMap((one) => attribute(one, 'src') ?? []),
    policy: new Map(rules.map(([name, ...sources]) => [name, sources])),
  };
}

const attribute = (element, wanted) => element?.attrs.find(({ name }) => name === wanted)?.value;

function* elementsOf(node) {
  for (const child of node.childNodes ?? []) {
    if (child.attrs) yield child;
    yield* elementsOf(child);
  }
}
