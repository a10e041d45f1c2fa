import {
  Checkbox,
  SearchBox,
  Select,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useSpeech } from '../../parts/speech';
import type { CampaignClient } from '../campaign-client';
import { type ShownOverview, type ShownRow, type Sortable, SORTABLE, type Wanted } from '../protocol';
import { useRows } from '../use-rows';
import { SelectedRows } from './SelectedRows';

interface BounceTableProps {
  overview: ShownOverview;
  client: CampaignClient;
}

/** Of a row, in CSS pixels. */
const ROW = 36;
/** Rows that are drawn beyond those that are seen. */
const BEYOND = 6;

/** All rows: sorted, filtered, searched; of ten thousand, those that are seen are drawn. */
export function BounceTable({ overview, client }: BounceTableProps) {
  const { t } = useSpeech();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<Wanted>({
    sortBy: 'address',
    isDescending: false,
    search: '',
    of: 'all',
  });
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const { order, at, want } = useRows(client, wanted);
  const count = order?.length ?? 0;
  // eslint-disable-next-line react-hooks/incompatible-library -- Nothing here is compiled, nor memoized by its object.
  const list = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: BEYOND,
  });
  const drawn = list.getVirtualItems();
  const first = drawn[0]?.index ?? 0;
  const last = drawn.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= 0) want(first, last);
  }, [first, last, want]);
  const change = (part: Partial<Wanted>) => {
    setWanted({ ...wanted, ...part });
    scroller.current?.scrollTo({ top: 0 });
  };
  const sort = (sortBy: Sortable) =>
    change({ sortBy, isDescending: sortBy === wanted.sortBy && !wanted.isDescending });
  const select = useCallback((row: number, isSelected: boolean) => {
    setSelected((before) => {
      const next = new Set(before);
      if (isSelected) next.add(row);
      else next.delete(row);
      return next;
    });
  }, []);
  const isAll = count > 0 && (order?.every((row) => selected.has(row)) ?? false);
  return (
    <section className="stack campaign-part" aria-labelledby={id}>
      <h2 id={id}>{t('campaign.page.bounces')}</h2>
      <div className="row">
        <SearchBox
          className="table-search"
          aria-label={t('campaign.page.search')}
          placeholder={t('campaign.page.search')}
          value={wanted.search}
          onChange={(_event, { value }) => change({ search: value })}
        />
        <Select
          aria-label={t('campaign.page.filter')}
          className="table-filter"
          value={String(wanted.of)}
          onChange={(_event, { value }) =>
            change({ of: value === 'all' || value === 'arrived' ? value : Number(value) })
          }
        >
          <option value="all">{t('campaign.page.everything')}</option>
          {overview.things.map(({ title, rootCause }, thing) => (
            <option key={rootCause} value={String(thing)}>
              {title}
            </option>
          ))}
          {overview.arrived > 0 && <option value="arrived">{t('campaign.page.arrived')}</option>}
        </Select>
        <span role="status" className="quiet">
          {order && t('campaign.page.shown', { count: String(count) })}
        </span>
      </div>
      <SelectedRows client={client} selected={selected} onNone={() => setSelected(new Set())} />
      <div ref={scroller} className="table-scroller" tabIndex={0} role="group" aria-labelledby={id}>
        <Table
          noNativeElements
          size="small"
          aria-labelledby={id}
          aria-rowcount={count + 1}
          className="bounce-table"
        >
          <TableHeader className="table-head">
            <TableRow aria-rowindex={1}>
              <TableCell className="cell-box">
                <Checkbox
                  aria-label={t('campaign.page.selectAll')}
                  checked={isAll ? true : selected.size > 0 ? 'mixed' : false}
                  onChange={(_event, { checked }) => setSelected(new Set(checked === true ? order : []))}
                />
              </TableCell>
              {SORTABLE.map((column) => (
                <TableHeaderCell
                  key={column}
                  className={`cell-${column}`}
                  sortable
                  sortDirection={
                    wanted.sortBy === column ? (wanted.isDescending ? 'descending' : 'ascending') : undefined
                  }
                  onClick={() => sort(column)}
                >
                  {t(`campaign.page.columns.${column}`)}
                </TableHeaderCell>
              ))}
              <TableHeaderCell className="cell-says">{t('campaign.page.columns.says')}</TableHeaderCell>
              <TableHeaderCell className="cell-source">{t('campaign.page.columns.source')}</TableHeaderCell>
            </TableRow>
          </TableHeader>
          <TableBody className="table-body" style={{ height: list.getTotalSize() }}>
            {drawn.map(({ index, start }) => {
              const number = order?.[index];
              return number === undefined ? null : (
                <BounceRow
                  key={number}
                  number={number}
                  row={at(index)}
                  index={index}
                  start={start}
                  isSelected={selected.has(number)}
                  onSelect={select}
                />
              );
            })}
          </TableBody>
        </Table>
      </div>
    </section>
  );
}

interface BounceRowProps {
  number: number;
  /** Null while it is on its way. */
  row: ShownRow | null;
  /** Its place in the order, and in CSS pixels. */
  index: number;
  start: number;
  isSelected: boolean;
  onSelect(number: number, isSelected: boolean): void;
}

const TEXTS = [...SORTABLE, 'says', 'source'] as const;

/** Plain elements: of Fluent's, thirty rows take longer than a frame, and scrolling brings as many in each. */
const BounceRow = memo(function BounceRow({
  number,
  row,
  index,
  start,
  isSelected,
  onSelect,
}: BounceRowProps) {
  const { t } = useSpeech();
  const address = row?.address ?? t('campaign.page.nobody');
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="table-row"
      style={{ transform: `translateY(${start}px)` }}
    >
      <div role="cell" className="cell-box">
        <input
          type="checkbox"
          className="row-box"
          aria-label={t('campaign.page.select', { address: row ? address : '…' })}
          checked={isSelected}
          onChange={({ target }) => onSelect(number, target.checked)}
        />
      </div>
      {TEXTS.map((column) => {
        const text = row && (column === 'address' ? address : row[column]);
        return (
          <div key={column} role="cell" className={`cell-text cell-${column}`} title={text ?? undefined}>
            {text}
          </div>
        );
      })}
    </div>
  );
});
