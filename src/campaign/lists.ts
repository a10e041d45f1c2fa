/** What the admin takes along: lists of people, a ticket for each thing to do, the body that clears a suppression list. */
import { type Context, linksOf, type Words } from '../engine';
import { speechIn } from '../plan/speech';
import { asMarkdown, asText } from '../plan/ticket-formats';
import { addressesOf, linesOf } from './addresses';
import { csvOf } from './csv';
import { summaryFile } from './lines';
import { repeatOffenders } from './over-time';
import { type ListId, LISTS, listOf } from './root-cause';
import { hasArrived } from './row';
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
  const lists = listsOf(overview);
  for (const [list, rows] of lists) if (rows.length > 0) yield* filesOf(list, rows);
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
  const suppressed = overview.rows.texts();
  for (const address of addressesOf(lists.get('resend-now') ?? [], ({ cause }) => cause === 'suppressed'))
    suppressed.push(address);
  if (suppressed.length > 0) yield { name: 'suppression-sendgrid.json', parts: suppressionBody(suppressed) };
  const repeated = overview.rows.texts();
  for (const { address } of repeatOffenders(summary.rows)) repeated.push(address);
  if (repeated.length > 0) yield { name: 'repeated.txt', parts: linesOf(repeated) };
  yield { name: 'rows.jsonl', parts: summaryFile(summary) };
}

const LIST_FILE = new RegExp(`^(?:${LISTS.join('|')})\\.(?:txt|csv|json)$`);
const OTHER_FILE = /^(?:repeated\.txt|suppression-[a-z]+\.json|tickets\/\d{2,}-[\w.-]+\.(?:md|txt|csv))$/;

/** Is it the name of a list or a ticket, which a run may write or not? `rows.jsonl` every run writes. */
export const isListFile = (name: string): boolean => LIST_FILE.test(name) || OTHER_FILE.test(name);

/** Those who stand on each list, in the order of their addresses. */
export function listsOf({ rows }: Pick<Overview, 'rows'>): ReadonlyMap<ListId, RowList> {
  const lists = new Map(LISTS.map((list) => [list, rows.empty()]));
  for (const [row, packed] of rows.entries()) if (!hasArrived(row)) lists.get(listOf(row))?.push(packed);
  return lists;
}

function* filesOf(name: string, rows: RowList): Generator<ListFile> {
  yield { name: `${name}.txt`, parts: linesOf(addressesOf(rows)) };
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

/** `{"emails":["jo@example.com"]}` */
function* suppressionBody(addresses: Iterable<string>): Generator<string> {
  let mark = '{"emails":[';
  for (const address of addresses) {
    yield mark + JSON.stringify(address);
    mark = ',';
  }
  yield ']}\n';
}

/** `policy-rule.mail-flow-rule | company.example | …` → `policy-rule.mail-flow-rule-company.example` */
const fileName = (rootCause: string) =>
  rootCause
    .split(' | ')
    .slice(0, 2)
    .join('-')
    .replace(/[^\w.-]+/g, '_')
    .slice(0, 80);
