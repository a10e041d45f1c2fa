/** Why an archive, or a file in one, is not read; what none may unpack to. */

/** Unpacked bytes for each packed one. Mails pack to a tenth; repeated logs to a fiftieth. */
export const MAX_RATIO = 200;
/** A small file may pack as well as it likes. */
export const SMALL_BYTES = 1024 * 1024;

export type ZipFault =
  'path-outside-zip' | 'locked-zip' | 'zip-in-zip' | 'zip-bomb' | 'too-large' | 'broken-zip';

export class PackedProblem<Fault extends string = string> extends Error {
  constructor(
    readonly fault: Fault,
    detail: string,
  ) {
    super(detail);
  }
}

export class ZipProblem extends PackedProblem<ZipFault> {
  override readonly name = 'ZipProblem';
}

/** Of a file that is packed by itself. */
export class GzipProblem extends PackedProblem<'broken-gzip' | 'zip-bomb'> {
  override readonly name = 'GzipProblem';
}
