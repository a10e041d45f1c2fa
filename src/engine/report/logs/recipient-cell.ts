/**
 * Whom a cell of a column of recipients names:
 *
 *     a@example.com, b@example.com                                        several; blanks may part them, too
 *     a@example.com##Receive, Fail;b@example.com##Receive, Deliver        Microsoft's export of a trace
 *     eve@@example.com     jane doe@example.com     eve.example.com       no address: it stands for nobody else's
 */
import { addressesIn } from '../addresses';

export interface CellRecipient {
  /** As it is written where it is no address; null where the cell names nobody. */
  address: string | null;
  /** What became of the mail, where the cell says it. */
  events: string;
  isMalformed: boolean;
}

/** @param isOfRecipients is the column one of recipients by its name, so that each cell means one? */
export function recipientsIn(cell: string, isOfRecipients: boolean): CellRecipient[] {
  const found = cell.split(';').flatMap((part) => {
    const [written = '', events = ''] = part.split('##');
    const words = written.trim().split(/[\s,]+/);
    return (areAddresses(words) ? words : written.split(','))
      .flatMap((one) => named(one.trim(), isOfRecipients))
      .map((address) => ({ address, events, isMalformed: !addressesIn(address).includes(address) }));
  });
  return found.length > 0 || !isOfRecipients ? found : [{ address: null, events: '', isMalformed: true }];
}

/** `a@example.com b@example.com`, as PowerShell writes a list. */
const areAddresses = (words: readonly string[]) =>
  words.length > 1 && words.every((word) => /.@./.test(word));

function named(written: string, isOfRecipients: boolean): string[] {
  const addresses = addressesIn(written);
  if (!isOfRecipients || addresses.length > 1) return addresses;
  const [address] = addresses;
  if (address !== undefined && isWhole(written, address)) return [address];
  return /@|^\S{1,64}\.\S{1,255}$/.test(written) && !NO_TEXT.test(written)
    ? [written.toLowerCase().slice(0, MAX_ADDRESS)]
    : [];
}

/** Characters of an address (RFC 5321, 4.5.3.1). */
const MAX_ADDRESS = 320;
/** What PowerShell writes in a cell that holds a list. */
const NO_TEXT = /^System\.\w{1,20}(?:\[\]|$)/;

/** Is that all that is written, or does it stand in brackets behind a name? `Jo Roe <jo@example.com>` */
function isWhole(written: string, address: string): boolean {
  const at = written.toLowerCase().indexOf(address);
  const before = written.slice(0, Math.max(at, 0));
  return at < 0 || /^\W*$|[<([]$|(?:^|\W)(?:mailto|smtp):$/i.test(before);
}
