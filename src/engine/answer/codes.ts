/** Reply codes (RFC 5321, 4.2) and enhanced status codes (RFC 3463) in what a server said. */
import answers from '../../knowledge/answers.json';
import { alternatives, wholeWords } from '../words/whole-words';

export interface Codes {
  replyCode: string | null;
  status: string | null;
}

/** Three numbers and no fourth, the second a subject of RFC 3463: never a piece of `192.5.1.1` or of a version. */
const STATUS = new RegExp(
  `(?<![\\w.$]|\\b(?:${alternatives(answers.countsVersions)}) )#?([245])\\.(0?[0-7])\\.(\\d{1,3})(?!\\d|\\.\\d)`,
  'i',
);
/** `550 5.1.1`, `550-5.7.26`, `550 #5.1.0`, `550 (5.1.1)`, the second perhaps on the next line */
const bothOf = (group: string) =>
  new RegExp(
    `(?<![\\w])(${group}[0-7]\\d)(?:[ \\n-]{1,3}|: |'?, ?\\[?b?)[#(['"]{0,2}(${group})\\.(0?[0-7])\\.(\\d{1,3})(?!\\d|\\.\\d)`,
  );
const BOTH_DONE = bothOf('2');
const BOTH_REFUSED = bothOf('[45]');
/** At the start of an answer: `550 text`, `550-text`, `550, text`, `550` alone. */
const AT_START = /^[\s.'"(<[*#]{0,6}([245][0-7]\d)(?=[\s,:;'")\]-]|$)/;
/** A server's own number for its refusals: `#216 lpn`. */
const OWN_NUMBER = /^\s{0,6}#2\d\d\b/;
/** After a word that announces an answer: `said: 550 …`, `error: 550`, `Error Code 550`, `ERROR_CODE :550`. */
const ANNOUNCED = new RegExp(
  `(?:${alternatives(answers.announcesCode)})\\b['"]?[ \\t]{0,3}[:;=]?[ \\t]{0,3}['"(<[#.]{0,2}([45][0-5]\\d)(?=[\\s,:;'")\\]-]|\\.?$|\\.\\s)`,
  'i',
);
/**
 * After a colon or an opening bracket, before a word: `host mx.example.com [192.0.2.1]: 550 no`. Straight behind the
 * name of a host stands its port: `smtp.example.com:465 failed`. `SIZE=4213: 553 no`; Python: `(553, b'no')`.
 */
const AFTER_COLON =
  /(?:(?<!\.[a-z0-9-]{1,24}|\d)[:;>("'\]]|(?<=\d): )[ \t]{0,3}([45][0-7]\d)(?:[ -](?=[\s<"'(\w])|\s?:|, ?b?['"])/;

/**
 * Anywhere in a sentence, the last resort: `problem 550-'Unknown user'`; never a number of things, which a unit or a
 * plural follows: `552 boxes`.
 */
const INSIDE = new RegExp(
  `(?<![\\w.,:/$€£-])([45][0-5]\\d)[ -](?=['"<(#]?[A-Za-z<])(?!(?:${alternatives(answers.counted)})\\b)` +
    `(?!(?!(?:${alternatives(answers.noPlurals)})\\b)[a-z]{2,20}[a-rt-z]s(?![\\w-]))`,
);

export const hasCode = ({ replyCode, status }: Codes) => replyCode !== null || status !== null;

/** A line that speaks HTTP has numbers of its own: `method=POST path=/api status=500`, `"POST /api HTTP/2.0" 500`. */
export const SPEAKS_HTTP = new RegExp(
  `${wholeWords(answers.speaksHttp).source}|HTTP/\\d|\\b(?:GET|POST|PUT|PATCH|DELETE) /\\S`,
  'iu',
);
const withoutHttp = (said: string) =>
  SPEAKS_HTTP.test(said)
    ? said
        .split('\n')
        .filter((line) => !SPEAKS_HTTP.test(line))
        .join('\n')
    : said;

/** Codes of RFC 5321 begin at 421. What is below is HTTP's, unless the text says that it is SMTP's. */
const isHttpCode = (code: string, said: string) => /^4[01]\d/.test(code) && !speaksSmtp(said);
const SPEAKS_SMTP = new RegExp(`\\bsmtp|${wholeWords(answers.speaksSmtp).source}`, 'iu');
export const speaksSmtp = (said: string) => SPEAKS_SMTP.test(said);

/** @param text one server's answer; only its first 4,000 characters are read */
export function readCodes(text: string): Codes {
  const said = withoutHttp(text.slice(0, 4000));
  // Of a session with several answers, the one that refuses.
  const both = BOTH_REFUSED.exec(said) ?? BOTH_DONE.exec(said);
  if (both) return { replyCode: both[1] ?? null, status: `${both[2]}.${Number(both[3])}.${Number(both[4])}` };
  return { replyCode: readReplyCode(said), status: readStatus(said) };
}

/** Both codes in one answer, as only servers write them; null where there is none. */
export function readBothCodes(text: string): Codes | null {
  const both = BOTH_REFUSED.exec(text.slice(0, 20_000));
  return both && { replyCode: both[1] ?? null, status: `${both[2]}.${Number(both[3])}.${Number(both[4])}` };
}

export function readStatus(text: string): string | null {
  const match = STATUS.exec(text.slice(0, 4000));
  return match && `${match[1]}.${Number(match[2])}.${Number(match[3])}`;
}

/** Both codes, where one answer in all the report has them. */
export function onlyCodes(lines: readonly string[]): Codes | null {
  const pairs = new Map<string, Codes>();
  for (const line of lines) {
    const pair = line.length < 1000 ? readBothCodes(line) : null;
    if (pair) pairs.set(`${pair.replyCode} ${pair.status}`, pair);
    if (pairs.size > 1) return null;
  }
  return [...pairs.values()][0] ?? null;
}

const SPEAKS_OF_STATUS = wholeWords(answers.speaksOfStatus);
/** The status that a report names in words about errors; null where it names none, or two. */
export function onlyStatus(lines: readonly string[]): string | null {
  const found = new Set(
    lines
      .filter((line) => line.length < 1000 && SPEAKS_OF_STATUS.test(line))
      .flatMap((line) => readStatus(line) ?? []),
  );
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

function readReplyCode(said: string): string | null {
  // An answer begins its line; only then may it stand inside one.
  for (const line of said.split('\n')) {
    const match = AT_START.exec(line);
    if (match && !OWN_NUMBER.test(line)) return match[1] ?? null;
  }
  const code = (ANNOUNCED.exec(said) ?? AFTER_COLON.exec(said) ?? INSIDE.exec(said))?.[1];
  return code === undefined || isHttpCode(code, said) ? null : code;
}

/** `5.0.0`, `4.0.0`: says no more than that it failed, so a finer code in the text is the better one. */
export const isUnspecific = (status: string | null) => status === null || /^[245]\.0\.0$/.test(status);

/**
 * The answer that a relay quotes behind its own: `554 4.4.7 Message expired.<421 4.4.2 Connection timed out>`
 * @returns null where none is quoted
 */
export function readQuotedCodes(text: string): Codes | null {
  const match = /<([45][0-5]\d) ([45])\.(0?[0-7])\.(\d{1,3})\b/.exec(text.slice(0, 4000));
  return match
    ? { replyCode: match[1] ?? null, status: `${match[2]}.${Number(match[3])}.${Number(match[4])}` }
    : null;
}
