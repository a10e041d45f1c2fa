/**
 * A table of codes and wordings, kept outside the project: tab-separated, with the columns
 * code_or_pattern, scope, meaning, category, permanence, who_acts, source, evidence.
 *
 * The first column is written for people: `X.1.1`, `5.7.606-649`, `421/451 4.7.23 PTR record`,
 * `connect to X: Connection refused`. `spellings` makes of it the texts that a bounce would say.
 */

/** @returns one object a row, by the names of the first line */
export function readTable(text) {
  const [head = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, column) => [name, cells[column]?.trim() ?? '']));
  });
}

/** These services write a slash themselves: `Permanent / General`. */
const OWN_SLASH = new Set(['Amazon SES', 'Mailgun', 'SendGrid']);

/** What stands before the alternatives and belongs to each: codes, or the name of a provider. */
const LEAD =
  /^(?:(?:[245]\d\d|[245]\.\d{1,3}\.\d{1,3})(?=\s)\s*)+|^(?:GoDaddy|Orange\/Laposte|Cox|Tencent QQ|Spectrum AUP#I-|Status|5xx|4xx)\s?/;
/** One code, or the pair of a reply code and a status. */
const CODE =
  '(?:[245]\\d\\d [245]\\.\\d{1,3}\\.\\d{1,3}|[245X]\\.\\d{1,3}\\.\\d{1,3}|[245]\\d\\d|000[0-9A-F]{5})';
const CODES = new RegExp(`^${CODE}(?:\\s?/\\s?${CODE})+(?!\\S)`);

/** What stands for something else, and an instance of it. */
const PLACEHOLDERS = [
  [/^n\/a: /, ''],
  [/ to \.\.\. /, ' to user@example.com '],
  [/ tcp \.\.\.:/, ' tcp 192.0.2.7:25:'],
  [/<addr>/, '<user@example.com>'],
  [/^Complaint$/, 'notificationType: Complaint'],
  [/\(addr:/, '(user@example.com:'],
  [/(?<=connect to |mail for |conversation with |connection with |Connected to )X\b/, 'mx.example.org'],
  [/\bASx+/, 'AS780'],
  [/\bIPBLx+/, 'IPBL0001'],
  [/\bURLBLx+/, 'URLBL101'],
  [/\bpsbl\b/, 'psbl.surriel.com'],
  [/\bcobion\b/, 'dnsbl.cobion.com'],
];

/** The first, the middle and the last of a range, or of several. */
function ofRange(text) {
  // `5.7.606-649`, `5.7.900-5.7.999`, `IB110-IB113`, `1100..1150`
  const match = /\b((?:[245]\.\d{1,3}\.|IB)?)(\d{3,4})(?:-\1?|\.\.)(\d{3,4})\b/.exec(text);
  if (!match) return [text];
  const [whole, lead, from, to] = match;
  const numbers = [Number(from), Math.floor((Number(from) + Number(to)) / 2), Number(to)];
  return numbers.map((number) => text.replace(whole, lead + String(number)));
}

/** `a / b rest` → `a rest`, `b rest`; `lead a / b` → `lead a`, `lead b`. */
function alternatives(text, scope) {
  if (OWN_SLASH.has(scope)) return [text];
  const codes = CODES.exec(text)?.[0];
  if (codes) {
    // `421/451 4.7.23`: the status belongs to both.
    const status = /\d\d\d( \d\.\S+)$/.exec(codes)?.[1] ?? '';
    const whole = (code) => (/^\d\d\d$/.test(code) ? code + status : code);
    return codes.split('/').map((code) => whole(code.trim()) + text.slice(codes.length));
  }
  if (!text.includes(' / ')) return [text];
  const lead = LEAD.exec(text)?.[0] ?? '';
  const [first = '', ...others] = text.slice(lead.length).split(' / ');
  // `RESOLVER.PF.Invalid / NotFound`: the second lacks what it shares with the first.
  const stem = /^\S+\.(?=[A-Z]\w+$)/.exec(first)?.[0] ?? '';
  return [first, ...others.map((other) => stem + other)].map((one) => lead + one);
}

/** `X.1.1`: the class that the row's permanence calls for. */
function classesOf(text, permanence) {
  if (!/^X\.\d/.test(text)) return [text];
  const digits = { permanent: '5', transient: '4', 'n/a': '2' }[permanence] ?? '45';
  return [...digits].map((digit) => digit + text.slice(1));
}

/** `5xx`, `4xx`: two codes of that class that say nothing by themselves. */
function ofClass(text) {
  if (text.startsWith('5xx ')) return ['550', '554'].map((code) => code + text.slice(3));
  return [text.replace(/^4xx /, '450 ')];
}

/** `Greylist(ed)`; `5.7.8 (5.7.80)`: without the brackets, and with what they hold. */
function bracketed(text) {
  const ending = /\((ed)\)/.exec(text);
  if (ending) return [text.replace(ending[0], ''), text.replace(ending[0], ending[1])];
  const [whole, one, other] = /([45]\.\d\.\d{1,3}) \(([45]\.\d\.\d{1,3})\)/.exec(text) ?? [];
  return whole ? [one, other].map((code) => text.replace(whole, code)) : [text];
}

/** `Orange/Laposte 101`: as the two write their numbers. */
const ofOrange = (text) =>
  text.startsWith('Orange/Laposte ')
    ? [text.replace(/\S+ /, 'OFR004_'), text.replace(/\S+ /, 'LPN007_')]
    : [text];

/**
 * @param row of the table
 * @returns the texts that the first column stands for, each once
 */
export function spellings({ code_or_pattern: pattern, scope, permanence }) {
  const instance = PLACEHOLDERS.reduce((text, [mark, value]) => text.replace(mark, value), pattern);
  const all = alternatives(instance, scope)
    .flatMap((text) => classesOf(text, permanence))
    .flatMap(ofRange)
    .flatMap(ofClass)
    .flatMap(bracketed)
    .flatMap(ofOrange);
  return [...new Set(all)];
}

/** Roles of the table → roles of the engine. Whoever runs the training writes its mails and keeps its addresses. */
const ROLES = {
  'recipient admin': ['recipient-admin'],
  'recipient user': ['recipient-user'],
  'sender admin': ['sender-admin'],
  'message author': ['message-author', 'platform-admin'],
  'network team': ['network-team'],
  'nobody/wait': ['nobody'],
};

/** Of the two who keep the sending side, the one who runs the training lifts an entry of the bounce list. */
const isLifted = (row, whoActs) =>
  row.category === 'suppressed' && row.who_acts === 'sender admin' && whoActs === 'platform-admin';

/** Does an answer name who acts as the row does? */
export const sameRole = (row, whoActs) =>
  (ROLES[row.who_acts] ?? []).includes(whoActs) || isLifted(row, whoActs);

/** `either` and `n/a` rule nothing out. */
export const samePermanence = (row, permanence) =>
  row.permanence === 'either' || row.permanence === 'n/a' || row.permanence === permanence;
