/** What went wrong while a packed file was unpacked → its words; null for any other error. */
import { PackedProblem } from '../../engine/archive/packed-problem';
import type { FileProblem } from './open-file';

export const packedProblem = (file: string, error: unknown): FileProblem | null =>
  error instanceof PackedProblem ? { key: error.fault, values: { file } } : null;
