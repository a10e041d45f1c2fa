/** A report as readers see it, from its lines. */
import { Headers, parseHeaderBlock } from '../../../../src/engine/mail/headers';
import { wordsIn } from '../../../../src/engine/phrases/vocabulary';
import type { Reader, ReportText } from '../../../../src/engine/report/reader';
import { statusBlocks } from '../../../../src/engine/report/status-blocks';

export const reportOf = (text: string, some: Partial<ReportText> = {}): ReportText => ({
  form: 'mail',
  headers: new Headers(),
  statusParts: [],
  statusBlocks: statusBlocks(some.statusParts ?? [], text.split('\n')),
  lines: text.split('\n'),
  mayHold: (role) => wordsIn(text).some(({ value }) => value === role),
  original: new Headers(),
  ...some,
});

export const fields = (block: string) => parseHeaderBlock(block).headers;

/** What a reader finds, without the fields that it leaves open. */
export const readBy = (reader: Reader, report: ReportText) =>
  reader
    .read(report)
    .map((found) => Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null)));
