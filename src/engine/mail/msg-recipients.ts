/**
 * A report saved as .msg has lost its delivery-status part. What it said stands in the table of recipients
 * (MS-OXCMAIL, 2.2.3.7.1) and becomes RFC 3464 fields again:
 *
 *     39FE  user@example.com                               Final-Recipient
 *     0C1B  <mx.example.com #5.1.10 smtp;550 5.1.10 …>     X-Supplementary-Info, Status, Remote-MTA
 *     0C20  511                                            Status, where the line above has none: 5.1.1
 *     0C21  mx.example.com                                 Remote-MTA
 */
import type { Action } from '../explanation';
import { MAX_FIELD, MAX_RECIPIENTS } from './limits';
import { partOf, type Part } from './message';
import { HEADER_SIZE, Properties } from './msg-properties';

/** Property numbers (MS-OXPROPS). */
const MESSAGE_CLASS = 0x001a;
const REPORTING_MTA = 0x6820;
const REASON_CODE = 0x0c04;
const DIAGNOSTIC_CODE = 0x0c05;
const SUPPLEMENTARY_INFO = 0x0c1b;
const STATUS_CODE = 0x0c20;
const REMOTE_MTA = 0x0c21;
const REPORT_TEXT = 0x1001;
/** SMTP address, address, simple and display names: a name is often the address. */
const ADDRESSES = [0x39fe, 0x3003, 0x5ff6, 0x3001] as const;

/** Ends of a report's message class (MS-OXCMAIL, 2.2.3.7.1.1), longer ones first. */
const ACTIONS: readonly (readonly [string, Action])[] = [
  ['.ndr', 'failed'],
  ['.delayed.dr', 'delayed'],
  ['.relayed.dr', 'relayed'],
  ['.expanded.dr', 'expanded'],
  ['.dr', 'delivered'],
];

/**
 * Diagnostic codes of X.400 that mean one status (MS-OXCMAIL, 2.2.3.7.1.3): 48 is a bad domain. They count
 * where a report has no status, as those of old Exchange servers have none.
 */
const STATUS_OF_DIAGNOSTIC: Readonly<Record<number, string>> = {
  1: '5.1.4',
  30: '5.2.4',
  32: '5.1.3',
  40: '5.1.6',
  48: '5.1.2',
};

/**
 * What a report's class says became of its recipients: `REPORT.IPM.Note.NDR` → `failed`; null for other
 * mails. A mail sent again keeps the old answers in its table, so the table alone is no report.
 */
export function actionOf(message: Properties): Action | null {
  const messageClass = message.text(MESSAGE_CLASS)?.toLowerCase() ?? '';
  if (!messageClass.startsWith('report.')) return null;
  return ACTIONS.find(([end]) => messageClass.endsWith(end))?.[1] ?? null;
}

interface Recipient {
  properties: Properties;
  /** Null where the table has no address with an `@`. */
  address: string | null;
  /** Its address, or else what it is called. */
  name: string | null;
}

export const recipientsOf = (message: Properties, limit: number): Recipient[] =>
  message
    .storages('__recip_version1.0')
    .slice(0, limit)
    .map((storage) => {
      const properties = new Properties(storage, HEADER_SIZE.other, message.fileSize, message);
      const names = ADDRESSES.flatMap((id) => properties.text(id) ?? []);
      // Exchange's own form of an address begins with a slash: /o=Example/ou=…/cn=…
      const proper = names.filter((name) => !name.startsWith('/'));
      const address = proper.find((name) => name.includes('@')) ?? null;
      return { properties, address, name: address ?? proper[0] ?? null };
    });

/** @returns the delivery-status part of a report; null where the message is none, or names nobody */
export function statusPart(message: Properties): Part | null {
  const action = actionOf(message);
  if (action === null) return null;
  const blocks = recipientsOf(message, MAX_RECIPIENTS).map((recipient) => blockOf(recipient, action));
  if (blocks.length === 0) return null;
  const reporter = field('Reporting-MTA', 'dns; ', message.text(REPORTING_MTA));
  return partOf('message/delivery-status', null, [...reporter, ...blocks].join('\n\n'));
}

function blockOf({ properties, address, name }: Recipient, action: Action): string {
  const info = properties.text(SUPPLEMENTARY_INFO);
  // `<mx.example.com #5.1.10`; the host is left out where nobody was asked.
  const [, host, status] =
    /^[#\s]{0,3}<\s?([^\s#<>]{0,255})\s?#(\d\.\d{1,3}\.\d{1,3})(?!\d)/.exec(info ?? '') ?? [];
  return [
    ...field('Final-Recipient', address ? 'rfc822; ' : 'unknown; ', name ?? 'unknown'),
    ...field('Action', '', action),
    ...field('Status', '', status ?? statusOf(properties)),
    ...field('Remote-MTA', 'dns; ', properties.text(REMOTE_MTA) ?? host ?? null),
    ...field('X-Supplementary-Info', '', info),
    ...field('Diagnostic-Code', 'x-report; ', info ? null : properties.text(REPORT_TEXT)),
  ].join('\n');
}

/**
 * The status as a number: 511 is 5.1.1. Exchange writes 0 for a detail above 9, so 510 may be 5.1.0 or 5.1.10,
 * and counts as no status.
 */
function statusOf(recipient: Properties): string | null {
  const digits = String(recipient.integer(STATUS_CODE) ?? '');
  if (/^[245][0-7][1-9]$/.test(digits)) return [...digits].join('.');
  const diagnostic = recipient.integer(DIAGNOSTIC_CODE);
  if (digits !== '' || diagnostic === null) return null;
  if (diagnostic === 35 && recipient.integer(REASON_CODE) === 1) return '5.1.1';
  return STATUS_OF_DIAGNOSTIC[diagnostic] ?? null;
}

/** In one line: the table of recipients cannot be made to hold further fields. */
const field = (name: string, type: string, value: string | null): string[] =>
  value?.trim() ? [`${name}: ${type}${value.slice(0, MAX_FIELD).replace(/\s+/g, ' ').trim()}`] : [];
