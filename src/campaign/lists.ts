/** What the admin takes along: lists of people, a ticket for each thing to do, the body that clears a suppression list. */
import { type Context, linksOf, type Words } from '../engine';
import { speechIn } from '../plan/speech';
import { asMarkdown, asText } from '../plan/ticket-formats';
import { csvOf } from './csv';
import { summaryFile } from './lines';
import { repeatOffenders } from './over-time';
import { type ListId, LISTS, listOf } from './root-cause';
import { compare, type Row } from './row';
import type { RowList } from './row-list';
import type { Summary } from './summary';
import { ticketFor } from './ticket';
import type { Overview } from './things-to-do';

export interface ListFile {
  /** Below the folder of the lists. */
  name: string;
  /** Its text, in parts: a list of a hundred thousand is not put together in memory. */
  parts: Iterable<string>;
}

export function* listFiles(
  overview: Overview,
  summary: Summary,
  context: Context,
  words: Words,
): Generator<ListFile> {
  const speech = speechIn(words);
  for (const list of LISTS) {
    const rows = onList(overview, list);
    if (rows.length > 0) yield* filesOf(list, rows);
  }
  for (const [at, thing] of overview.things.entries()) {
    const name = `tickets/${String(at + 1).padStart(2, '0')}-${fileName(thing.rootCause)}`;
    const ticket = ticketFor(thing, {
      speech,
      attached: `${name.slice('tickets/'.length)}.csv`,
      sender: context.sendingAddresses?.[0] ?? null,
      links: linksOf(context),
    });
    yield { name: `${name}.md`, parts: [asMarkdown(ticket)] };
    yield { name: `${name}.txt`, parts: [asText(ticket)] };
    yield { name: `${name}.csv`, parts: csvOf(thing.rows) };
  }
  const suppressed = onList(overview, 'resend-now').filter(({ cause }) => cause === 'suppressed');
  if (suppressed.length > 0)
    yield {
      name: 'suppression-sendgrid.json',
      parts: [JSON.stringify({ emails: addressesOf(suppressed) }) + '\n'],
    };
  const repeated = repeatOffenders(summary.rows);
  if (repeated.length > 0)
    yield { name: 'repeated.txt', parts: repeated.map(({ address }) => `${address}\n`) };
  yield { name: 'rows.jsonl', parts: summaryFile(summary) };
}

/** Those who stand on a list, by what there is to do. */
export function onList({ things, waiting, rows }: Overview, list: ListId): RowList {
  const found = rows.empty();
  for (const thing of [...things, ...waiting])
    for (const [row, packed] of thing.rows.entries()) if (listOf(row) === list) found.push(packed);
  return found;
}

function* filesOf(name: string, rows: RowList): Generator<ListFile> {
  yield { name: `${name}.txt`, parts: addressesOf(rows).map((address) => `${address}\n`) };
  yield { name: `${name}.csv`, parts: csvOf(rows) };
  yield { name: `${name}.json`, parts: jsonOf(rows) };
}

function* jsonOf(rows: RowList): Generator<string> {
  let mark = '[';
  for (const row of rows) {
    yield mark + JSON.stringify({ ...row, events: undefined });
    mark = ',';
  }
  yield ']\n';
}

/** Each once, in their order. */
export function addressesOf(rows: Iterable<Row>): string[] {
  const addresses = new Set<string>();
  for (const { address } of rows) if (address !== null) addresses.add(address);
  return [...addresses].sort(compare);
}

/** `policy-rule.mail-flow-rule | company.example | …` → `policy-rule.mail-flow-rule-company.example` */
const fileName = (rootCause: string) =>
  rootCause
    .split(' | ')
    .slice(0, 2)
    .join('-')
    .replace(/[^\w.-]+/g, '_')
    .slice(0, 80);
