/**
 * Rows of several sources about the same person and mail → one. One source names a mail by its Message-ID, another by a
 * number of its own, a third only by its subject. The order of the rows does not matter.
 */
import { groupBy, runsOf } from './group-by';
import { compare, joinRows, keyOf, type Row } from './row';
import type { RowList } from './row-list';
import type { RowStore } from './row-store';

/** @returns in the order of their addresses, those without one at the end */
export function settledList(rows: RowStore): RowList {
  const list = rows.list();
  for (const own of runsOf(rows.entries(), ([{ address }]) => address)) {
    const [[, packed]] = own;
    if (own.length === 1) list.push(packed);
    else for (const row of joined(own.map(([one]) => one))) list.add(row);
  }
  return list;
}

/** The same, of which none is kept. */
export function* settled(rows: Iterable<Row>): Generator<Row> {
  for (const own of runsOf(rows, ({ address }) => address)) yield* own.length === 1 ? own : joined(own);
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
  return [...result.values(), ...alone.values()].sort((a, b) => compare(keyOf(a), keyOf(b)));
}

const isByCampaign = (
  { originalMessageId, campaign }: Row,
  known: ReadonlyMap<string | null, readonly Row[]>,
) => originalMessageId === null && campaign !== null && known.get(campaign)?.length === 1;
