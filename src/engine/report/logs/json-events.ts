/**
 * Events of a sending service, one object or a list of them, one a line, or behind the words of a log:
 *
 *     {"event":"dropped","reason":"Bounced Address","email":"user@example.com"}
 *     2026-11-23 09:12:00 webhook {"event":"failed","recipient":"user@example.com","delivery-status":{"code":550,…}}
 */
import logs from '../../../knowledge/logs.json';
import { MAX_RECORDS } from '../../mail/limits';
import { addressesIn } from '../addresses';
import { hasCode, readCodes, readStatus, speaksSmtp, type Codes } from '../../answer/codes';
import { recordOf, type DeliveryRecord } from '../../record/record';
import { timeAtStart } from '../../record/time';
import type { Reader } from '../reader';
import { parse, valuesIn } from './json-in-text';
import { categoryOf } from '../../record/category';
import { actionOfEvent, eventOf, type EventKind } from '../../record/outcome';
import { isField, isOfMail, isSaid, type FieldKind } from './fields';
import { traceCategory } from './message-trace';

/** Objects and texts of JSON inside one another that are walked into; a queue's message about a notification has ten. */
const MAX_DEPTH = 12;
/** Answers kept of the objects around an event. */
const MAX_ANSWERS = 5;
/** Characters kept of one value. */
const MAX_VALUE = 4000;
type Fields = Record<string, unknown>;

