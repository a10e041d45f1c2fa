/** Did a client program fail to hand the mail to its own SMTP server? The fault is then on the sending side. */
import data from '../../knowledge/answers.json';
import { wholeWords } from '../words/whole-words';

const CLIENT = wholeWords(data.submission);
/** `dial tcp 203.0.113.9:587`, `smtp.example.net, port: 465`, `smtp.example.net:2525`. */
const PORT = new RegExp(
  `(?:[\\w\\]]:|\\bport[:= ]{1,2}|, )(?:${data.submissionPorts.join('|')})(?![\\d.])`,
  'i',
);
/** A client's own words stand at the beginning of what it says. */
const READ = 4000;

/** @param text an answer, or what is said around it */
export function isSubmission(text: string): boolean {
  const start = text.slice(0, READ);
  return CLIENT.test(start) || PORT.test(start);
}

const PORT_NUMBER = `(25|${data.submissionPorts.join('|')})(?![\\d.])`;
const PORTS = new RegExp(`[:= ]${PORT_NUMBER}`);
/** `smtp.example.net:587`, `smtp.example.net, port: 465`, `address: '192.0.2.9', port: 587`. */
const SERVER = new RegExp(
  `(?<![\\w.-])((?:[a-z0-9-]{1,63}\\.){1,8}[a-z0-9-]{1,63})(?:['"]?, {0,2}['"]?port['"]?[:= ]{1,2}|:|, | port )${PORT_NUMBER}`,
  'i',
);

/**
 * The server that a client program failed at, as the first of the texts names it: `smtp.example.net:587`. Only to be
 * looked at: whoever writes the text chooses it.
 */
export function smtpServerOf(texts: readonly (string | null)[]): string | null {
  for (const text of texts) {
    const start = text?.slice(0, READ) ?? '';
    // Few texts hold such a port: it costs less to look for than words.
    const [, host, port] = (PORTS.test(start) && SERVER.exec(start)) || [];
    if (host !== undefined && port !== undefined && isSubmission(start))
      return `${host.toLowerCase()}:${port}`;
  }
  return null;
}
