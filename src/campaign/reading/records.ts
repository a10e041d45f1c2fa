/** Files → their records, some at a time. */
import { packedProblem } from './packed-problem';
import { leftOut, type Piece } from '../streams/piece';
import { openStream, piecesOf } from '../streams/pieces';
import type { Batch } from './observe-batch';
import { type FileProblem, isMeant, type OpenFile, type SourceLeftOut } from './open-file';

/** What went wrong with a file, by an error of whatever opened it. */
export type ProblemOf = (file: string, error: unknown) => FileProblem;

/** Records that go to the thread together: enough to make up for the way, few enough for the memory. */
const MAX_BATCH_RECORDS = 250;
const MAX_BATCH_BYTES = 1024 * 1024;

interface SourceRecord {
  /** What it was found by: its account is kept under this name. */
  root: string;
  /** The file that it stands in. */
  source: string;
  piece: Piece;
}

export interface RecordBatch extends Batch {
  records: readonly SourceRecord[];
  leftOut: readonly SourceLeftOut[];
  problems: readonly FileProblem[];
}

type Read = SourceRecord | SourceLeftOut | FileProblem;

async function* recordsIn(file: OpenFile, problemOf: ProblemOf): AsyncGenerator<Read[]> {
  const { name: source, root, chunks } = file;
  try {
    const opened = await openStream(chunks, source);
    if (opened.isBinary && !isMeant(file)) {
      yield [{ ...leftOut('binary-files', 1), root, file: root }];
      return;
    }
    if (opened.container) {
      yield [{ key: opened.container, values: { file: source } }];
      return;
    }
    let isEmpty = true;
    if (opened.shape.kind === 'zip') {
      const { filesOfZip } = await import(/* webpackChunkName: "campaign-zip" */ './zip-files');
      for await (const inside of filesOfZip(file)) {
        isEmpty = false;
        if ('key' in inside) yield [inside];
        else yield* recordsIn(inside, problemOf);
      }
      if (isEmpty) yield [{ ...leftOut('no-files', 1), root, file: source }];
      return;
    }
    for await (const found of piecesOf(opened)) {
      isEmpty &&= found.length === 0;
      yield found.map((piece) =>
        'leftOut' in piece ? { ...piece, root, file: source } : { root, source, piece },
      );
    }
    if (isEmpty) yield [{ ...leftOut('empty-files', 1), root, file: root }];
  } catch (error) {
    yield [packedProblem(source, error) ?? problemOf(source, error)];
  }
}

export async function* batchesOf(
  files: AsyncIterable<OpenFile | FileProblem | SourceLeftOut>,
  problemOf: ProblemOf,
): AsyncGenerator<RecordBatch> {
  let records: SourceRecord[] = [];
  let lost: SourceLeftOut[] = [];
  let problems: FileProblem[] = [];
  let bytes = 0;
  const batch = (): RecordBatch => {
    const made = { records, leftOut: lost, problems };
    records = [];
    lost = [];
    problems = [];
    bytes = 0;
    return made;
  };
  for await (const file of files) {
    if ('key' in file) problems.push(file);
    else if ('leftOut' in file) lost.push(file);
    else
      for await (const some of recordsIn(file, problemOf))
        for (const one of some) {
          if ('key' in one) problems.push(one);
          else if ('leftOut' in one) lost.push(one);
          else {
            records.push(one);
            bytes += sizeOf(one.piece);
          }
          if (records.length >= MAX_BATCH_RECORDS || bytes >= MAX_BATCH_BYTES) yield batch();
        }
  }
  yield batch();
}

const sizeOf = ({ input, cells }: Piece) =>
  input?.length ?? (cells ?? []).reduce((sum, cell) => sum + cell.length, 0);
