/** Did a client program fail to hand the mail to its own SMTP server? The fault is then on the sending side. */
import data from '../../knowledge/answers.json';
import { alternatives, wholeWords } from '../words/whole-words';

const CLIENT = wholeWords(data.submission);
/** `dial tcp 203.0.113.9:587`, `smtp.example.net, port: 465`, `smtp.example.net:2525`. */
const PORT = new RegExp(
  `(?:[\\w\\]]:|\\bport[:= ]{1,2}|, )(?:${data.submissionPorts.join('|')})(?![\\d.])`,
  'i',
);
/** A client's own words stand at the beginning of what it says. */
const READ = 4000;

/** @param texts an answer, and what is said around it */
export const isSubmission = (texts: readonly (string | null)[]): boolean =>
  texts.some((text) => {
    const start = text?.slice(0, READ) ?? '';
    return CLIENT.test(start) || PORT.test(start);
  });

const PORT_NUMBER = `(25|${data.submissionPorts.join('|')})(?![\\d.])`;
const PORTS = new RegExp(`[:= ]${PORT_NUMBER}`);
/** `smtp.example.net:587`, `smtp.example.net, port: 465`, `address: '192.0.2.9', port: 587`. */
const SERVER = new RegExp(
  `(?<![\\w.-])((?:[a-z0-9-]{1,63}\\.){1,8}[a-z0-9-]{1,63})(?:['"]?, {0,2}['"]?port['"]?[:= ]{1,2}|:|, | port )${PORT_NUMBER}`,
  'i',
);

const NAME = '((?:[a-z0-9-]{1,63}\\.){1,8}[a-z0-9-]{1,63})';
/** `Servidor: 'smtp.example.org'` and, elsewhere, `Porta: 25`, as mail programs report. */
const LABELLED_SERVER = new RegExp(`${wholeWords(data.serverLabels).source} ?: ?'${NAME}'`, 'iu');
const LABELLED_PORT = new RegExp(`${wholeWords(data.portLabels).source} ?: ?${PORT_NUMBER}`, 'iu');
/** `dial tcp: lookup smtp.example.net on 192.0.2.1:53: no such host` */
const LOOKED_UP = new RegExp(`(?:${alternatives(data.beforeLookedUp)})[ :'"]{1,3}${NAME}`, 'i');

/**
 * The server that a client program failed at, as the first of the texts names it: `smtp.example.net:587`, without a
 * port where only its name was looked up. Only to be shown: whoever writes the text chooses it.
 */
export function smtpServerOf(texts: readonly (string | null)[]): string | null {
  for (const text of texts) {
    const start = text?.slice(0, READ) ?? '';
    const server = lookedUp(start) ?? withPort(start);
    if (server !== null && isSubmission([start])) return server.toLowerCase();
  }
  return null;
}

/** Programs write these words in one way: to look for them so costs less than a pattern. */
const lookedUp = (text: string): string | null =>
  data.beforeLookedUp.some((words) => text.includes(words)) ? (LOOKED_UP.exec(text)?.[1] ?? null) : null;

function withPort(text: string): string | null {
  // Few texts hold such a port: it costs less to look for than words.
  if (!PORTS.test(text)) return null;
  const [, host, port] = SERVER.exec(text) ?? [
    null,
    LABELLED_SERVER.exec(text)?.[1],
    LABELLED_PORT.exec(text)?.[1],
  ];
  return host !== undefined && port !== undefined ? `${host}:${port}` : null;
}
