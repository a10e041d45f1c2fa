/** A message as a `mailto:` address, for where no mailbox can open a new mail. */
import { showBlock, showLine } from './show';

/** Browsers and mail programs cut or refuse what is longer. */
const LONGEST = 1_900;

/** @returns null where the message is too long for an address */
export function mailLink({ subject, body }: { subject: string; body: string }): string | null {
  const link = `mailto:?subject=${encode(showLine(subject))}&body=${encode(showBlock(body, Infinity).replace(/\n/g, '\r\n'))}`;
  return link.length > LONGEST ? null : link;
}

/** Everything that is not a letter, digit or `-_.~` is encoded, so that nothing in a text can become a field. */
const encode = (text: string): string =>
  encodeURIComponent(wellFormed(text)).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Half a pair of code units cannot be encoded. */
const wellFormed = (text: string): string =>
  text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
