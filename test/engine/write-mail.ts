/** Mails written line by line, as short as a test can make them. */

export const toBytes = (text: string) => new TextEncoder().encode(text);
export const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
export const utf16le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
export const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());

/** What Postfix writes of a user that does not exist. */
export const REASON = '<user@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown';
export const REPORT = [
  'This is the mail system at host mx.example.com.',
  '',
  "I'm sorry to have to inform you that your message could not",
  'be delivered to one or more recipients. It is attached below.',
  '',
  REASON,
  '',
].join('\n');

const FIELDS: Readonly<Record<string, string>> = {
  'Return-Path': '<>',
  From: 'Mail Delivery System <MAILER-DAEMON@mx.example.com>',
  To: 'training@company.example',
  Subject: 'Undelivered Mail Returned to Sender',
  Date: 'Mon, 23 Nov 2026 09:00:00 +0000',
  'MIME-Version': '1.0',
};

/**
 * A bounce by Postfix without further parts.
 * @param fields take the place of the usual ones; null leaves one out
 */
export function bounce(body = REPORT, fields: Record<string, string | null> = {}): string {
  const header = Object.entries({ ...FIELDS, ...fields }).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  );
  return [...header, '', body].join('\n');
}

/**
 * A mail of parts, each with its own header lines.
 * @param type with its parameters, behind `multipart/`
 */
export function multipart(
  parts: readonly string[],
  fields: Record<string, string | null> = {},
  type = 'mixed',
): string {
  let depth = 0;
  while (parts.some((part) => part.includes(`limit-${depth}-`))) depth++;
  const limit = `limit-${depth}-`;
  const body = parts.map((part) => `--${limit}\n${part}\n`).join('') + `--${limit}--\n`;
  return bounce(body, { 'Content-Type': `multipart/${type}; boundary="${limit}"`, ...fields });
}

export const STATUS_PART = [
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.example.com',
  '',
  'Final-Recipient: rfc822; user@example.com',
  'Action: failed',
  'Status: 5.1.1',
  'Remote-MTA: dns; mail.example.com',
  'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
  '',
].join('\n');

export const RETURNED_PART = [
  'Content-Type: text/rfc822-headers',
  '',
  'From: training@company.example',
  'To: user@example.com',
  'Subject: Your training is waiting',
  'Message-ID: <1@company.example>',
  'Date: Mon, 23 Nov 2026 08:00:00 +0000',
  '',
].join('\n');

/** A whole report: what people read, what machines read, what came back. */
export const fullReport = (fields: Record<string, string | null> = {}, parts: readonly string[] = []) =>
  multipart(
    [`Content-Type: text/plain\n\n${REPORT}`, STATUS_PART, RETURNED_PART, ...parts],
    fields,
    'report; report-type=delivery-status',
  );
