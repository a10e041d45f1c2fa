/** All rows as the page's table shows them: sorted, filtered and searched here, so that the page never waits. */
import { listOf } from '../../campaign/root-cause';
import { compare, hasArrived, type Row } from '../../campaign/row';
import type { RowList } from '../../campaign/row-list';
import { titleOf } from '../../campaign/summary-words';
import type { Overview } from '../../campaign/things-to-do';
import { showLine } from '../../engine';
import type { Speech } from '../../plan/speech';
import type { ShownRow, Sortable, Wanted } from '../protocol';

/** Characters of a cell. */
const MAX_CELL = 200;

export class RowTable {
  private readonly rows: RowList;
  private readonly titles: ReadonlyMap<string, string>;
  private readonly thingOf: ReadonlyMap<string, number>;
  private readonly format: Intl.DateTimeFormat;
  private readonly words = new Map<string, string>();

  constructor(
    { rows, things, waiting }: Overview,
    private readonly speech: Speech,
  ) {
    this.rows = rows;
    this.titles = new Map([...things, ...waiting].map((thing) => [thing.rootCause, titleOf(thing, speech)]));
    this.thingOf = new Map(things.map(({ rootCause }, at) => [rootCause, at]));
    this.format = new Intl.DateTimeFormat(speech.locale, { dateStyle: 'short', timeStyle: 'short' });
  }

  order({ sortBy, isDescending, search, of }: Wanted): Uint32Array {
    const sought = search.trim().toLowerCase();
    const found: number[] = [];
    const keys: string[] = [];
    let at = 0;
    for (const row of this.rows) {
      if (this.isOf(row, of) && (sought === '' || this.textOf(row).includes(sought))) {
        found.push(at);
        keys.push(this.keyOf(row, sortBy));
      }
      at++;
    }
    const sign = isDescending ? -1 : 1;
    const places = [...found.keys()].sort(
      (a, b) => sign * compare(keys[a] ?? '', keys[b] ?? '') || (found[a] ?? 0) - (found[b] ?? 0),
    );
    return Uint32Array.from(places, (place) => found[place] ?? 0);
  }

  shown(numbers: readonly number[]): ShownRow[] {
    return numbers.flatMap((at) => {
      const row = this.rows.at(at);
      return row ? [this.rowOf(row)] : [];
    });
  }

  private isOf(row: Row, of: Wanted['of']): boolean {
    if (of === 'all') return true;
    if (of === 'arrived') return hasArrived(row);
    return !hasArrived(row) && this.thingOf.get(row.rootCause) === of;
  }

  private keyOf(row: Row, sortBy: Sortable): string {
    if (sortBy === 'address') return row.address ?? '\uffff';
    if (sortBy === 'seen') return row.lastSeen ?? '';
    return this.rowOf(row)[sortBy].toLowerCase();
  }

  private textOf(row: Row): string {
    return [
      row.address,
      this.causeOf(row),
      row.diagnostic,
      row.status,
      row.smtpReply,
      row.campaign,
      row.provider,
      row.source,
    ]
      .filter(Boolean)
      .join('\n')
      .toLowerCase();
  }

  private rowOf(row: Row): ShownRow {
    const isArrived = hasArrived(row);
    return {
      address: row.address === null ? null : showLine(row.address, MAX_CELL),
      cause: this.causeOf(row),
      who: isArrived ? '' : this.t(`engine.who.${row.whoActs}`),
      list: isArrived ? '' : this.t(`campaign.lists.${listOf(row)}`),
      seen: row.lastSeen === null ? '' : this.format.format(new Date(row.lastSeen)),
      code: showLine([row.smtpReply, row.status].filter(Boolean).join(' '), MAX_CELL),
      campaign: showLine(row.campaign ?? '', MAX_CELL),
      says: showLine(row.diagnostic ?? row.evidence ?? '', MAX_CELL),
      source: showLine(row.source, MAX_CELL),
    };
  }

  private causeOf(row: Row): string {
    if (hasArrived(row)) return this.t('campaign.page.arrived');
    return this.titles.get(row.rootCause) ?? row.rootCause;
  }

  /** Said of thousands of rows. */
  private t(key: string): string {
    const known = this.words.get(key) ?? this.speech.t(key);
    this.words.set(key, known);
    return known;
  }
}
