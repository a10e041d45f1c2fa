/** JSON, and forms, wherever they stand in a text. */

import { MAX_RECORDS } from '../../mail/limits';

/** The values in a text that is one, has one a line, or has some behind other words. */
export function valuesIn(lines: string[]): unknown[] {
  const text = lines.join('\n');
  const start = text.search(/^[ \t]{0,200}[{[]/m);
  const whole = start < 0 ? undefined : parse(text.slice(start));
  if (whole !== undefined) return [whole];
  // One object a line, with a comma between them or without; other lines are a mail's greeting and footer.
  const each = lines
    .filter(
      (line) => line.includes('{"') || line.includes('{\\"') || /^\s*[{[]/.test(line) || FORM.test(line),
    )
    .slice(0, MAX_RECORDS)
    .flatMap((line) => formIn(line) ?? parse(inLine(line)) ?? []);
  if (each.length > 0 || start < 0) return each;
  // A relay broke the line, as old ones do: `…!` and a space on the next.
  const mended = text.slice(start).replace(/!\n ?/g, '').replaceAll('\n', ' ');
  return [parse(mended.slice(0, mended.lastIndexOf('}') + 1))].filter((value) => value !== undefined);
}

/** The JSON in a line: from its first bracket to its last; `[411]` is none. */
function inLine(line: string): string {
  // JSON inside a string of another language: `'{\"event\":\"deferred\"}'`
  if (line.includes('{\\"')) return inLine(line.slice(line.indexOf('{\\"')).replaceAll('\\"', '"'));
  const object = line.search(/\[\s?\{\s?"|\{\s?"/);
  const start = object >= 0 ? object : line.search(/^\s*[{[]/);
  const end = line.lastIndexOf(line[start] === '{' ? '}' : ']');
  return start < 0 ? '' : line.slice(start, end + 1);
}

/** A form as a browser sends it: `to=user%40example.com&status=Error&category=NoMailbox` */
const FORM = /^[\w.-]{1,60}=[^\s&]{0,2000}(?:&[\w.-]{1,60}=[^\s&]{0,2000}){2,60}$/;

const formIn = (line: string): object | undefined =>
  FORM.test(line) ? Object.fromEntries(new URLSearchParams(line)) : undefined;

export function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
