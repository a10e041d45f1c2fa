/** Name → makes a mail of about `bytes` bytes that would be slow to read with a careless parser. */
export const shapes: Readonly<Record<string, (bytes: number) => string>>;
/** Repeats a piece as often as it fits into `bytes`. */
export function repeat(piece: string, bytes: number): string;
