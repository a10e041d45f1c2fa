/**
 * Outlook's .msg. A report saved as .msg has lost its delivery-status part: what it said stands in the
 * recipient table (MS-OXCMAIL 2.2.3.7), and is put back into RFC 3464 fields here.
 */
import MsgReader, { type FieldsData } from '@kenjiuno/msgreader';
import { InputError } from '../input';
import { unifyLineEnds } from './bytes';
import { Headers, parseHeaderBlock } from './headers';
import { htmlToText } from './html-to-text';
import { MAX_TEXT } from './limits';
import { messageOf, partOf, type Message, type Part } from './message';

/** Property tags (MS-OXPROPS), identifier only. */
const SUPPLEMENTARY_INFO = '0c1b';
const REPORT_TEXT = '1001';
const REMOTE_MTA = '0c21';

/** @throws InputError `broken-msg` */
export function openMsg(bytes: Uint8Array): Message {
  let fields: FieldsData;
  try {
    const copy = bytes.slice().buffer;
    const reader = new MsgReader(copy);
    reader.parserConfig = { includeRawProps: true };
    fields = reader.getFileData();
  } catch (error) {
    throw new InputError('broken-msg', `the .msg file cannot be read: ${String(error)}`);
  }
  if (fields.error) throw new InputError('broken-msg', `the .msg file cannot be read: ${fields.error}`);
  if (
    !fields.subject &&
    !fields.body &&
    !fields.headers &&
    !fields.recipients?.length &&
    !fields.rawProps?.length
  ) {
    throw new InputError('broken-msg', 'the .msg file holds no message');
  }
  const headers = fields.headers ? parseHeaderBlock(unifyLineEnds(fields.headers)).headers : new Headers();
  if (fields.subject && !headers.has('subject')) headers.add('Subject', fields.subject);
  const from = fields.senderSmtpAddress ?? fields.senderEmail;
  if (from && !headers.has('from')) headers.add('From', from);
  const html = fields.html ? htmlToText(new TextDecoder().decode(fields.html).slice(0, MAX_TEXT * 4)) : null;
  const plain = unifyLineEnds(fields.body ?? property(fields, REPORT_TEXT) ?? '').trim();
  return messageOf({
    headers,
    text: plain || html?.text || '',
    htmlText: html?.text ?? '',
    linkTargets: html?.linkTargets ?? [],
    parts: statusPart(fields.recipients ?? []),
  });
}

function statusPart(recipients: FieldsData[]): Part[] {
  const blocks = recipients.flatMap((recipient) => {
    const said = property(recipient, SUPPLEMENTARY_INFO);
    const address = recipient.smtpAddress ?? recipient.email;
    if (!said || !address) return [];
    const remote = property(recipient, REMOTE_MTA);
    const lines = [
      `Final-Recipient: rfc822; ${address}`,
      'Action: failed',
      `X-Supplementary-Info: ${oneLine(said)}`,
    ];
    if (remote) lines.push(`Remote-MTA: dns; ${oneLine(remote)}`);
    return [lines.join('\n')];
  });
  if (blocks.length === 0) return [];
  return [partOf('message/delivery-status', null, blocks.join('\n\n'))];
}

/** A recipient table cannot be made to hold further fields. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function property(fields: FieldsData, id: string): string | null {
  const found = fields.rawProps?.find(({ propertyTag }) => propertyTag?.toLowerCase().startsWith(id));
  return typeof found?.value === 'string' ? found.value : null;
}
