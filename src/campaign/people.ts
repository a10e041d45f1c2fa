/**
 * Rows of several sources about the same person and mail → one. One source names a mail by its Message-ID, another by a
 * number of its own, a third only by its subject. The order of the rows does not matter.
 */
import { groupBy } from './group-by';
import { compare, joinRows, keyOf, type Row } from './row';

/** Rows without an address stand behind all others. */
const AFTER_ALL_ADDRESSES = '\uffff';

export function settled(rows: Iterable<Row>): Row[] {
  const found = [...groupBy(rows, ({ address }) => address)].flatMap(([address, own]) =>
    address === null || own.length === 1 ? own : joined(own),
  );
  return found.sort(
    (a, b) =>
      compare(a.address ?? AFTER_ALL_ADDRESSES, b.address ?? AFTER_ALL_ADDRESSES) ||
      compare(keyOf(a), keyOf(b)),
  );
}

/** @param rows of one address */
function joined(rows: readonly Row[]): Row[] {
  const byMail = new Map<string, Row>();
  for (const row of rows) {
    const mail = row.originalMessageId ?? keyOf(row);
    const known = byMail.get(mail);
    byMail.set(mail, known ? joinRows(known, row) : row);
  }
  const mails = [...byMail.values()];
  // A mail that is known by its campaign alone is the one of that campaign, where there is but one.
  const ofCampaign = groupBy(
    mails.filter((row) => row.campaign !== null && row.originalMessageId !== null),
    ({ campaign }) => campaign,
  );
  const result = new Map<Row, Row>();
  for (const row of mails) if (!isByCampaign(row, ofCampaign)) result.set(row, row);
  const alone = new Map<string, Row>();
  for (const row of mails) {
    if (!isByCampaign(row, ofCampaign)) continue;
    const [target] = ofCampaign.get(row.campaign) ?? [];
    const known = target && result.get(target);
    if (target && known) result.set(target, joinRows(known, row));
    else alone.set(keyOf(row), row);
  }
  return [...result.values(), ...alone.values()];
}

const isByCampaign = (
  { originalMessageId, campaign }: Row,
  known: ReadonlyMap<string | null, readonly Row[]>,
) => originalMessageId === null && campaign !== null && known.get(campaign)?.length === 1;
