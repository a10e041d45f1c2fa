/**
 * An SMTP session (RFC 5321, 3), in whatever notation a program writes it down:
 *
 *     C: RCPT TO:<user@example.com>            CLIENT -> SERVER: RCPT TO:<user@example.com>
 *     S: 550 5.1.1 User unknown                SERVER -> CLIENT: 550 5.1.1 User unknown
 *
 * RCPT opens a recipient, and the answer to it belongs to it. An answer behind DATA belongs to all recipients that
 * were accepted. What is answered to EHLO and to the connection says nothing of a cause, unless it refuses.
 *
 * Sendmail's transcript is an excerpt: it holds what was refused, and then names whom that was about.
 *
 *     ... while talking to mx.example.com.:
 *     >>> DATA
 *     <<< 550 5.7.1 refused
 *     554 5.0.0 <user@example.com>... Service unavailable
 */
import data from '../../knowledge/sessions.json';
import { commandSent, type SmtpCommand } from '../answer/command';
import { firstAddress } from '../report/addresses';
import { recipientIn } from '../roles/whose-address';
import { alternatives } from '../words/whole-words';

interface SessionAnswer {
  /** null where the answer is about no recipient. */
  address: string | null;
  command: SmtpCommand;
  /** All lines of it: `550-first\n550 last`. */
  text: string;
  /** The server that gave it, where the session names it. */
  peer: string | null;
}

export interface Session {
  /** One per recipient, in the order of the session; else the answer that ended it early. */
  answers: SessionAnswer[];
  /** Does the program that wrote it try again after a 4xx answer? */
  isServers: boolean;
  /** Does it hold only what was refused? */
  isExcerpt: boolean;
}

/** `whole`: the text is a session. `excerpt`, `in-mail`: it may be a part of a text, of a mail's text. */
export type Search = 'whole' | 'excerpt' | 'in-mail';

type Notation = (typeof data.notations)[number];

/** Notations, each with a pattern of its marks of an answer: without an answer there is no session. */
const NOTATIONS = data.notations.map((notation) => ({
  notation,
  answered: notation.sent.length === 0 ? null : new RegExp(notation.received.map(escaped).join('|')),
}));
function escaped(mark: string): string {
  return mark.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}

/** Characters before a mark: a time, a level, the name of a program. */
const MAX_PREFIX = 120;
const MAX_LINE = 2000;
const VERB = /^(?:helo|ehlo|lhlo|mail\s+from:|rcpt\s+to:|data|bdat|auth|starttls|rset|quit|\.$)/i;
const ENVELOPE = /^(?:mail\s+from|rcpt\s+to):/i;
/** What every session holds. */
const CODE = /[2-5]\d\d/;
const REPLY = /^[2-5]\d\d(?:[ -]|$)/;
const REFUSAL = /^[45]\d\d(?:[ -]|$)/;
/** Two commands and an answer. */
const MIN_STEPS = 3;

interface Step {
  /** A line that is neither sent nor received names the server, or whom an answer was about. */
  from: 'client' | 'server' | 'peer' | 'summary';
  text: string;
}

/** @returns null where the text holds no session with a command to a recipient, or none that was answered */
export function sessionIn(lines: readonly string[], search: Search): Session | null {
  if (!lines.some((line) => CODE.test(line))) return null;
  for (const { notation, answered } of NOTATIONS) {
    if (search === 'in-mail' && !notation.inMails) continue;
    if (answered !== null && !lines.some((line) => answered.test(line))) continue;
    const steps = stepsOf(lines, notation);
    const isMarked = notation.sent.length > 0 && !notation.excerpt;
    const isAll =
      notation.sent.length === 0 && steps.length === lines.filter((line) => line.trim() !== '').length;
    const isExcerpt = !isSession(steps, isMarked || isAll);
    if (isExcerpt && (search === 'whole' || !notation.excerpt || !isRefusing(steps))) continue;
    const answers = walk(steps);
    return answers.length === 0 ? null : { answers, isServers: notation.mta, isExcerpt };
  }
  return null;
}

/**
 * Two commands and an answer are a session, where one of them names a sender or a recipient. Where marks say who
 * speaks, or every line is a command or an answer, a command and a refusal are enough: a server may refuse the
 * connection.
 */
