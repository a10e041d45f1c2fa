/** An SMTP session in one of the notations in which clients and servers log it. */
import { fill } from './fill.mjs';

const ORDER = ['connect', 'starttls', 'auth', 'mail', 'rcpt', 'end-of-data'];

/** The commands of a session with what a willing server answers. */
const steps = ({ host, sender, address }) => ({
  connect: { sent: [], answered: [`220 ${host} ESMTP ready`] },
  helo: {
    sent: ['EHLO out.platform.example'],
    answered: [`250-${host}`, '250-SIZE 37748736', '250-8BITMIME', '250 SMTPUTF8'],
  },
  starttls: { sent: ['STARTTLS'], answered: ['220 2.0.0 Ready to start TLS'] },
  auth: { sent: ['AUTH LOGIN'], answered: ['235 2.7.0 Authentication successful'] },
  mail: { sent: [`MAIL FROM:<${sender}>`], answered: ['250 2.1.0 Ok'] },
  rcpt: { sent: [`RCPT TO:<${address}>`], answered: ['250 2.1.5 Ok'] },
  data: { sent: ['DATA'], answered: ['354 End data with <CR><LF>.<CR><LF>'] },
  'end-of-data': { sent: ['.'], answered: ['250 2.0.0 Ok: queued as 4F1A2B'] },
});

/** STARTTLS and AUTH stand in a session only where they are what fails. */
const isLeftOut = (command, failing) => (command === 'starttls' || command === 'auth') && command !== failing;

/**
 * @param notation the prefix of each side's lines, and `close` behind them; `quoted` writes lines as Python does
 * @param failing the command that gets `answer`, the lines of the refusal
 */
export function writeSession(notation, failing, answer, values) {
  const write = (mark, line) => {
    const before = fill(mark, values);
    return notation.quoted ? `${before}'${line}\\r\\n'` : `${before}${line}${notation.close ?? ''}`;
  };
  const lines = [];
  for (const [command, { sent, answered }] of Object.entries(steps(values))) {
    if (isLeftOut(command, failing)) continue;
    lines.push(...sent.map((line) => write(notation.client, line)));
    const fails = command === failing;
    const mark = fails ? (notation.refused ?? notation.server) : notation.server;
    lines.push(...(fails ? answer : answered).map((line) => write(mark, line)));
    if (fails) break;
  }
  lines.push(write(notation.client, 'QUIT'), write(notation.server, '221 2.0.0 Bye'));
  return lines;
}

/** The recipient has been named when this command fails. */
export const isRecipientNamed = (failing) => ORDER.indexOf(failing) >= ORDER.indexOf('rcpt');
