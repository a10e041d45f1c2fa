/**
 * Aliases that led to a failed address, as servers write them beside it. The mail was sent to the alias, so the alias
 * is who was enrolled:
 *
 *       admin@example.com
 *         (generated from user@example.com)                  Exim, the line below
 *     <admin@example.net> (expanded from <user@example.com>): host …     Postfix, the same line
 */
import roles from '../../knowledge/roles.json';
import { addressesIn } from '../report/addresses';
import { alternatives } from '../words/whole-words';

const LED_FROM_ALIAS = new RegExp(`\\((?:${alternatives(roles.ledFrom)}):? <?([^\\s()<>]{3,320})>?\\)`, 'i');
const MAX_LINE = 2000;

/** @returns the alias by the failed address, both lower case */
export function aliasesIn(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [n, line] of lines.entries()) {
    const match = line.length <= MAX_LINE ? LED_FROM_ALIAS.exec(line) : null;
    const [alias] = addressesIn(match?.[1] ?? '');
    if (!match || alias === undefined) continue;
    const beside = addressesIn(line.slice(0, match.index)).at(-1);
    const target = beside ?? addressesIn((lines[n - 1] ?? '').slice(0, MAX_LINE)).at(-1);
    if (target !== undefined && target !== alias) found.set(target, alias);
  }
  return found;
}
