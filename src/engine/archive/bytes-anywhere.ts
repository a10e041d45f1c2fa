/** Bytes that can be read from anywhere. */
export interface BytesAnywhere {
  size: number;
  read(at: number, length: number): Promise<Uint8Array>;
}

export const anywhereIn = (file: Blob): BytesAnywhere => ({
  size: file.size,
  read: async (at, length) => new Uint8Array(await file.slice(at, at + length).arrayBuffer()),
});
