/** Any input → one message. */
import { InputError, type Input, type MessageParts } from '../input';
import { decodeText, isMsg, refuseNonText, unifyLineEnds, utf16Of } from './bytes';
import { Headers, isFieldName, parseHeaderBlock } from './headers';
import { htmlToText } from './html-to-text';
import { MAX_ATTACHED, MAX_BYTES, MAX_TEXT } from './limits';
import type { Message } from './message';
import { openMail } from './open-mail';
import { openQuoted } from './quoted';

const TRUNCATED = 'engine.warnings.truncated';

/**
 * @throws InputError where the input holds no text (`empty`, `binary`, `broken-msg`)
 */
export async function readMessage(input: Input): Promise<Message> {
  if (typeof input === 'string') return readText(input);
  if (!(input instanceof Uint8Array)) return readParts(input);
  if (isMsg(input)) {
    // Loaded only for .msg files: nobody else should wait for the reader.
    const { openMsg } = await import(/* webpackChunkName: "msg" */ './msg');
    return openMsg(input);
  }
  refuseNonText(input);
  const cut = input.length > MAX_BYTES;
  const bytes = cut ? input.subarray(0, MAX_BYTES) : input;
  const message = await readBytes(bytes);
  // A long text has said so already.
  if (cut && !message.warnings.some(({ key }) => key === TRUNCATED))
    message.warnings.push({ key: TRUNCATED, values: {} });
  return message;
}

async function readBytes(bytes: Uint8Array): Promise<Message> {
  if (utf16Of(bytes)) return readText(decodeText(bytes));
  const start = decodeText(bytes.subarray(0, 4096));
  if (!looksLikeMail(start)) return readText(decodeText(bytes));
  return openMail(mailLines(bytes, start));
}

async function readText(text: string): Promise<Message> {
  const clean = unifyLineEnds(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  if (clean.trim() === '') throw new InputError('empty', 'the text is empty');
  if (looksLikeMail(clean))
    return openMail(mailLines(new TextEncoder().encode(clean.slice(0, MAX_BYTES)), clean));
  return {
    form: 'text',
    headers: new Headers(),
    ...textOf(clean.slice(0, MAX_TEXT)),
    parts: [],
    attached: [],
    warnings: clean.length > MAX_TEXT ? [{ key: TRUNCATED, values: {} }] : [],
  };
}

/** Pasted text may be a saved page. */
function textOf(text: string): Pick<Message, 'text' | 'htmlText' | 'linkTargets'> {
  if (!/^\s*<(?:!doctype html|html|body|div|table|p)\b/i.test(text))
    return { text, htmlText: '', linkTargets: [] };
  const html = htmlToText(text);
  return { text: html.text, htmlText: html.text, linkTargets: html.linkTargets };
}

async function readParts(parts: MessageParts): Promise<Message> {
  const headers =
    parts.headers === null
      ? new Headers()
      : parseHeaderBlock(unifyLineEnds(parts.headers).trimStart()).headers;
  if (parts.subject !== null && !headers.has('subject')) headers.add('Subject', parts.subject);
  if (parts.from !== null && !headers.has('from')) headers.add('From', parts.from);
  const html = parts.html === null ? null : htmlToText(parts.html.slice(0, MAX_TEXT * 4));
  const plain = unifyLineEnds(parts.text ?? '').trim();
  const attached: Message[] = [];
  for (const mail of parts.attachments.slice(0, MAX_ATTACHED))
    attached.push(await openMail(mail.subarray(0, MAX_BYTES), 1));
  const text = html?.text || plain;
  const quoted = attached.length === 0 ? openQuoted(text) : null;
  if (quoted) attached.push(quoted);
  return {
    form: 'mail',
    headers,
    // Outlook's plain text loses the lines of tables, so the HTML is read first.
    text,
    htmlText: html?.text ?? '',
    linkTargets: html?.linkTargets ?? [],
    parts: [],
    attached,
    warnings:
      parts.attachments.length > MAX_ATTACHED
        ? [{ key: 'engine.warnings.attachment-unread', values: {} }]
        : [],
  };
}

/** Fields of which every mail has two. */
const usual = new Set(
  'received return-path from to subject date message-id mime-version content-type delivered-to x-failed-recipients auto-submitted x-original-to'.split(
    ' ',
  ),
);

/**
 * A mail begins with its header block, perhaps after an mbox line:
 *
 *     From MAILER-DAEMON Mon Nov 23 09:00:00 2026
 *     Return-Path: <>
 */
export function looksLikeMail(text: string): boolean {
  let known = 0;
  let telling = false;
  let lines = 0;
  for (const line of text
    .slice(0, 4096)
    .trimStart()
    .split(/\r\n|\n|\r/)) {
    if (line.trim() === '') break;
    if (line[0] === ' ' || line[0] === '\t') continue;
    if (lines++ === 0 && /^>?From /.test(line)) continue;
    const label = line.slice(0, Math.max(0, line.indexOf(':'))).trimEnd();
    if (!isFieldName(label)) return known >= 3;
    if (usual.has(label.toLowerCase())) known++;
    if (/^(?:content-type|mime-version|received|return-path|subject)$/i.test(label)) telling = true;
  }
  return known >= 2 || (known === 1 && telling && lines === 1);
}

/** Drops what stands before the header block, and makes line feeds of lone carriage returns. */
function mailLines(bytes: Uint8Array, start: string): Uint8Array {
  const lone = !start.includes('\n') && start.includes('\r');
  const lines = lone ? bytes.map((byte) => (byte === 0x0d ? 0x0a : byte)) : bytes;
  let from = lines[0] === 0xef && lines[1] === 0xbb ? 3 : 0;
  while (lines[from] === 0x0a || lines[from] === 0x0d || lines[from] === 0x20) from++;
  const first = new TextDecoder('latin1').decode(lines.subarray(from, from + 6));
  if (/^>?From /.test(first)) {
    const end = lines.indexOf(0x0a, from);
    from = end < 0 ? from : end + 1;
  }
  return lines.subarray(from);
}
