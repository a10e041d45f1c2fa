/**
 * What is taken off a pasted text before anything reads it: marks of the place that it was copied from. Each step
 * leaves a text alone that does not show its marks.
 */
import { decodeText } from '../mail/charset';
import { htmlToText } from '../mail/html-to-text';

export const cleanText = (text: string): string => STEPS.reduce((cleaned, step) => step(cleaned), text);

/** `> <user@example.com>: no`: a quote; `>>> RCPT TO` is a session, and so are `> RCPT TO` and `< 250`. */
function withoutQuoteMargin(text: string): string {
  const lines = text.split('\n');
  if (lines.some((line) => /^<{1,3} ?[2-5]\d\d[ -]/.test(line))) return text;
  let isQuoted = false;
  const stripped = lines.map((line) => {
    const match = MARGIN.exec(line);
    if (match) isQuoted = true;
    return match ? line.slice(match[0].length) : line;
  });
  return isQuoted ? stripped.join('\n') : text;
}
const MARGIN = /^(?:[ \t]{0,3}>(?!>>?[ ]?[A-Z]{4}\b)(?: |(?=$)|(?=>)|(?=[^>\s]))){1,6}/;

/** A text that is indented as a whole: what stands in columns must begin where it began. */
function withoutIndent(text: string): string {
  const lines = text.split('\n');
  const margins = lines.flatMap((line) => (line.trim() === '' ? [] : (/^[ \t]*/.exec(line)?.[0] ?? '')));
  const [first = ''] = margins;
  const shared = margins.reduce((least, margin) => Math.min(least, margin.length), first.length);
  const margin = first.slice(0, shared);
  return shared > 0 && margins.every((other) => other.startsWith(margin))
    ? lines.map((line) => line.slice(Math.min(shared, line.length))).join('\n')
    : text;
}

/** Emphasis and links of Markdown, fences of code: `<**user@example.com**>`, `[user@example.com](mailto:…)`. */
const withoutMarkdown = (text: string): string =>
  text
    .replace(/\[([^\][\n]{1,320})\]\((?:mailto:|https?:)[^()\s]{1,2000}\)/g, '$1')
    .replace(/\*\*([^*\n]{1,400})\*\*/g, '$1')
    .replace(/^\s{0,3}(?:```|~~~)[a-z]{0,20}\s*$/gim, '')
    .replace(/(?<![\w`])`([^`\n]{1,400})`(?![\w`])/g, '$1');

/** `=3D`, `=20` and what is beyond ASCII; `stat=550` and `delay=00:00:02` stand in logs. */
const ESCAPED_BYTE = /=(?:3D|(?:20|09)(?![\d.:])|[89A-F][0-9A-F])/g;

/** A mail's source: `=C3=89chec`, and lines that end in `=`. */
function withoutQuotedPrintable(text: string): string {
  const bytes = text.match(ESCAPED_BYTE)?.length ?? 0;
  const breaks = text.match(/=\n/g)?.length ?? 0;
  if (bytes < 3 || (bytes < 8 && breaks === 0)) return text;
  const joined = text.replace(/=\n/g, '');
  return joined.replace(/(?:=[0-9A-F]{2})+/g, (run) =>
    decodeText(Uint8Array.from(run.match(/[0-9A-F]{2}/g) ?? [], (hex) => parseInt(hex, 16))),
  );
}

/** A page's source: entities, then tags. An address in angle brackets is no tag. */
function withoutMarkup(text: string): string {
  const entities = text.match(
    /&(?:lt|gt|amp|nbsp|quot|#\d{2,6}|#x[\da-f]{2,6}|[a-z]{2,8}(?:acute|grave|circ|uml|cedil|tilde));/gi,
  );
  const decoded = (entities?.length ?? 0) >= 2 && !isMarkup(text) ? htmlToText(guarded(text)).text : text;
  return isMarkup(decoded) ? htmlToText(guarded(decoded)).text : decoded;
}
const TAG =
  /<\/?(?:p|br|div|b|i|strong|em|span|font|table|tr|td|th|ul|ol|li|a|pre|h[1-6]|html|body|head)(?:\s[^<>]{0,500})?\/?>/gi;
const isMarkup = (text: string) => (text.match(TAG)?.length ?? 0) >= 3;
/** Line ends of a text are line ends of its page; angle brackets around an address stay. */
const guarded = (text: string) =>
  text.replace(/<([^\s<>@]{1,64}@[^\s<>]{1,255})>/g, '&lt;$1&gt;').replace(/\n/g, '<br>');

/** `web-1    | text`: the container that wrote the line. */
function withoutContainer(text: string): string {
  const lines = text.split('\n');
  const written = lines.filter((line) => line.trim() !== '');
  const marked = written.filter((line) => CONTAINER.test(line));
  if (written.length < 2 || marked.length < written.length * 0.8) return text;
  const names = new Set(marked.map((line) => CONTAINER.exec(line)?.[1]));
  return names.size > 3 ? text : lines.map((line) => line.replace(CONTAINER, '')).join('\n');
}
const CONTAINER = /^\s{0,4}([\w.-]{1,60})\s{1,40}\| ?/;

/** Frames of a stack say where a program stood, not what a server said; one that names somebody stays. */
const withoutStackFrames = (text: string): string => {
  const lines = text.split('\n');
  const kept = lines.filter((line, n) => {
    if (line.length > 2000) return true;
    const isFrame =
      FRAME.test(line) || (n > 0 && PYTHON_FRAME.test(lines[n - 1] ?? '') && /^\s{4}/.test(line));
    return !isFrame || NAMES_SOMEBODY.test(line);
  });
  return kept.length === lines.length ? text : kept.join('\n');
};
const PYTHON_FRAME = /^.{0,60}\bFile "[^"]{1,300}", line \d+/;
const FRAME =
  /^\s{0,12}(?:(?:at|in) [\w$.<>[\]\\/: @-]{1,300}(?:\(|->|$|:\d)|.{0,60}File "[^"]{1,300}", line \d+|#\d{1,2} [/{\w<(]|\.\.\. \d+ (?:more|common)|-{2,3} ?End of |Traceback \(most recent|from \/\S+:\d+:in |[\w$./-]{1,200}:\d{1,6}:in [`'])/;
const NAMES_SOMEBODY = /['"<(][^\s'"<>@/]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+['">)]/;

/** `Action: delayed / Status: 4.7.1 / Diagnostic-Code: …`: fields that were put on one line. */
const withFieldsApart = (text: string): string =>
  /(?:^|[\s/|;])(?:action|status): ?\S{1,20}\s{0,2}[/|;]/im.test(text)
    ? text.replace(
        /[ \t]{0,3}[/|;][ \t]{1,3}(?=(?:final-recipient|original-recipient|action|status|diagnostic-code|remote-mta|reporting-mta): ?\S)/gi,
        '\n',
      )
    : text;

/** `g.o\\'neil`, `doesn\\'t`: as Python prints a text with an apostrophe. */
const withoutEscapes = (text: string): string => text.replace(/(?<=\p{L})\\{1,2}'(?=\p{L})/gu, "'");

const STEPS: readonly ((text: string) => string)[] = [
  withoutContainer,
  withoutQuoteMargin,
  withoutIndent,
  withoutQuotedPrintable,
  withoutMarkup,
  withoutMarkdown,
  withFieldsApart,
  withoutEscapes,
  withoutStackFrames,
];
