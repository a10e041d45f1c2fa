import type { Attachment, Email } from 'postal-mime';

/**
 * The class that Exchange gives such an item. Outlook starts no add-in on the REPORT classes; this
 * mailbox does, so that one can see what the panel would say.
 */
export function itemClassOf(email: Email): string {
  const type = email.headers.find(({ key }) => key === 'content-type')?.value ?? '';
  const report = /^multipart\/report\b/i.test(type) ? /report-type="?([\w-]+)/i.exec(type)?.[1] : undefined;
  if (report?.toLowerCase() === 'disposition-notification') return 'REPORT.IPM.Note.IPNRN';
  if (report?.toLowerCase() !== 'delivery-status') return 'IPM.Note';
  const actions = fieldsOf(email, 'Action').map((action) => action.toLowerCase());
  if (actions.includes('failed') || actions.length === 0) return 'REPORT.IPM.Note.NDR';
  return actions.includes('delayed') ? 'REPORT.IPM.Note.Delayed' : 'REPORT.IPM.Note.DR';
}

/** The addresses that a report is about, as Exchange writes them into the item's recipients. */
export function reportedRecipientsOf(email: Email): string[] {
  const addresses = fieldsOf(email, 'Final-Recipient').map((field) => field.replace(/^[^;]*;\s*/, ''));
  return [...new Set(addresses)];
}

export function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}

/** The values of a field of the delivery status, one per recipient. */
function fieldsOf(email: Email, name: string): string[] {
  const status = email.attachments.find(({ mimeType }) => mimeType.endsWith('delivery-status'));
  const text = status ? new TextDecoder().decode(bytesOf(status)) : '';
  const field = new RegExp(`^${name}:[ \\t]*(\\S.*?)\\s*$`, 'gim');
  return [...text.matchAll(field)].map(([, value]) => value ?? '');
}
