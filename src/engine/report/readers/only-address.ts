/**
 * The one address that a report names at all, where no other reader has found a recipient: frames in languages
 * that nobody has written down yet.
 *
 *     退信原因：收件人邮件地址（user@example.com）不存在
 *     Die Mail an user@example.com kam leider zurück.
 */
import { addressesIn } from '../addresses';
import { finding, type Reader } from '../finding';

/** Whose address it is instead: a greeting, a signature, an offer of help. */
const OTHERS =
  /^(?:hello|hi|dear|hallo|liebe|bonjour|hola|ciao|ol[áa]|hej|merhaba|مرحب)|\b(?:contact|help|support|questions?|from|sender|postmaster|abuse|mailto|admin|reply|forward|unsubscribe|visit)\b|https?:/i;
/** `Name user@example.com,` at the very top greets the reader of the report. */
const GREETING = /^\S{0,30}\s?\S{1,64}@\S{1,255}[,，،:!]$/;
/** Lines of the report's own text; what stands further down is a footer. */
const MAX_LINES = 60;

export const onlyAddress: Reader = {
  id: 'only-address',
  read({ form, lines, headers, original }) {
    const own = new Set(
      ['from', 'to', 'delivered-to', 'reply-to', 'sender'].flatMap((name) => headers.address(name) ?? []),
    );
    for (const name of ['from', 'return-path']) own.add(original.address(name) ?? '');
    const named = new Set<string>();
    for (const line of lines.filter((one) => one.trim() !== '').slice(0, MAX_LINES)) {
      if (!line.includes('@') || OTHERS.test(line.trim()) || GREETING.test(line.trim())) continue;
      for (const address of addressesIn(line)) if (!own.has(address)) named.add(address);
      if (named.size > 1) return [];
    }
    const [address] = named;
    // The text is the whole of what is said about it.
    const prose = lines.join('\n').trim().slice(0, 1500);
    return address === undefined || (form === 'text' && lines.length < 2)
      ? []
      : [finding({ address, prose })];
  },
};
