/** One report in a mail system's frame, and what must be read in it. */
import { bounce, multipart } from '../write-mail';

export interface Dialect {
  name: string;
  from?: string;
  subject: string;
  fields?: Record<string, string>;
  /** Lines. */
  body: string[];
  /** Lines of the delivery-status part; none where the system writes none. */
  status?: string[];
  html?: boolean;
  /** The text itself names nobody. */
  isNamedInHeader?: boolean;
  /** Address, reply code, status and cause of each recipient. */
  expected: (string | null)[][];
}

/** The mail that such a system sends. */
export function mailOf({ from, subject, fields, body, status, html }: Dialect): string {
  const header = {
    ...(from === undefined ? {} : { From: from }),
    Subject: subject,
    ...fields,
  };
  const type = `text/${html ? 'html' : 'plain'}; charset=utf-8`;
  const text = `${body.join('\n')}\n`;
  if (status === undefined) return bounce(text, { 'Content-Type': type, ...header });
  return multipart(
    [`Content-Type: ${type}\n\n${text}`, `Content-Type: message/delivery-status\n\n${status.join('\n')}\n`],
    header,
    'report; report-type=delivery-status',
  );
}
