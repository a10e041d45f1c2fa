/** Rows of one root cause, counted as they come: those of one address stand together. */
import { domainOf, type ListId, listOf } from './root-cause';
import type { Row } from './row';
import type { RowList } from './row-list';

/** People who stand for the others while a plan is made: its texts ask whether all are of one domain. */
const MAX_STANDING = 20;

export class SameCause {
  /** Different addresses. */
  people = 0;
  /** Have all of them the same cause and variant? */
  isOneMeaning = true;
  /** Some of their addresses; where they are of several domains, two of those among them. */
  readonly standing: string[] = [];
  /** The row that speaks for the others: where a server only tries again, nobody acts, so one that failed goes before. */
  first: Row;
  private readonly lists = new Map<ListId, number>();
  private before: Row;
  private hasDomains = false;

  constructor(
    first: Row,
    readonly rows: RowList,
  ) {
    this.first = first;
    this.before = first;
  }

  add(row: Row, packed: string): void {
    const { before, standing } = this;
    const isNew = this.rows.length === 0 || row.address !== before.address;
    this.before = row;
    this.rows.push(packed);
    this.isOneMeaning &&= row.cause === this.first.cause && row.variant === this.first.variant;
    if (isTriedAgain(this.first) && !isTriedAgain(row)) {
      this.first = row;
      this.lists.clear();
    }
    const { first } = this;
    const list = listOf(row);
    if (isTriedAgain(first) || !isTriedAgain(row)) this.lists.set(list, (this.lists.get(list) ?? 0) + 1);
    if (!isNew) return;
    this.people++;
    const isOther = !this.hasDomains && domainOf(row.address) !== domainOf(first.address);
    this.hasDomains ||= isOther;
    if (row.address !== null && (isOther || standing.length < MAX_STANDING)) standing.push(row.address);
  }

  /** The list that most of them stand on, of those that failed. */
  get list(): ListId {
    return [...this.lists].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
  }

  /** The domain of all of them. */
  get domain(): string | null {
    return this.hasDomains ? null : domainOf(this.first.address) || null;
  }
}

const isTriedAgain = ({ action }: Row) => action === 'delayed';