function isSession(steps: readonly Step[], isMarked: boolean): boolean {
  const sent = steps.filter(({ from, text }) => from === 'client' && VERB.test(text));
  const received = steps.filter(({ from, text }) => isReply(from, text));
  if (isMarked && sent.length > 0 && isRefusing(received)) return true;
  return (
    sent.some(({ text }) => ENVELOPE.test(text)) &&
    received.length > 0 &&
    sent.length + received.length >= MIN_STEPS
  );
}

const isReply = (from: Step['from'], text: string) => from === 'server' && REPLY.test(text);
const isRefusing = (steps: readonly Step[]) =>
  steps.some(({ from, text }) => from === 'server' && REFUSAL.test(text));

const PEER = new RegExp(`(?:${alternatives(data.peer)}) ([a-z0-9.-]{1,255}?)\\.?:`, 'i');
/** `550 5.1.1 <user@example.com>... User unknown` */
const SUMMARY = /^\s{0,4}[45]\d\d[ -].{0,20}?<?[^\s<>]{1,320}>?(?: \(smtp\))?\.\.\. /;

function stepsOf(lines: readonly string[], { sent, received, excerpt }: Notation): Step[] {
  return lines.flatMap((whole): Step[] => {
    const line = whole.slice(0, MAX_LINE);
    if (sent.length === 0) return stepOfTelnet(line.trim());
    for (const [marks, from] of [
      [received, 'server'],
      [sent, 'client'],
    ] as const)
      for (const mark of marks) {
        const at = markAt(line, mark);
        if (at >= 0) return [{ from, text: unquoted(line.slice(at + mark.length)) }];
      }
    if (!excerpt) return [];
    const peer = PEER.exec(line)?.[1];
    if (peer !== undefined) return [{ from: 'peer', text: peer.toLowerCase() }];
    return SUMMARY.test(line) ? [{ from: 'summary', text: line }] : [];
  });
}

const stepOfTelnet = (text: string): Step[] =>
  VERB.test(text) ? [{ from: 'client', text }] : REPLY.test(text) ? [{ from: 'server', text }] : [];

/** A mark stands at the line's start, or behind a time and the like; `> ` is none where `>>> ` stands. */
function markAt(line: string, mark: string): number {
  const at = line.slice(0, MAX_PREFIX + mark.length).indexOf(mark);
  const before = line[at - 1] ?? ' ';
  const isOtherMark = /[<>=~*-]/.test(before) || (/\w/.test(before) && /\w/.test(mark[0] ?? ''));
  return isOtherMark ? -1 : at;
}

