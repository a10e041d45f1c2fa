/**
 * The blocks of fields in a delivery status: first those of the message, then those of each recipient.
 *
 *     Reporting-MTA: dns; mx.example.com
 *                                                  <- an empty line ends a block
 *     Final-Recipient: rfc822; user@example.com
 *     Action: failed
 */
import { parseHeaderBlock, type Headers } from '../mail/headers';

/** Blocks of fields, of all status parts, else of the readable text; the fields of the message come among them. */
export const statusBlocks = (statusParts: readonly string[], lines: readonly string[]): Headers[] =>
  (statusParts.length > 0 ? statusParts : inText(lines)).flatMap(blocksOf);

function blocksOf(text: string): Headers[] {
  const blocks: Headers[] = [];
  for (let at = 0; at < text.length;) {
    const { headers, end } = parseHeaderBlock(text, at);
    if (['final-recipient', 'original-recipient'].some((name) => headers.all(name).length > 1))
      blocks.push(...separate(text.slice(at, end)));
    else if (headers.hasFields(1)) blocks.push(headers);
    at = end;
  }
  return blocks;
}

/** Some systems leave out the empty line between two recipients: the field that comes again begins the next one. */
function separate(text: string): Headers[] {
  const blocks: string[] = [''];
  let seen = new Set<string>();
  for (const line of text.split('\n')) {
    const name = /^(final-recipient|original-recipient)\s{0,3}:/i.exec(line)?.[1]?.toLowerCase();
    if (name && seen.has(name)) {
      blocks.push('');
      seen = new Set();
    }
    if (name) seen.add(name);
    blocks.push(`${blocks.pop() ?? ''}${line}\n`);
  }
  return blocks.map((block) => parseHeaderBlock(block).headers);
}

/** Fields of RFC 3464 in any order; `Status:` alone may be anybody's. */
const FIELD =
  /^\s*(?:reporting-mta|original-recipient|final-recipient|action|diagnostic-code|remote-mta)\s*:/i;

/** Status fields written into the readable text. */
function inText(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => FIELD.test(line));
  if (start < 0) return [];
  return [
    lines
      .slice(start)
      .map((line) => line.trimStart())
      .join('\n'),
  ];
}
