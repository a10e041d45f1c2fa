/**
 * Writes manifest.xml for the address where the pane is really served:
 *
 *   node scripts/manifest-origin.mjs https://host.example/path > manifest.prod.xml
 *
 * --without-no-item-context  leaves SupportsNoItemContext out. It switches multi-select on as well,
 *                            so an organisation in which the button misbehaves can go without.
 * --manifest FILE            reads another manifest than the project's.
 *
 * The document is parsed, never searched: each address must be one of ours, or nothing is written.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';

const DEVELOPMENT = 'https://localhost:3001';
const usage =
  'usage: node scripts/manifest-origin.mjs https://host.example/path [--without-no-item-context] [--manifest FILE]';

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

try {
  const { address, manifest, noItemContext } = readArguments();
  process.stdout.write(rewrite(readFileSync(manifest, 'utf8'), address, noItemContext));
} catch (problem) {
  console.error(`manifest-origin: ${problem.message}`);
  process.exitCode = problem.usage ? 2 : 1;
}

function readArguments() {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: {
        manifest: { type: 'string', default: fileURLToPath(new URL('../manifest.xml', import.meta.url)) },
        'without-no-item-context': { type: 'boolean', default: false },
      },
    });
  } catch (problem) {
    throw wrongUsage(problem.message);
  }
  const { positionals, values } = parsed;
  if (positionals.length !== 1) throw wrongUsage('one address is needed');
  return {
    address: readAddress(positionals[0]),
    manifest: values.manifest,
    noItemContext: !values['without-no-item-context'],
  };
}

/** Outlook loads nothing without https; a query or fragment would end up in the middle of each address. */
function readAddress(text) {
  if (!URL.canParse(text)) throw wrongUsage(`"${text}" is not an address`);
  const url = new URL(text);
  if (url.protocol !== 'https:') throw wrongUsage(`"${text}" is not https, and Outlook loads nothing else`);
  if (url.username || url.password)
    throw wrongUsage('an address with a user name or password is not for a manifest');
  if (/[?#]/.test(text)) throw wrongUsage(`"${text}" must end with its path, without query or fragment`);
  return (url.origin + url.pathname.replace(/\/+$/, '')).replaceAll('&', '&amp;');
}

function rewrite(xml, address, noItemContext) {
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

/** A value is an address as a whole; one inside a sentence is none of ours, so it is reported. */
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

function wrongUsage(message) {
  return Object.assign(new Error(`${message}\n${usage}`), { usage: true });
}
