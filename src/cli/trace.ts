/** `ndr-explain --trace FILE`: one line a step, for whoever mends a reader. */
import type { Trace } from '../engine/trace';

export const toTrace = (name: string, traces: readonly Trace[]): string =>
  traces
    .flatMap((trace, n) => [`${name}${traces.length > 1 ? ` (${n + 1})` : ''}`, ...linesOf(trace)])
    .join('\n');

const linesOf = ({ kind, signals, readers, records, recipients }: Trace): string[] => [
  `kind      ${kind}`,
  ...signals.map(({ id, quote }) => `signal    ${id}${quote === null ? '' : `  ${JSON.stringify(quote)}`}`),
  ...readers.flatMap(({ reader, records: found, error }) => [
    ...(error === undefined ? [] : [`reader    ${reader}  stopped: ${error}`]),
    ...found.map((record) => `reader    ${reader}  ${JSON.stringify(record)}`),
  ]),
  ...records.map((record) => `record    ${JSON.stringify(record)}`),
  ...recipients.map(
    ({ rule, ...recipient }) => `decided   ${rule ?? 'no row'}  ${JSON.stringify(recipient)}`,
  ),
];