export const jsonEvents: Reader = {
  id: 'json-events',
  naming: 'field',
  read({ form, lines }) {
    const first = lines.find((line) => line.trim() !== '')?.trim() ?? '';
    // A mail begins with its JSON; what is pasted may have words of a log in front.
    if (!/^(?:\{|\[\s*(?:\{|$))/.test(first) && form === 'mail') return [];
    const found: DeliveryRecord[] = [];
    const values = valuesIn(lines);
    for (const value of values) walk(value, NOTHING_ABOVE, 0, found);
    // An error that a program prints as JSON names nobody: `{"error":{"code":"…","message":"…"}}`
    return found.length > 0 || form === 'mail' || !/^[{[]/.test(first)
      ? found
      : values.slice(0, MAX_ANSWERS).flatMap(errorIn);
  },
};

/** What an object says that names no recipient. Only its words count: its numbers are those of a program. */
function errorIn(value: unknown): DeliveryRecord[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const diagnostic = textsOf(value as Fields, 'answer', INSIDE).join('\n');
  return diagnostic === ''
    ? []
    : [
        recordOf({
          diagnostic,
          ...answerCodes(diagnostic),
          prose: JSON.stringify(value).slice(0, MAX_VALUE),
        }),
      ];
}

/** A lone number may be HTTP's: 404 and 503 are, 552 is SMTP's alone. */
const isHttpStatus = (code: string | null) => /^(?:4[0-4]\d|45[01]|50\d|51[01])$/.test(code ?? '');
const answerCodes = (text: string): Codes => {
  const codes = readCodes(text);
  return codes.status === null && isHttpStatus(codes.replyCode) && !speaksSmtp(text)
    ? { replyCode: null, status: null }
    : codes;
};

/** What the objects around an event say. */
interface Above {
  state: string;
  answers: readonly string[];
  /** The same as JSON, for rows that know a service's fields. */
  said: readonly string[];
}
const NOTHING_ABOVE: Above = { state: '', answers: [], said: [] };

function walk(value: unknown, above: Above, depth: number, found: DeliveryRecord[]): void {
  // A notification may carry its event as text: `"Message":"{\"notificationType\":…}"`
  if (typeof value === 'string' && /^\s*[{[]/.test(value)) {
    walk(parse(value), above, depth + 1, found);
    return;
  }
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH || found.length >= MAX_RECORDS) return;
  if (Array.isArray(value)) {
    for (const item of value) walk(item, above, depth + 1, found);
    return;
  }
  const event = value as Fields;
  const state = `${above.state} ${textsOf(event, 'state').join(' ')}`.trim();
  const addresses = recipientsOf(event);
  if (addresses.length > 0) {
    const read = readEvent(event, { ...above, state }) ?? underway(event, { ...above, state });
    if (read) for (const address of addresses) found.push(recordOf({ ...read, address }));
    return;
  }
  // A service may keep its answer apart from the recipient: `"email":{"recipient":{…}},"morph":{"reason":"…"}`
  // What stands in a list, or beside another recipient, is said about that one.
  const answers = [...above.answers, ...textsOf(event, 'answer', 1, isNobodys)].slice(0, MAX_ANSWERS);
  const said = [...above.said, JSON.stringify(saidIn(event, false))];
  const before = found.length;
  for (const [name, inner] of Object.entries(event))
    if (!isSent(name)) walk(inner, { state, answers, said }, depth + 1, found);
  if (found.length === before && eventOf(state) === 'failed')
    found.push(...failedAsSent(event, { ...above, state, answers }));
}

/** What was refused before it was tried names its recipients only beside the mail: SES's `Reject`. */
function failedAsSent(event: Fields, above: Above): DeliveryRecord[] {
  const sent = Object.entries(event).flatMap(([name, value]) =>
    isSent(name) && typeof value === 'object' && value !== null ? recipientsOf(value as Fields) : [],
  );
  const read = sent.length > 0 ? readEvent(event, above) : null;
  return read ? sent.map((address) => recordOf({ ...read, address })) : [];
}

/**
 * An object that names a recipient.
 * @returns what is said of all its recipients; null where it does not say what became of the mail (`processed`, `accepted`)
 */
function readEvent(fields: Fields, above: Above): Partial<DeliveryRecord> | null {
  const { state } = above;
  const known = textsOf(fields, 'answer', INSIDE);
  // A field that nobody knows may hold the answer all the same: it begins with a code.
  const own = known.some((text) => hasCode(readCodes(text))) ? known : [...known, ...answersIn(fields)];
  const answers = own.length > 0 ? own : above.answers;
  // Of several texts, one with a code is the server's own.
  // A category, `user unknown`, gives way to the server's own sentence.
  const said =
    answers.find((text) => hasCode(readCodes(text))) ??
    answers.find((text) => categoryOf(text) === null && !isState(text)) ??
    answers[0] ??
    '';
  const codes = withFields(readCodes(said), fields);
  const names = Object.keys(fields);
  const isSuppressed = state === '' && names.some((name) => isField(name, 'suppressed'));
  const event = isSuppressed ? 'failed' : eventNamed(state);
  const named = [
    ...(isSuppressed ? [`suppressed ${said}`] : []),
    ...textsOf(fields, 'category', INSIDE),
    ...own,
    ...textsOf(fields, 'state', INSIDE),
  ];
  const category = named.map(categoryOf).find((found) => found !== null) ?? traceCategory(names, event);
  const action = actionOfEvent(event) ?? (event === 'engaged' ? 'delivered' : null);
  if (event === null && said === '' && category === null && !hasCode(codes)) return null;
  const [name = state] = textsOf(fields, 'state').filter((text) => readStatus(text) === null);
  return {
    action,
    event,
    category,
    messageKey: textsOf(fields, 'message', INSIDE)[0] ?? null,
    time:
      textsOf(fields, 'time', INSIDE)
        .map(timeAtStart)
        .find((time) => time !== null) ?? null,
    replyCode: codes.replyCode,
    status: codes.status,
    prose: proseOf(fields, above),
    diagnostic: [name, said].filter((part) => part !== '').join(': '),
  };
}

/** What says nothing known of the delivery; null where it is about no mail at all. A row may know its fields. */
function underway(fields: Fields, above: Above): Partial<DeliveryRecord> | null {
  const isOfMails =
    /\p{L}/u.test(above.state) || Object.keys(fields).some((name) => isField(name, 'message'));
  return isOfMails ? { event: 'underway', prose: proseOf(fields, above) } : null;
}

/** The event as the service writes it, for rows that know its fields. */
const proseOf = (fields: Fields, { said }: Above): string =>
  [JSON.stringify(saidIn(fields, true)), ...said].join('\n').slice(0, MAX_VALUE);

/** An event `spam` is a complaint; in a table it is a verdict. */
const eventNamed = (state: string): EventKind | null =>
  state !== '' && state.split(' ').every((word) => COMPLAINTS.has(word.toLowerCase()))
    ? 'complained'
    : eventOf(state);
const COMPLAINTS: ReadonlySet<string> = new Set(logs.complaints);

/** `"reason":"bounce"` */
const isState = (text: string) => text.length < MAX_STATE && eventOf(text) !== null;
const MAX_STATE = 40;

function recipientsOf(event: Fields): string[] {
  const found = new Set<string>();
  for (const [name, value] of Object.entries(event)) {
    if (found.size >= MAX_RECORDS) break;
    if (!isField(name, 'recipient')) continue;
    for (const text of Array.isArray(value) ? (value as unknown[]) : [value])
      if (typeof text === 'string')
        for (const address of addressesIn(text.slice(0, MAX_VALUE).replaceAll(',', '\n'))) found.add(address);
  }
  return [...found];
}

/** Codes that stand in fields of their own: `"code": 550, "enhanced-code": "5.7.1"`. */
function withFields({ replyCode, status }: Codes, event: Fields): Codes {
  const code = textsOf(event, 'replyCode', INSIDE).find((text) => /^[245]\d\d$/.test(text));
  const fine = textsOf(event, 'status', INSIDE).flatMap((text) => readStatus(text) ?? []);
  return { replyCode: replyCode ?? code ?? null, status: status ?? fine[0] ?? null };
}

/** How deep an event's own objects are looked into. */
const INSIDE = 2;

/** Objects that name no recipient of their own. */
const isNobodys = (value: unknown) => !Array.isArray(value) && recipientsOf(value as Fields).length === 0;

/** Texts of fields with unknown names that begin with both codes, as only a server's answer does. */
const answersIn = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    isAnswer(value) && !isOfMail(name) ? [value.slice(0, MAX_VALUE)] : [],
  );
const isAnswer = (value: unknown): value is string =>
  typeof value === 'string' && /^\s{0,4}[245]\d\d[ -]#?[245]\.\d{1,3}\.\d{1,3}\b/.test(value);

/** An event carried as text is walked into. */
const isJson = (text: string) => /^\s*\{/.test(text);

/**
 * Of an event, the fields that hold what was said; a recipient's are empty.
 * @param withLists those inside them, too: in an object around events, a list holds the events themselves
 */
function saidIn(event: Fields, withLists: boolean, depth = INSIDE): Fields {
  const said: Fields = {};
  for (const [name, value] of Object.entries(event)) {
    if (isField(name, 'recipient')) said[name] = null;
    else if (typeof value === 'string' || typeof value === 'number') {
      const text = String(value);
      if ((isAnswer(value) && !isOfMail(name)) || (isSaid(name) && !isJson(text)))
        said[name] = text.slice(0, MAX_VALUE);
    } else if (typeof value === 'object' && value !== null && depth > 0 && !isUnread(name))
      if (!Array.isArray(value)) {
        if (isNobodys(value)) Object.assign(said, named(name, saidIn(value as Fields, withLists, depth - 1)));
      } else if (withLists)
        said[name] = (value as unknown[])
          .slice(0, MAX_LISTED)
          .filter((one) => typeof one === 'object' && one !== null && isNobodys(one))
          .map((one) => saidIn(one as Fields, true, depth - 1));
  }
  return said;
}

/** `"reject":{"reason":"hard-bounce"}` is said as `"reject_reason"`, too: one service writes both. */
const named = (name: string, inside: Fields): Fields => ({
  [name]: inside,
  ...Object.fromEntries(
    Object.entries(inside).flatMap(([inner, value]) =>
      typeof value === 'string' ? [[`${name}_${inner}`, value]] : [],
    ),
  ),
});

/** Objects of a list inside an event that are read. */
const MAX_LISTED = 5;

/**
 * The texts, and numbers, of an event's fields of a kind; those of the objects inside come behind its own.
 * @param isRead which of the objects inside are read
 */
function textsOf(
  event: Fields,
  kind: FieldKind,
  depth = 0,
  isRead: (value: unknown) => boolean = () => true,
): string[] {
  const own: string[] = [];
  const inner: string[] = [];
  for (const [name, value] of Object.entries(event)) {
    if (typeof value === 'object' && value !== null) {
      if (depth > 0 && !isUnread(name) && isRead(value))
        for (const part of (Array.isArray(value) ? value.slice(0, MAX_LISTED) : [value]) as unknown[])
          if (typeof part === 'object' && part !== null)
            inner.push(...textsOf(part as Fields, kind, depth - 1, isRead));
          else if (typeof part === 'string' && isField(name, kind)) own.push(part.slice(0, MAX_VALUE));
    } else if (isField(name, kind) && (typeof value === 'string' || typeof value === 'number')) {
      const text = String(value).slice(0, MAX_VALUE).trim();
      if (text !== '' && !isJson(text)) own.push(text);
    }
  }
  return [...own, ...inner];
}

/** What was sent, not what became of it: its fields name the sender, and recipients that nothing happened to. */
const isSent = (name: string) => isField(name, 'sent') || isField(name, 'sender');
/** Nothing inside says anything of the delivery. */
const isUnread = (name: string) => isSent(name) || isOfMail(name);
