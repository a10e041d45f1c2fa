/** A file took all memory that its thread may have. */
export class OutOfMemory extends Error {
  override readonly name = 'OutOfMemory';
}
