/** One report in a mail system's frame, and what must be read in it. */
import { bounce, multipart } from '../write-mail';

export type Expected = [
  address: string | null,
  replyCode: string | null,
  status: string | null,
  cause: string,
];

export interface Dialect {
  name: string;
  from?: string;
  subject: string;
  fields?: Record<string, string | null>;
  body: string;
  /** Text of the delivery-status part; none where the system writes none. */
  status?: string;
  html?: boolean;
  /** The text itself names nobody. */
  isNamedInHeader?: boolean;
  expected: Expected[];
}

/** The mail that such a system sends. */
export function mailOf({ from, subject, fields, body, status, html }: Dialect): string {
  const header = {
    ...(from === undefined ? {} : { From: from }),
    Subject: subject,
    ...fields,
  };
  const type = `text/${html ? 'html' : 'plain'}; charset=utf-8`;
  if (status === undefined) return bounce(body.trimStart(), { 'Content-Type': type, ...header });
  return multipart(
    [`Content-Type: ${type}\n\n${body.trimStart()}`, `Content-Type: message/delivery-status\n\n${status}`],
    header,
    'report; report-type=delivery-status',
  );
}
