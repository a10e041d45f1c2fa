import type { Mail } from '../page/mail';

/** What a report says of one recipient (RFC 3464), unfolded; empty where it says nothing. */
export interface FailedRecipient {
  address: string;
  /** `5.1.1` */
  status: string;
  /** `smtp; 550 5.1.1 User unknown` */
  diagnostic: string;
  remoteMta: string;
}

/** The recipients in a report's delivery-status part; empty for a mail that has none. */
export function failedRecipients(mail: Mail): FailedRecipient[] {
  const part = mail.attachments.find(({ contentType }) => contentType.endsWith('delivery-status'));
  if (!part) return [];
  const text = new TextDecoder().decode(part.bytes).replace(/\r?\n[ \t]+/g, ' ');
  return text.split(/(?:\r?\n){2,}/).flatMap((block) => {
    const field = (name: string): string =>
      new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(block)?.[1]?.trim() ?? '';
    const address = withoutType(field('Final-Recipient') || field('Original-Recipient'));
    if (!address) return [];
    return [
      {
        address,
        status: field('Status'),
        diagnostic: field('Diagnostic-Code'),
        remoteMta: withoutType(field('Remote-MTA')),
      },
    ];
  });
}

/** `rfc822; user@example.com` without what comes before the semicolon. */
const withoutType = (value: string): string => value.replace(/^[^;]*;\s*/, '').replace(/^<|>$/g, '');
