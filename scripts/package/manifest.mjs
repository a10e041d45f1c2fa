/** manifest.xml for the address where the pane is really served. The document is parsed, never searched. */
import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';

const DEVELOPMENT = 'https://localhost:3001';

/** Comments speak to developers and stay behind; entities are passed through as they are written. */
const format = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  processEntities: false,
  suppressEmptyNode: true,
  format: true,
  indentBy: '  ',
};

/** An address that the pane cannot be served at. */
export class AddressError extends Error {}

/**
 * Outlook loads nothing without https; a query or fragment would end up in the middle of each address.
 *
 * @returns the address as it stands in XML, without a slash at its end
 * @throws AddressError
 */
export function readAddress(text) {
  if (!URL.canParse(text)) throw new AddressError(`"${text}" is not an address`);
  const url = new URL(text);
  if (url.protocol !== 'https:')
    throw new AddressError(`"${text}" is not https, and Outlook loads nothing else`);
  if (url.username || url.password)
    throw new AddressError('an address with a user name or password is not for a manifest');
  if (/[?#]/.test(text))
    throw new AddressError(`"${text}" must end with its path, without query or fragment`);
  return (url.origin + url.pathname.replace(/\/+$/, '')).replaceAll('&', '&amp;');
}

/**
 * @param address from `readAddress`
 * @param noItemContext false leaves SupportsNoItemContext out
 * @throws where the manifest names an address that is not ours to move
 */
export function manifestFor(xml, address, noItemContext = true) {
  const wellFormed = XMLValidator.validate(xml);
  if (wellFormed !== true) throw new Error(`line ${wellFormed.err.line}: ${wellFormed.err.msg}`);
  const tree = new XMLParser(format).parse(xml);

  const seen = { moved: 0, foreign: [] };
  moveAddresses(tree, address, seen);
  if (seen.foreign.length > 0) {
    throw new Error(
      `these addresses are not below ${DEVELOPMENT}/ : ${[...new Set(seen.foreign)].join(', ')}`,
    );
  }
  if (seen.moved === 0) throw new Error(`no address below ${DEVELOPMENT}/ was found`);

  if (!noItemContext && withoutElement(tree, 'SupportsNoItemContext') === 0) {
    throw new Error('there is no SupportsNoItemContext to leave out');
  }
  return `${new XMLBuilder(format).build(tree).trim()}\n`;
}

function moveAddresses(nodes, address, seen) {
  for (const node of nodes) {
    const attributes = node[':@'] ?? {};
    for (const [name, value] of Object.entries(attributes)) {
      // A namespace looks like an address, but is a name.
      if (!/^xmlns(:|$)/.test(name)) attributes[name] = moved(value, address, seen);
    }
    if ('#text' in node) node['#text'] = moved(node['#text'], address, seen);
    for (const children of Object.values(node)) {
      if (Array.isArray(children)) moveAddresses(children, address, seen);
    }
  }
}

/** An address of ours is always a whole value. One inside a sentence is reported. */
function moved(value, address, seen) {
  if (!/[a-z]+:\/\/|localhost/i.test(value)) return value;
  if (!value.startsWith(`${DEVELOPMENT}/`)) {
    seen.foreign.push(value.trim());
    return value;
  }
  seen.moved += 1;
  return address + value.slice(DEVELOPMENT.length);
}

/** Takes the elements of that name out of the tree and says how many there were. */
function withoutElement(nodes, name) {
  let removed = 0;
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    if (name in nodes[index]) {
      nodes.splice(index, 1);
      removed += 1;
      continue;
    }
    for (const children of Object.values(nodes[index])) {
      if (Array.isArray(children)) removed += withoutElement(children, name);
    }
  }
  return removed;
}
