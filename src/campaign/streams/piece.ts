/** What a source gives: pieces, each explained by itself. */

/** How a piece is to be read for its message, its campaign and its time. */
export type PieceForm = 'mail' | 'text' | 'log' | 'json' | 'row';

export interface Piece {
  form: PieceForm;
  /** Number of its first line, row or mail in the source; the first is 1. */
  place: number;
  /** Lines, rows, objects or mails that it holds: all of them are accounted for. */
  records: number;
  /** What the engine reads. Null for a row: its cells are. */
  input: Uint8Array | string | null;
  /** Of a row: names of the columns, shared by all rows of a table, and its cells. */
  names: readonly string[] | null;
  cells: readonly string[] | null;
  /** Do dates of its table begin with the day, where a cell alone does not tell? */
  isDayFirst?: boolean;
}

/** What was not read, and why; `key` names its words below `campaign.leftOut`. */
export interface LeftOut {
  leftOut: LeftOutReason;
  count: number;
  /** Where the first of them stands. */
  place: number;
}

export const LEFT_OUT_REASONS = [
  'line-too-long',
  'row-too-long',
  'quote-not-closed',
  'cell-cut',
  'columns',
  'mail-cut',
  'object-too-long',
  'broken-json',
  'unreadable',
  'recipients',
  'hidden-files',
  'binary-files',
  'empty-files',
  'no-files',
  'others-mail',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** What holds no bounces of ours: it is counted, and nothing is lost with it. */
const PASSED_OVER: ReadonlySet<LeftOutReason> = new Set<LeftOutReason>([
  'hidden-files',
  'binary-files',
  'empty-files',
  'no-files',
  'others-mail',
]);
export const isPassedOver = ({ leftOut: reason }: Pick<LeftOut, 'leftOut'>): boolean =>
  PASSED_OVER.has(reason);

export type Found = Piece | LeftOut;

export const pieceOf = (form: PieceForm, place: number, input: Uint8Array | string, records = 1): Piece => ({
  form,
  place,
  records,
  input,
  names: null,
  cells: null,
});

export const leftOut = (reason: LeftOutReason, place: number, count = 1): LeftOut => ({
  leftOut: reason,
  count,
  place,
});
