/**
 * Of the addresses that readers took for recipients, those that are. A reader looks at one line; who is who shows in
 * the whole text:
 *
 *     Sender Address:    training@example.org                 the sender's, wherever else it stands
 *     Your message to allstaff@example.com couldn't be delivered.     two spellings of one address
 *     Recipient Address: all-staff@example.com
 */
import { hasCode } from '../answer/codes';
import type { DeliveryRecord } from '../record/record';
import { addressesIn, findAddress, KEY, trimAddress } from '../report/addresses';
import type { Naming, ReportText } from '../report/reader';
import { isDaemon, isHelper, LED_FROM, roleAt, type AddressRole } from './whose-address';

/** Addresses of a text whose roles are looked for; a log with more names them by fields. */
const MAX_ADDRESSES = 400;
const MAX_LINE = 4000;

/** An answer to AUTH (RFC 4954, 6): it comes before anybody has said whom the mail is for. */
const LOGIN_REFUSED = /(?<![\w.])53[458][ -]/;

/** Who is who in a text: the roles in which its words name each address. */
export class AddressRoles {
  private readonly roles = new Map<string, Set<AddressRole | null>>();
  private isAboutLogin = false;
  /** They stand in the line of such a refusal: `user@example.com | failed | 535 5.7.8 …` */
  private readonly besideRefusal = new Set<string>();

  constructor(lines: readonly string[]) {
    let count = 0;
    for (const [n, whole] of lines.entries()) {
      const line = whole.slice(0, MAX_LINE);
      const isHidden = LED_FROM.test(lines[n + 1] ?? '');
      const refusesLogin = LOGIN_REFUSED.test(line);
      this.isAboutLogin ||= refusesLogin;
      for (let found = findAddress(line); found; found = findAddress(line, found.end)) {
        if (++count > MAX_ADDRESSES) return;
        const start = found.start + (KEY.exec(found.text)?.[0].length ?? 0);
        const address = trimAddress(found.text);
        if (refusesLogin) this.besideRefusal.add(address);
        const known = this.roles.get(address) ?? new Set();
        this.roles.set(address, known.add(isHidden ? 'alias-target' : roleAt(line, start, found.end)));
      }
    }
  }

  /** The records in the order in which the text names their addresses; those that it does not name come last. */
  inOrder(records: readonly DeliveryRecord[]): DeliveryRecord[] {
    const places = new Map([...this.roles.keys()].map((address, place) => [address, place]));
    const placeOf = ({ address }: DeliveryRecord) => places.get(address ?? '') ?? places.size;
    return [...records].sort((a, b) => placeOf(a) - placeOf(b));
  }

  /** Do words name it as somebody else's, and none as the recipient's? Where a login was refused, it is the login's. */
  isSomebodyElses(address: string): boolean {
    const roles = this.roles.get(address);
    if (roles === undefined) return false;
    if (roles.has('refused') || roles.has('alias-target')) return true;
    return (
      !roles.has('recipient') &&
      ((this.isAboutLogin && !this.besideRefusal.has(address)) ||
        [...roles].some((role) => role !== null && role !== 'help'))
    );
  }
}

/**
 * Takes the addresses that are nobody's who failed off the records of one reader. What was said stays: it may be
 * about the recipient whom another reader names.
 */
export function withoutOthers(
  records: readonly DeliveryRecord[],
  naming: Naming,
  roles: () => AddressRoles,
): DeliveryRecord[] {
  return records.flatMap((record) => {
    const { address } = record;
    if (address === null) return [record];
    if (isDaemon(address)) return [];
    if (naming === 'field' || !roles().isSomebodyElses(address)) return [record];
    return record.diagnostic === null ? [] : [{ ...record, address: null }];
  });
}

/**
 * Whom an answer mentions, `contact unblock@example.com`, or names as it was delivered to, did not fail: the answer
 * is about somebody else.
 */
export function withoutMentioned(byReader: DeliveryRecord[][]): DeliveryRecord[][] {
  const answered = byReader
    .flat()
    .filter(({ address, diagnostic }) => address !== null && diagnostic !== null);
  const blocks = answered.filter(({ reader }) => reader === 'address-blocks').slice(0, MAX_BLOCKS);
  const isMentioned = ({ address, reader, diagnostic }: DeliveryRecord) => {
    if (address === null) return false;
    if (reader === 'sendmail' && diagnostic !== null)
      return blocks.some((block) => block.address !== address && block.diagnostic?.includes(diagnostic));
    return (
      reader === 'sentences' &&
      !answered.some((record) => record.address === address && record.reader !== 'sendmail') &&
      answered.some(
        (record) => record.address !== address && record.diagnostic?.toLowerCase().includes(address),
      )
    );
  };
  return byReader.map((records) => records.filter((record) => !isMentioned(record)));
}
/** Blocks that are compared with each record. */
const MAX_BLOCKS = 50;

/** The reporter and the sender are named in every report; they are its recipients only when no reader found another. */
export function withoutOurOwn(
  [status = [], ...prose]: DeliveryRecord[][],
  { headers, original }: ReportText,
): DeliveryRecord[][] {
  const own = new Set([
    headers.address('from'),
    headers.address('to'),
    headers.address('delivered-to'),
    original.address('from'),
    original.address('return-path'),
  ]);
  const others = prose.map((found) => found.filter(({ address }) => address === null || !own.has(address)));
  const namesAnother = others.some((found) => found.some(({ address }) => address !== null));
  return [status, ...(namesAnother ? others : prose)];
}

/** Beside a recipient, a postmaster's mailbox without an answer is whom to ask. */
export function withoutHelpers(found: DeliveryRecord[]): DeliveryRecord[] {
  const isHelp = (record: DeliveryRecord) =>
    record.address !== null && isHelper(record.address) && !hasCode(record) && record.action === null;
  const others = found.filter((record) => !isHelp(record));
  return others.some(({ address }) => address !== null) ? others : found;
}

/**
 * `nora` and `nora@example.com`, `allstaff@…` and `all-staff@…` of the same report are one. The whole address stays;
 * of two, the later one: the report's details stand below its sentences.
 */
export function oneSpelling(found: DeliveryRecord[]): DeliveryRecord[] {
  const isOther = ({ address }: DeliveryRecord, place: number) =>
    address !== null &&
    found.some(
      ({ address: other }, otherPlace) =>
        other !== null &&
        other !== address &&
        (address.includes('@')
          ? otherPlace > place && lettersOf(other) === lettersOf(address)
          : other.startsWith(`${address}@`)),
    );
  return found.length < 2 || found.length > MAX_SPELLINGS
    ? found
    : found.filter((one, n) => !isOther(one, n));
}

/** Recipients among which two spellings of one are looked for: each is compared with each. */
const MAX_SPELLINGS = 50;
/** Marks in a name are what a person leaves out. */
function lettersOf(address: string): string {
  const at = address.lastIndexOf('@');
  return address.slice(0, at).replace(/[._-]/g, '') + address.slice(at);
}

/** The field names the address that was mailed; a path, a host's own user, or the reader's own address is none. */
export function preferMailed(found: DeliveryRecord[], { headers }: ReportText): DeliveryRecord[] {
  const field = headers.all('x-failed-recipients').join('\n').replaceAll(',', '\n');
  const [mailed, ...more] = addressesIn(field);
  const [only, ...others] = found;
  if (mailed === undefined || more.length > 0 || !only?.address || others.length > 0) return found;
  const isForeign = !only.address.includes('@') || only.address === headers.address('to');
  return isForeign ? [{ ...only, address: mailed, reader: 'x-failed-recipients' }] : found;
}
