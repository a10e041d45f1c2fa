/** Name → a mail of about so many bytes that is made to be slow. */
export const shapes: Readonly<Record<string, (bytes: number) => string>>;
/** A piece, as often as it fits into so many bytes. */
export function repeat(piece: string, bytes: number): string;
