/**
 * Which SMTP command (RFC 5321, 4.1) an answer was given to. It says whom the answer is about: only what is said to
 * RCPT or later is about the recipient.
 */
import data from '../../knowledge/answers.json';
import { PhraseFinder } from '../phrases/phrase-finder';

export type SmtpCommand = keyof typeof data.commands;

let finder: PhraseFinder<SmtpCommand> | null = null;
const commandPhrases = () =>
  (finder ??= new PhraseFinder(
    Object.entries(data.commands).flatMap(([command, phrases]) =>
      phrases.map((phrase): readonly [string, SmtpCommand] => [phrase, command as SmtpCommand]),
    ),
  ));

/**
 * The command that a text names as answered: `(in reply to MAIL FROM command)`, `after RCPT TO:<user@example.com>`.
 * @returns the first; null where none is named
 */
export const commandIn = (text: string): SmtpCommand | null =>
  commandPhrases().find(text.slice(0, 4000))[0]?.value ?? null;

/** Before RCPT nobody has said whom the mail is for, so the answer is about the sender or the connection. */
export const isBeforeRecipient = (command: SmtpCommand | null): boolean =>
  command === 'connect' ||
  command === 'helo' ||
  command === 'starttls' ||
  command === 'auth' ||
  command === 'mail';

/** The command that a line of a session sends: `RCPT TO:<user@example.com>`, `EHLO mx.example.com`. */
export function commandSent(line: string): SmtpCommand | null {
  const verb = /^\s*([a-z.]{1,8})\b/i.exec(line)?.[1]?.toLowerCase() ?? (line.trim() === '.' ? '.' : '');
  return VERBS[verb] ?? null;
}

const VERBS: Readonly<Record<string, SmtpCommand>> = {
  helo: 'helo',
  ehlo: 'helo',
  lhlo: 'helo',
  starttls: 'starttls',
  auth: 'auth',
  mail: 'mail',
  rcpt: 'rcpt',
  data: 'data',
  bdat: 'data',
  '.': 'end-of-data',
};
