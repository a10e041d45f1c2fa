/** What the admin takes along: lists of people, a ticket for each thing to do, the body that clears a suppression list. */
import { type Context, linksOf, type Words } from '../engine';
import { speechIn } from '../plan/speech';
import { asMarkdown, asText } from '../plan/ticket-formats';
import { csvOf } from './csv';
import { groupBy } from './group-by';
import { summaryFile } from './lines';
import { repeatOffenders } from './over-time';
import { LISTS, listOf } from './root-cause';
import { compare, type Row } from './row';
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
  const failed = [...overview.things, ...overview.waiting].flatMap(({ rows }) => rows);
  const byList = groupBy(failed, listOf);
  for (const list of LISTS) {
    const rows = byList.get(list) ?? [];
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
  const suppressed = failed.filter((row) => row.cause === 'suppressed' && listOf(row) === 'resend-now');
  if (suppressed.length > 0)
    yield {
      name: 'suppression-sendgrid.json',
      parts: [JSON.stringify({ emails: addressesOf(suppressed) }) + '\n'],
    };
  const repeated = repeatOffenders(summary.rows.values());
  if (repeated.length > 0)
    yield { name: 'repeated.txt', parts: repeated.map(({ address }) => `${address}\n`) };
  yield { name: 'rows.jsonl', parts: summaryFile(summary) };
}

function* filesOf(name: string, rows: readonly Row[]): Generator<ListFile> {
  yield { name: `${name}.txt`, parts: addressesOf(rows).map((address) => `${address}\n`) };
  yield { name: `${name}.csv`, parts: csvOf(rows) };
  yield {
    name: `${name}.json`,
    parts: [JSON.stringify(rows.map((row) => ({ ...row, events: undefined }))) + '\n'],
  };
}

/** Each once, in their order. */
export const addressesOf = (rows: readonly Row[]) =>
  [...new Set(rows.flatMap(({ address }) => address ?? []))].sort(compare);

/** `policy-rule.mail-flow-rule | company.example | …` → `policy-rule.mail-flow-rule-company.example` */
const fileName = (rootCause: string) =>
  rootCause
    .split(' | ')
    .slice(0, 2)
    .join('-')
    .replace(/[^\w.-]+/g, '_')
    .slice(0, 80);
