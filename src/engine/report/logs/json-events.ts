/**
 * Events of a sending service, one object or a list of them, one a line, or behind the words of a log:
 *
 *     {"event":"dropped","reason":"Bounced Address","email":"user@example.com"}
 *     2026-11-23 09:12:00 webhook {"event":"failed","recipient":"user@example.com","delivery-status":{"code":550,…}}
 */
import { MAX_RECIPIENTS } from '../../mail/limits';
import { addressesIn } from '../addresses';
import { hasCode, readCodes, readStatus, type Codes } from '../codes';
import { finding, type Finding, type Reader } from '../finding';
import { parse, valuesIn } from './json-in-text';
import { isField, outcomeOf, type FieldKind } from './outcome';

/** Objects inside one another that are walked into. */
const MAX_DEPTH = 6;
/** Answers kept of the objects around an event. */
const MAX_ANSWERS = 5;
/** Characters kept of one value. */
const MAX_VALUE = 4000;
/** What was sent, not what became of it: its fields name the sender, and recipients that nothing happened to. */
const SENT: ReadonlySet<string> = new Set(['mail', 'headers', 'commonheaders', 'envelope', 'tags']);

type Fields = Record<string, unknown>;

export const jsonEvents: Reader = {
  id: 'json-events',
  read({ form, lines }) {
    const first = lines.find((line) => line.trim() !== '')?.trim() ?? '';
    // A mail begins with its JSON; what is pasted may have words of a log in front.
    if (!/^(?:\{|\[\s*(?:\{|$))/.test(first) && form === 'mail') return [];
    const found: Finding[] = [];
    for (const value of valuesIn(lines)) walk(value, NOTHING_ABOVE, 0, found);
    return found;
  },
};

/** What the objects around an event say. */
interface Above {
  state: string;
  answers: readonly string[];
}
const NOTHING_ABOVE: Above = { state: '', answers: [] };

function walk(value: unknown, above: Above, depth: number, found: Finding[]): void {
  // A notification may carry its event as text: `"Message":"{\"notificationType\":…}"`
  if (typeof value === 'string' && /^\s*[{[]/.test(value)) {
    walk(parse(value), above, depth + 1, found);
    return;
  }
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH || found.length >= MAX_RECIPIENTS)
    return;
  if (Array.isArray(value)) {
    for (const item of value) walk(item, above, depth + 1, found);
    return;
  }
  const event = value as Fields;
  const state = `${above.state} ${textsOf(event, 'state').join(' ')}`.trim();
  const addresses = recipientsOf(event);
  if (addresses.length > 0) {
    const read = readEvent(event, { ...above, state });
    if (read) for (const address of addresses) found.push(finding({ ...read, address }));
    return;
  }
  // A service may keep its answer apart from the recipient: `"email":{"recipient":{…}},"morph":{"reason":"…"}`
  const answers = [...above.answers, ...textsOf(event, 'answer', 1)].slice(0, MAX_ANSWERS);
  for (const [name, inner] of Object.entries(event))
    if (!isSent(name)) walk(inner, { state, answers }, depth + 1, found);
}

/**
 * An object that names a recipient.
 * @returns what is said of all its recipients; null where it does not say what became of the mail (`processed`, `accepted`)
 */
function readEvent(event: Fields, { state, answers: above }: Above): Partial<Finding> | null {
  const own = textsOf(event, 'answer', INSIDE);
  const answers = own.length > 0 ? own : above;
  // Of several texts, one with a code is the server's own.
  const said = answers.find((text) => hasCode(readCodes(text))) ?? answers[0] ?? '';
  const codes = withFields(readCodes(said), event);
  const action = outcomeOf(state);
  if (action === null && said === '' && !hasCode(codes)) return null;
  const [name = state] = textsOf(event, 'state').filter((text) => readStatus(text) === null);
  return {
    action,
    replyCode: codes.replyCode,
    status: codes.status,
    // The event as the service writes it, for rows that know its fields.
    prose: JSON.stringify(event).slice(0, MAX_VALUE),
    diagnostic: [name, said].filter((part) => part !== '').join(': '),
  };
}

function recipientsOf(event: Fields): string[] {
  const found = new Set<string>();
  for (const [name, value] of Object.entries(event)) {
    if (found.size >= MAX_RECIPIENTS) break;
    if (!isField(name, 'recipient')) continue;
    for (const text of Array.isArray(value) ? (value as unknown[]) : [value])
      if (typeof text === 'string')
        for (const address of addressesIn(text.slice(0, MAX_VALUE).replaceAll(',', '\n'))) found.add(address);
  }
  return [...found];
}

/** Codes that stand in fields of their own: `"code": 550, "enhanced-code": "5.7.1"`. */
function withFields({ replyCode, status }: Codes, event: Fields): Codes {
  const code = textsOf(event, 'replyCode', INSIDE).find((text) => /^[45]\d\d$/.test(text));
  const fine = textsOf(event, 'status', INSIDE).flatMap((text) => readStatus(text) ?? []);
  return { replyCode: replyCode ?? code ?? null, status: status ?? fine[0] ?? null };
}

/** How deep an event's own objects are looked into. */
const INSIDE = 2;

/** The texts, and numbers, of an event's fields of a kind; those of the objects inside come behind its own. */
function textsOf(event: Fields, kind: FieldKind, depth = 0): string[] {
  const own: string[] = [];
  const inner: string[] = [];
  for (const [name, value] of Object.entries(event)) {
    if (typeof value === 'object' && value !== null) {
      if (depth > 0 && !isSent(name))
        for (const one of (Array.isArray(value) ? value.slice(0, 5) : [value]) as unknown[])
          if (typeof one === 'object' && one !== null) inner.push(...textsOf(one as Fields, kind, depth - 1));
    } else if (isField(name, kind) && (typeof value === 'string' || typeof value === 'number')) {
      const text = String(value).slice(0, MAX_VALUE).trim();
      if (text !== '') own.push(text);
    }
  }
  return [...own, ...inner];
}

const isSent = (name: string) => SENT.has(name.toLowerCase()) || isField(name, 'sender');