/** `b'550 5.1.1 no\\r\\n'` as Python prints it; `"RECEIVED: 550 no"` leaves its last mark. */
const unquoted = (text: string) =>
  text
    .trim()
    .replace(/^([^"]*)"$/, '$1')
    .replace(/^b?['"](.*?)(?:\\r\\n)?['"]?$/, '$1')
    .replace(/\\r\\n$/, '')
    // Exchange's protocol log ends each row with an empty field: `>,RCPT TO:<user@example.com>,`
    .replace(/,$/, '')
    .replace(/^\[[^\]]{0,40}\]\s*/, '')
    .trim();

interface Pending {
  command: SmtpCommand;
  address: string | null;
}

const CONNECTING: Pending = { command: 'connect', address: null };
const ENDING_DATA: Pending = { command: 'end-of-data', address: null };

const walk = (steps: readonly Step[]): SessionAnswer[] => new Walk(steps).answers();

/** Goes along a session, and keeps who was asked for and what was answered. */
class Walk {
  private readonly steps: readonly Step[];
  /** Nothing that was accepted is written down: an answer is one to the last command. */
  private readonly isExcerpt: boolean;
  /** Commands without an answer yet, in their order: several may come before their answers. */
  private pending: Pending[] = [];
  private readonly recipients = new Map<string, SessionAnswer>();
  /** Recipients whose acceptance an excerpt leaves out. */
  private readonly accepted = new Set<string>();
  private peer: string | null = null;
  private sender: string | null = null;
  /** The refusal that was about no recipient. */
  private early: SessionAnswer | null = null;
  private ofData: SessionAnswer | null = null;
  /** An answer that names nobody, until a summary says whom it was about. */
  private unnamed: SessionAnswer | null = null;
  private isInData = false;

  constructor(steps: readonly Step[]) {
    this.steps = joined(steps);
    this.isExcerpt = !steps.some(({ from, text }) => from === 'server' && /^[23]/.test(text));
  }

  answers(): SessionAnswer[] {
    for (const { text, from } of this.steps) {
      if (from === 'client') this.onCommand(text);
      else if (from === 'server') this.onAnswer(text);
      else if (from === 'summary') this.onSummary(text);
      else [this.peer, this.unnamed] = [text, null];
    }
    const { recipients, early, ofData } = this;
    for (const { address } of this.pending)
      if (address !== null && early) recipients.set(address, { ...early, address });
    for (const address of ofData ? this.accepted : [])
      if (ofData && !recipients.has(address)) recipients.set(address, { ...ofData, address });
    const all = [...recipients.values()].map((answer) =>
      ofData && /^2/.test(answer.text) ? { ...ofData, address: answer.address } : answer,
    );
    return all.length > 0 ? all : [early ?? ofData].filter((answer) => answer !== null);
  }

  private onCommand(text: string): void {
    const command = commandSent(text);
    if (command === null) return;
    if (command === 'end-of-data') {
      // Where the answer to DATA was left out, only the dot says that a message was sent.
      if (!this.isInData) this.pending.push(ENDING_DATA);
      return;
    }
    // A second mail in the same session.
    if (command === 'mail') [this.ofData, this.sender] = [null, firstAddress(text)];
    if (this.isExcerpt) {
      this.unnamed = null;
      for (const { address } of this.pending.splice(0)) if (address !== null) this.accepted.add(address);
    }
    this.pending.push({ command, address: command === 'rcpt' ? firstAddress(text) : null });
  }

  private onAnswer(text: string): void {
    if (text.startsWith('354')) {
      // The message itself is not written down; what comes next is the answer to its end.
      this.pending = [];
      this.isInData = true;
      return;
    }
    if (text.startsWith('3')) return;
    const { command, address: asked } = (this.isInData ? ENDING_DATA : this.pending.shift()) ?? CONNECTING;
    this.isInData = false;
    const named = command === 'mail' ? null : namedBehindCodes(text);
    const address = named !== null && named !== this.sender ? named : asked;
    const answer: SessionAnswer = { address, command, text, peer: this.peer };
    this.unnamed = address === null && REFUSAL.test(text) ? answer : null;
    if (address !== null) this.recipients.set(address, answer);
    else if (command === 'data' || command === 'end-of-data') this.ofData ??= answer;
    else if (REFUSAL.test(text)) this.early ??= answer;
  }

  private onSummary(text: string): void {
    // A line that names nobody, or an answer of its own, is about something else: `421 mx.example.com (smtp)... Deferred`.
    const address = /\.\.\. [45]\d\d[ -]/.test(text) ? null : firstAddress(text);
    if (address === null) this.unnamed = null;
    else if (this.unnamed && !this.recipients.has(address))
      this.recipients.set(address, { ...this.unnamed, address });
  }
}

/** `550 5.1.1 <user@example.com>... no`: several commands may come before their answers. */
const namedBehindCodes = (answer: string) =>
  /^[45]\d\d[ -](?:\d\.\d{1,3}\.\d{1,3} )?<[^\s<>]{1,320}>/.test(answer) ? recipientIn(answer) : null;

/** Lines of one answer become one: `550-first`, `550 last`. */
function joined(steps: readonly Step[]): Step[] {
  const all: Step[] = [];
  let open: string | null = null;
  for (const { from, text } of steps) {
    if (from !== 'server') {
      open = null;
      all.push({ from, text });
      continue;
    }
    if (!REPLY.test(text) && open === null) continue;
    const whole: string = open === null ? text : `${open}\n${text}`;
    open = /^\d\d\d-/.test(text) ? whole : null;
    if (open === null) all.push({ from, text: whole });
  }
  // What follows was cut off.
  if (open !== null) all.push({ from: 'server', text: open });
  return all;
}
