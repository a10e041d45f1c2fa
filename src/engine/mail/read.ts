/** Any input → one message. */
import { InputError, type Input, type MessageParts } from '../input';
import { openAttached, warn } from './attached';
import { isMsg, refuseNonText, unifyLineEnds } from './bytes';
import { decodeText, latin1 } from './charset';
import { Headers, isFieldName, parseHeaderBlock } from './headers';
import { htmlToText } from './html-to-text';
import { MAX_BYTES, MAX_TEXT } from './limits';
import type { Text } from '../explanation';
import { messageOf, type Message } from './message';
import { openMail, openRaw } from './open-mail';

/** @param count characters that were not read */
const leftOut = (count: number): Text => ({
  key: 'engine.warnings.text-left-out',
  values: { count: String(count) },
});

/**
 * @returns at once, except for a .msg file, whose reader has to be loaded
 * @throws InputError where the input holds no text (`empty`, `binary`, `broken-msg`)
 */
export function readMessage(input: Input): Message | Promise<Message> {
  if (typeof input === 'string') return readText(input);
  if (!(input instanceof Uint8Array)) return readParts(input);
  if (isMsg(input)) return readMsg(input);
  return input.length > MAX_BYTES ? readBeginning(input) : readBytes(input);
}

/** Loaded only for .msg files: nobody else should wait for the reader. */
async function readMsg(bytes: Uint8Array): Promise<Message> {
  const { openMsg } = await import(/* webpackChunkName: "msg" */ './msg');
  return openMsg(bytes);
}

function readBeginning(bytes: Uint8Array): Message {
  const message = readBytes(bytes.subarray(0, MAX_BYTES));
  const { key } = leftOut(0);
  const said = message.warnings.find((warning) => warning.key === key);
  if (said === undefined) warn(message, 'truncated');
  else said.values.count = String(Number(said.values.count) + bytes.length - MAX_BYTES);
  return message;
}

function readBytes(bytes: Uint8Array): Message {
  const raw = latin1(bytes[0] === 0xef && bytes[1] === 0xbb ? bytes.subarray(3) : bytes);
  if (looksLikeMail(raw)) return openRaw(raw);
  refuseNonText(bytes);
  return readText(decodeText(bytes));
}

function readText(text: string): Message {
  const clean = unifyLineEnds(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  if (clean.trim() === '') throw new InputError('empty', 'the text is empty');
  if (looksLikeMail(clean)) return openRaw(latin1(new TextEncoder().encode(clean.slice(0, MAX_BYTES))));
  return messageOf({
    form: 'text',
    ...textOf(clean.slice(0, MAX_TEXT)),
    warnings: clean.length > MAX_TEXT ? [leftOut(clean.length - MAX_TEXT)] : [],
  });
}

/** Pasted text may be a saved page. */
function textOf(text: string): Partial<Message> {
  if (!/^\s*<(?:!doctype html|html|body|div|table|p)\b/i.test(text)) return { text };
  const html = htmlToText(text);
  return { ...html, htmlText: html.text };
}

function readParts(parts: MessageParts): Message {
  const headers =
    parts.headers === null
      ? new Headers()
      : parseHeaderBlock(unifyLineEnds(parts.headers).trimStart()).headers;
  if (parts.subject !== null && !headers.has('subject')) headers.add('Subject', parts.subject);
  if (parts.from !== null && !headers.has('from')) headers.add('From', parts.from);
  const html = parts.html === null ? null : htmlToText(parts.html.slice(0, MAX_TEXT * 4));
  const plain = unifyLineEnds(parts.text ?? '').trim();
  const message = messageOf({
    headers,
    // Outlook's plain text loses the lines of tables, so the HTML is read first.
    text: html?.text || plain,
    htmlText: html?.text ?? '',
    linkTargets: html?.linkTargets ?? [],
    hasForm: html?.hasForm ?? false,
  });
  openAttached(message, parts.attachments, 0, (mail, depth) => openMail(mail.subarray(0, MAX_BYTES), depth));
  if (parts.hasUnreadAttachments) warn(message, 'attachment-unread');
  if (parts.hasUnreadBody) warn(message, 'body-unread');
  return message;
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
  const whole = text.slice(0, 4096).replace(/^(?:[ \t]*\r?\n)+/, '');
  // Pasted from a page: what is indented as a whole has no folded lines.
  const indent = /^[ \t]+/.exec(whole)?.[0];
  if (indent !== undefined && whole.includes(`\n${indent}`)) return false;
  const top = whole.trimStart();
  const start = top.includes('\n') ? top : unifyLineEnds(top);
  // A log may begin each of its lines with `Date:`.
  const known = new Set<string>();
  let telling = false;
  let lines = 0;
  for (let at = 0, stop: number; at < start.length; at = stop + 1) {
    stop = start.indexOf('\n', at);
    if (stop < 0) stop = start.length;
    const line = start.slice(at, stop);
    if (line.trim() === '') break;
    if (line[0] === ' ' || line[0] === '\t') continue;
    if (lines++ === 0 && /^>?From /.test(line)) continue;
    const label = line
      .slice(0, Math.max(0, line.indexOf(':')))
      .replaceAll('\r', '')
      .trimEnd();
    // `Status           : Failed` is a list of properties (PowerShell), unless a field of mail stood before it.
    if (!isFieldName(label) || (!telling && /[ \t]{2}:/.test(line.slice(0, 60)))) return false;
    if (usual.has(label.toLowerCase()) && known.add(label.toLowerCase()).size >= 3) return true;
    if (/^(?:content-type|mime-version|received|return-path|subject)$/i.test(label)) telling = true;
  }
  // A subject alone is the first line of a pasted text.
  return known.size >= 2 || (known.size === 1 && telling && lines === 1 && !known.has('subject'));
}
