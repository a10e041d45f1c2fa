/**
 * The one address that a report names at all, where no other reader has found a recipient: frames in languages
 * that nobody has written down yet.
 *
 *     退信原因：收件人邮件地址（user@example.com）不存在
 *     Die Mail an user@example.com kam leider zurück.
 */
import roles from '../../../knowledge/roles.json';
import { findAddress, trimAddress } from '../addresses';
import { isHelper, roleAt } from '../../roles/whose-address';
import { alternatives } from '../../words/whole-words';
import { recordOf } from '../../record/record';
import type { Reader } from '../reader';

/** A line that greets its reader. */
const GREETS = new RegExp(`^(?:${alternatives(roles.greetings)})`, 'iu');
/** `Name user@example.com,` at the very top greets the reader of the report. */
const GREETING = /^(?:\S{1,30}\s)?[^\s@]{1,94}@[^\s@]{0,254}(?<=[,，،:!])$/;
/** Addresses of a line that no word gives to anybody else. */
function possibleIn(line: string): string[] {
  const all: string[] = [];
  for (let found = findAddress(line); found; found = findAddress(line, found.end)) {
    const role = roleAt(line, found.start, found.end);
    if (
      (role === null || role === 'recipient') &&
      !isHelper(found.text) &&
      !/https?:/i.test(line.slice(line.lastIndexOf(' ', found.start - 1) + 1, found.start))
    )
      all.push(trimAddress(found.text));
  }
  return all;
}

const MAX_LINE = 2000;
/** Lines of the report's own text; what stands further down is a footer. */
const MAX_LINES = 60;

export const onlyAddress: Reader = {
  id: 'only-address',
  naming: 'words',
  read({ form, lines, headers, original }) {
    const own = new Set(
      ['from', 'to', 'delivered-to', 'reply-to', 'sender'].flatMap((name) => headers.address(name) ?? []),
    );
    for (const name of ['from', 'return-path']) own.add(original.address(name) ?? '');
    const named = new Set<string>();
    for (const line of lines.filter((one) => one.trim() !== '').slice(0, MAX_LINES)) {
      if (
        !line.includes('@') ||
        /https?:/i.test(line) ||
        GREETS.test(line.trim()) ||
        GREETING.test(line.trim())
      )
        continue;
      for (const address of possibleIn(line.slice(0, MAX_LINE))) if (!own.has(address)) named.add(address);
      if (named.size > 1) return [];
    }
    const [address] = named;
    // The text is the whole of what is said about it.
    const prose = lines.join('\n').trim().slice(0, 1500);
    return address === undefined || (form === 'text' && lines.length < 2)
      ? []
      : [recordOf({ address, prose })];
  },
};
