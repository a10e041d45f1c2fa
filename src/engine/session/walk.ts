/**
 * An SMTP session (RFC 5321, 3), in whatever notation a program writes it down:
 *
 *     C: RCPT TO:<user@example.com>            CLIENT -> SERVER: RCPT TO:<user@example.com>
 *     S: 550 5.1.1 User unknown                SERVER -> CLIENT: 550 5.1.1 User unknown
 *
 * RCPT opens a recipient, and the answer to it belongs to it. An answer behind DATA belongs to all recipients that
 * were accepted. What is answered to EHLO and to the connection says nothing of a cause, unless it refuses.
 */
import data from '../../knowledge/sessions.json';
import { commandSent, type SmtpCommand } from '../answer/command';
import { firstAddress } from '../report/addresses';

export interface SessionAnswer {
  /** null where the answer is about no recipient. */
  address: string | null;
  command: SmtpCommand;
  /** All lines of it: `550-first\n550 last`. */
  text: string;
}

export interface Session {
  /** One per recipient, in the order of the session; else the answer that ended it early. */
  answers: SessionAnswer[];
  /** Does the program that wrote it try again after a 4xx answer? */
  isServers: boolean;
  /** Id of the notation. */
  notation: string;
}

type Notation = (typeof data.notations)[number];

/** Characters before a mark: a time, a level, the name of a program. */
const MAX_PREFIX = 120;
const MAX_LINE = 2000;
const VERB = /^(?:helo|ehlo|lhlo|mail\s+from:|rcpt\s+to:|data|bdat|auth|starttls|rset|quit|\.$)/i;
const REPLY = /^[2-5]\d\d(?:[ -]|$)/;

interface Step {
  isSent: boolean;
  text: string;
}

/** @returns null where the text holds no session with a command to a recipient, or none that was answered */
export function sessionIn(
  lines: readonly string[],
  isAllowed: (notation: string) => boolean,
): Session | null {
  const notation = data.notations.find(
    (candidate) => isAllowed(candidate.id) && isWritten(stepsOf(lines, candidate)),
  );
  if (!notation) return null;
  const answers = walk(stepsOf(lines, notation));
  return answers.length === 0 ? null : { answers, isServers: notation.mta, notation: notation.id };
}

/** Two commands and an answer are a session; one of them names a sender or a recipient. */
const isWritten = (steps: readonly Step[]) =>
  steps.some(({ isSent, text }) => isSent && /^(?:mail\s+from|rcpt\s+to):/i.test(text)) &&
  steps.filter(({ isSent, text }) => (isSent ? VERB.test(text) : REPLY.test(text))).length >= 3 &&
  steps.some(({ isSent, text }) => !isSent && REPLY.test(text));

function stepsOf(lines: readonly string[], { sent, received }: Notation): Step[] {
  return lines.flatMap((whole): Step[] => {
    const line = whole.slice(0, MAX_LINE);
    if (sent.length === 0) return stepOfTelnet(line.trim());
    for (const [marks, isSent] of [
      [received, false],
      [sent, true],
    ] as const)
      for (const mark of marks) {
        const at = markAt(line, mark);
        if (at >= 0) return [{ isSent, text: unquoted(line.slice(at + mark.length)) }];
      }
    return [];
  });
}

const stepOfTelnet = (text: string): Step[] =>
  VERB.test(text) ? [{ isSent: true, text }] : REPLY.test(text) ? [{ isSent: false, text }] : [];

/** A mark stands at the line's start, or behind a time and the like. */
function markAt(line: string, mark: string): number {
  const at = line.slice(0, MAX_PREFIX + mark.length).indexOf(mark);
  return at >= 0 && (at === 0 || !/[\w<>-]/.test(line[at - 1] ?? '') || !/\w/.test(mark[0] ?? '')) ? at : -1;
}

/** `b'550 5.1.1 no\\r\\n'` as Python prints it. */
const unquoted = (text: string) =>
  text
    .trim()
    .replace(/^b?['"](.*?)(?:\\r\\n)?['"]?$/, '$1')
    .replace(/\\r\\n$/, '')
    .replace(/^\[[^\]]{0,40}\]\s*/, '')
    .trim();

interface Pending {
  command: SmtpCommand;
  address: string | null;
}

function walk(steps: readonly Step[]): SessionAnswer[] {
  const pending: Pending[] = [];
  const recipients = new Map<string, SessionAnswer>();
  let early: SessionAnswer | null = null;
  let ofData: SessionAnswer | null = null;
  let isInData = false;
  for (const { text, isSent, next } of joined(steps)) {
    if (isSent) {
      const command = commandSent(text);
      if (command === null || command === 'end-of-data') continue;
      // A second mail in the same session.
      if (command === 'mail') ofData = null;
      pending.push({ command, address: command === 'rcpt' ? firstAddress(text) : null });
      continue;
    }
    if (text.startsWith('354')) {
      // The message itself is not written down; what comes next is the answer to its end.
      pending.length = 0;
      isInData = true;
      continue;
    }
    if (text.startsWith('3') || next) continue;
    const asked = isInData ? { command: 'end-of-data' as const, address: null } : pending.shift();
    isInData = false;
    const { command, address } = asked ?? { command: 'connect' as const, address: null };
    const answer: SessionAnswer = { address, command, text };
    if (command === 'rcpt' && address !== null) recipients.set(address, answer);
    else if (command === 'data' || command === 'end-of-data') ofData ??= answer;
    else if (/^[45]/.test(text)) early ??= answer;
  }
  for (const { address, command } of pending)
    if (command === 'rcpt' && address !== null && early) recipients.set(address, { ...early, address });
  const accepted = ofData;
  const all = [...recipients.values()].map((answer) =>
    accepted && /^2/.test(answer.text) ? { ...accepted, address: answer.address } : answer,
  );
  return all.length > 0 ? all : [early ?? ofData].filter((answer) => answer !== null);
}

/** Lines of one answer are one: `550-first`, `550 last`. `next` is true of a line that another goes on. */
function joined(steps: readonly Step[]): (Step & { next: boolean })[] {
  const all: (Step & { next: boolean })[] = [];
  let open: string | null = null;
  for (const { isSent, text } of steps) {
    if (isSent) {
      open = null;
      all.push({ isSent, text, next: false });
      continue;
    }
    if (!REPLY.test(text) && open === null) continue;
    const whole: string = open === null ? text : `${open}\n${text}`;
    open = /^\d\d\d-/.test(text) ? whole : null;
    if (open === null) all.push({ isSent, text: whole, next: false });
  }
  return all;
}
