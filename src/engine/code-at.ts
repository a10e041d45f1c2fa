const { charCodeAt } = String.prototype;

/**
 * The code of a character, NaN beyond the text's end. Where texts of many makes come by (slices, joined texts,
 * texts of other alphabets), V8 looks `text.charCodeAt` up anew at each call, and takes five times as long.
 */
export const codeAt = (text: string, at: number): number => charCodeAt.call(text, at);
