/**
 * A summary as lines of JSON, which other machines can make and which are put together again: rows, examples and
 * accounts, each in a line with its `type`.
 */
import type { Explanation } from '../engine';
import { isRow } from './is-row';
import { compare, type Row } from './row';
import { LEFT_OUT_REASONS } from './streams/piece';
import { type Account, addAccount, addExample, type Example, exampleOf, type Summary } from './summary';

export const rowLine = (row: Row): string => JSON.stringify({ type: 'row', ...row });
/** The explanation stands in it as the object that it is. */
export function exampleLine(rootCause: string, { mark, explanation }: Example): string {
  const head = JSON.stringify({ type: 'example', rootCause, mark });
  return `${head.slice(0, -1)},"explanation":${explanation}}`;
}
export const accountLine = (account: Account): string => JSON.stringify({ type: 'account', ...account });

/** All lines of a summary, in an order that does not depend on how it came about. */
export function* summaryLines({ rows, examples, accounts }: Summary): Generator<string> {
  for (const row of rows) yield rowLine(row);
  for (const [rootCause, example] of sorted(examples)) yield exampleLine(rootCause, example);
  for (const [, account] of sorted(accounts)) yield accountLine(account);
}

/** The same as the text of a file, in parts: `rows.jsonl`. */
export function* summaryFile(summary: Summary): Generator<string> {
  for (const line of summaryLines(summary)) yield `${line}\n`;
}

const sorted = <Value>(map: ReadonlyMap<string, Value>) => [...map].sort(([a], [b]) => compare(a, b));

/** @returns was it a line of a summary? */
export function addLine(summary: Summary, line: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return false;
  }
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  const { type, ...rest } = value;
  if (type === 'row' && isRow(rest)) summary.rows.add(rest);
  else if (type === 'example' && isExample(rest)) {
    const example = exampleOf(rest.explanation);
    // One that was changed by hand may lack what its plan is made of.
    if (example.mark !== rest.mark) return false;
    addExample(summary, rest.rootCause, example);
  } else if (type === 'account' && isAccount(rest)) addAccount(summary, rest);
  else return false;
  return true;
}

// A file that an admin keeps may have been edited: what is not there must not stop the program later.
const has = (value: object, kinds: Record<string, string>) =>
  Object.entries(kinds).every(([name, kind]) => {
    const one = (value as Record<string, unknown>)[name];
    return typeof one === kind && one !== null;
  });

interface ExampleLine {
  rootCause: string;
  mark: string;
  explanation: Explanation;
}

const isExample = (value: object): value is ExampleLine =>
  has(value, { rootCause: 'string', mark: 'string', explanation: 'object' }) &&
  Array.isArray((value as ExampleLine).explanation.recipients);

const isAccount = (value: object): value is Account =>
  has(value, {
    source: 'string',
    part: 'string',
    records: 'number',
    told: 'number',
    silent: 'number',
    suspicious: 'number',
    leftOut: 'object',
  }) &&
  Object.entries((value as Account).leftOut).every(
    ([reason, lost]) => isReason(reason) && has(lost, { count: 'number', place: 'number' }),
  );

const isReason = (name: string) => (LEFT_OUT_REASONS as readonly string[]).includes(name);
