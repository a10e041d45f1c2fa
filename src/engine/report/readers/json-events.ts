/**
 * Events of a sending service, one object or a list of them, or one a line:
 *
 *     {"event":"dropped","reason":"Bounced Address","email":"user@example.com"}
 */
import type { Action } from '../../explanation';
import { findAddress, trimAddress } from '../addresses';
import { readCodes, readStatus } from '../codes';
import { finding, type Finding, type Reader } from '../finding';

const TEXT_FIELDS = [
  'reason',
  'response',
  'description',
  'diagnosticCode',
  'smtp-response',
  'error',
  'errorMessage',
  'details',
  'message',
];
const ADDRESS_FIELDS = ['email', 'recipient', 'emailAddress', 'rcpt_to', 'to', 'Email'];
const EVENT_FIELDS = [
  'event',
  'type',
  'Type',
  'eventType',
  'notificationType',
  'lastSendingStatus',
  'status',
];
/** Objects inside one another that are walked into. */
const MAX_DEPTH = 6;
const MAX_EVENTS = 2000;

export const jsonEvents: Reader = {
  id: 'json-events',
  read({ lines }) {
    const first = lines.find((line) => line.trim() !== '')?.trim() ?? '';
    if (!/^(?:\{|\[\s*(?:\{|$))/.test(first)) return [];
    const found: Finding[] = [];
    for (const value of values(lines)) walk(value, 0, found);
    return found;
  },
};

function values(lines: string[]): unknown[] {
  const text = lines.join('\n');
  const whole = parse(text);
  if (whole !== undefined) return [whole];
  // One object a line, with a comma between them or without; other lines are a mail's greeting and footer.
  const each = lines
    .filter((line) => /^\s*[{[]/.test(line))
    .slice(0, MAX_EVENTS)
    .flatMap((line) => parse(line.replace(/,\s*$/, '')) ?? []);
  if (each.length > 0) return each;
  // A relay broke the line, as old ones do: `…!` and a space on the next.
  const mended = text.replace(/!\n ?/g, '').replaceAll('\n', ' ');
  return [parse(mended.slice(0, mended.lastIndexOf('}') + 1))].filter((value) => value !== undefined);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function walk(value: unknown, depth: number, found: Finding[]): void {
  // A notification may carry its event as text: `"Message":"{\"notificationType\":…}"`
  if (typeof value === 'string' && /^\s*[{[]/.test(value)) {
    walk(parse(value), depth + 1, found);
    return;
  }
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH || found.length >= MAX_EVENTS) return;
  if (Array.isArray(value)) {
    for (const item of value) walk(item, depth + 1, found);
    return;
  }
  const event = value as Record<string, unknown>;
  // Amazon SES: `{"notificationType":"Delivery",…"delivery":{"recipients":["user@example.com"]}}`
  if (textOf(event, ['notificationType', 'eventType']) === 'Delivery') {
    found.push(...deliveredTo(event));
    return;
  }
  const address = findAddress(textOf(event, ADDRESS_FIELDS))?.text;
  const said = textOf(event, TEXT_FIELDS);
  const name = textOf(event, EVENT_FIELDS);
  if (address && (said || name)) {
    const codes = readCodes(said);
    found.push(
      finding({
        address: trimAddress(address),
        action: actionOf(name, textOf(event, ['action'])),
        replyCode: codes.replyCode,
        status: codes.status ?? readStatus(textOf(event, ['status'])),
        // The event as the service writes it, for rows that know its fields.
        prose: JSON.stringify(event).slice(0, 4000),
        diagnostic: [name, said].filter((part) => part !== '').join(': '),
      }),
    );
    return;
  }
  for (const inner of Object.values(event)) walk(inner, depth + 1, found);
}

function deliveredTo({ delivery }: Record<string, unknown>): Finding[] {
  const recipients = (delivery as { recipients?: unknown } | undefined)?.recipients;
  return (Array.isArray(recipients) ? recipients : []).flatMap((recipient) => {
    const address = typeof recipient === 'string' ? findAddress(recipient)?.text : undefined;
    return address
      ? [finding({ address: trimAddress(address), action: 'delivered', diagnostic: 'Delivery' })]
      : [];
  });
}

/** A service's name for what happened, or RFC 3464's own word. */
function actionOf(event: string, action: string): Action | null {
  if (/^(?:delivered|delivery|processed|open|click|send)$/i.test(event)) return 'delivered';
  return /^failed$/i.test(action) ? 'failed' : /^delayed$/i.test(action) ? 'delayed' : null;
}

function textOf(event: Record<string, unknown>, names: string[]): string {
  for (const name of names) {
    const value = event[name];
    if (typeof value === 'string' && value !== '') return value.slice(0, 4000);
  }
  return '';
}
