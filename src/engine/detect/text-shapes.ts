/** Shapes of texts that speak of answers and are none: lists, statistics, letters, configurations, articles. */
import detection from '../../knowledge/detection.json';
import logs from '../../knowledge/logs.json';
import roles from '../../knowledge/roles.json';
import { readCodes } from '../answer/codes';
import { recipientIn } from '../roles/whose-address';
import { alternatives, wholeWords } from '../words/whole-words';
import { timeAtStart } from '../record/time';

const MAX_LINE = 400;

/** `Hello Maria,` begins the first line: people write so, and machines that say what failed in a sentence. */
const GREETING = new RegExp(
  `^\\s{0,4}(?:${alternatives(roles.greetings)})(?:[ \\t][^@<>,!]{0,60})?[,!，、](?:\\s*$|[^@]{0,400}$)`,
  'iu',
);
export const isLetter = (lines: readonly string[]) =>
  GREETING.test(lines.find((line) => line.trim() !== '') ?? '');

/** `javax.mail.MessagingException: Could not connect`: a line that begins with the name of an error. */
export const isError = (lines: readonly string[]) =>
  lines.some((line) => ERROR_NAME.test(line.slice(0, MAX_LINE)));
const ERROR_NAME = new RegExp(
  `^\\W{0,4}(?:[\\w.$-]{1,200}[.:])?[A-Za-z_]{0,80}(?:${alternatives(detection.errorNames)})\\b\\s?[:(]`,
);

/** `     10   rejected (18%)`: counts of many mails tell of none. */
const COUNT = /^\s{0,12}\d{1,9}\s{1,6}\p{L}{4,}/u;
const MIN_COUNTS = 4;
export const isStatistic = (lines: readonly string[]) =>
  !lines.some((line) => line.includes('to=<')) &&
  (lines.filter((line) => COUNT.test(line.slice(0, 200))).length >= MIN_COUNTS ||
    (matchesIn(lines, SHARE) > 1 && matchesIn(lines, LABELLED_COUNT) >= MIN_COUNTS));

/** `sent 1,284  bounced 604`, `退信率 1.16%` */
const LABELLED_COUNT = /\p{L}{2}[:：]? {0,3}\d[\d.,]{0,12}(?! ?%)(?=\s|$)/gu;
const SHARE = /\p{L}{2}[:：]? {0,3}\d[\d.,]{0,6} ?%(?=\s|$)/gu;
const matchesIn = (lines: readonly string[], pattern: RegExp) =>
  lines.reduce((sum, line) => sum + (line.slice(0, MAX_LINE).match(pattern)?.length ?? 0), 0);

/** `smtpd_reject_code = 550`, `actions { reject = 15; }`, `"v=spf1 -all"`: settings, and records of the name service. */
const SETTING =
  /^\s{0,8}[a-z][a-z\d]*(?:_[a-z\d]+)+\s{0,4}=(?:\s|$)|\{ ?\w{1,40} = [^;{}]{1,60};|["'\s]v=(?:spf1|dkim1|dmarc1)\b|<policy_published>/i;
export const isConfiguration = (lines: readonly string[]) =>
  lines.some((line) => SETTING.test(line.slice(0, MAX_LINE)));
export const isRule = (lines: readonly string[]) => lines.some((line) => RULE.test(line.slice(0, MAX_LINE)));
/** `reject the message with the explanation 'Unknown user'`: what a rule will do. */
const RULE = wholeWords(detection.rulePhrases);

/** A greeting and what a server can do: answers, and none that refuses. */
const REPLY = /^\s{0,8}([2-5])\d\d(?:[ -]|$)/;
export function isGreeting(lines: readonly string[]): boolean {
  const classes = lines.flatMap((line) => REPLY.exec(line.slice(0, MAX_LINE))?.[1] ?? []);
  return classes.length > 2 && classes.every((digit) => digit < '4');
}

/** A paragraph that speaks of codes in the middle of its sentences, as an article does. */
const PARAGRAPH = 200;
const MID_SENTENCE = /\p{Ll}{2}[ ,「“"(]{1,3}[45]\d\d[ -]\d\.\d/u;
/** `servers answer "550 …" when they dislike it`: the sentence goes on behind what it quotes, and no frame leads to it. */
const QUOTED_INSIDE = /\p{L}{2} (["“„«'])(?=[45](?:\d\d[ -]|\.\d{1,3}\.)[^"”»'\n]{2,400}["”»'],? \p{Ll}{2})/u;
/** Two answers in quotes, one of them inside a sentence: a discussion, whomever the answers name. */
export const isDiscussion = (lines: readonly string[]) =>
  lines.some((whole) => {
    const line = whole.slice(0, MAX_LINE * 3);
    return (line.match(QUOTED_CODE)?.length ?? 0) > 1 && QUOTED_INSIDE.test(line);
  });
const QUOTED_CODE = /\p{L}{2} ["“„«'][45]\d\d[ -]/gu;

/** `does 5.4.1 mean the same?` */
const ASKED = /\p{Ll}{2} (?:[45]\d\d )?[45]\.\d{1,3}\.\d{1,3} \p{Ll}{2}[^.!\n]{0,300}\?/u;
export const isInProse = (lines: readonly string[]) =>
  lines.some(
    (line) =>
      (line.length > PARAGRAPH &&
        timeAtStart(line) === null &&
        MID_SENTENCE.test(line) &&
        (line.match(/[.!?。] ?\S/g)?.length ?? 0) > 2 &&
        !line.includes('@') &&
        !/: ?[45]\d\d[ -]/.test(line)) ||
      QUOTED_INSIDE.test(line.slice(0, MAX_LINE * 2)) ||
      ASKED.test(line.slice(0, MAX_LINE * 2)),
  );

/** `Hello, our users get "550 5.1.1 User unknown" since Monday. Any idea?` A short text, and one answer in it. */
export function isOfOneAnswer(lines: readonly string[]): boolean {
  const whole = lines.join('\n');
  if (whole.length > MAX_QUESTION) return false;
  return [ANY_STATUS, ANY_REPLY].every((codes) => new Set(whole.match(codes)).size <= 1);
}
const MAX_QUESTION = 600;
const ANY_REPLY = /(?<![\w.])[45]\d\d(?=[ -])/g;

/** `what is the difference between a 550 and a 554?` A question about several codes, and nobody whom they were said to. */
export function isQuestionOfCodes(lines: readonly string[]): boolean {
  const text = lines.join(' ').slice(0, MAX_LINE * 5);
  if (!/[?؟？]/.test(text) || text.includes('@')) return false;
  return new Set(text.match(LONE_CODE)).size > 1;
}
const LONE_CODE = /(?<=\p{L} )[45]\d\d(?=[ ,]{1,2}\p{Ll}|[?؟？])/gu;

/** `dovecot: imap-login: Disconnected (auth failed)`: logins to a mailbox, bans. */
export const isOfOtherServices = (lines: readonly string[]) =>
  lines.every((line) => line.trim() === '' || OTHER_SERVICE.test(line.slice(0, MAX_LINE)));
const OTHER_SERVICE = wholeWords(logs.otherServices);

/** Lines of a program: `except SMTPException as e:` */
export const isProgram = (lines: readonly string[]) =>
  lines.filter((line) => PROGRAM.test(line.slice(0, MAX_LINE))).length >= MIN_STATEMENTS;
const PROGRAM = new RegExp(
  `^\\s{0,40}\\}?\\s?(?:${alternatives(detection.codeWords)})\\b.{0,200}[:;{(]?\\s{0,4}$`,
);
const MIN_STATEMENTS = 3;

/** `* Fixed: delayed messages were shown as failed`: mostly items, and no answer among them. */
export const isListOfPoints = (lines: readonly string[]) => {
  const written = lines.filter((line) => line.trim() !== '');
  const items = written.filter((line) => /^\s{0,8}[-*•·] \p{L}/u.test(line));
  return items.length >= MIN_POINTS && items.length >= written.length * MOST && !text(lines).includes('@');
};
const MIN_POINTS = 3;
const MOST = 0.7;
const text = (lines: readonly string[]) => lines.join('\n').slice(0, MAX_LINE * 10);

/** Answers of a page about codes; a bounce has few, and somebody's. */
const MANY_ANSWERS = 3;
const LISTED_CODE =
  /^[\s*|•·-]{0,12}(?:\d{1,2}[.)] )?#?((?:[45]\d\d[ -]{1,2}#?)?[245X]\.\d{1,3}\.\d{1,3}|[45]\d\d)(?![\w.])/;
/** Each in one line: `11 x 5.1.1 user unknown, 4 x 5.2.2 mailbox full` */
const ANY_STATUS = /(?<![\w.])[45]\.\d{1,3}\.\d{1,3}(?![\w.]*\d)/g;

/**
 * Several different answers, and nobody to whom they were given: a help page, a table, a count of codes. One or the
 * other example may name an address; answers to recipients name one each.
 */
export function isListOfCodes(lines: readonly string[]): boolean {
  const listed = lines.filter((line) => LISTED_CODE.test(line.slice(0, MAX_LINE)));
  const items = lines.filter((line) => ITEM.test(line));
  if (isAboutRecipients(listed) || isAboutRecipients(items)) return false;
  if (new Set(listed.map((line) => LISTED_CODE.exec(line)?.[1])).size >= MANY_ANSWERS) return true;
  const ofLines = lines.map((line) => new Set(line.slice(0, MAX_LINE * 2).match(ANY_STATUS) ?? []).size);
  if (ofLines.some((count) => count >= MANY_ANSWERS)) return true;
  if (listed.length >= MANY_ANSWERS && lines.length > listed.length + 1 && codesOf(listed).size > 1)
    return true;
  return (
    codesOf(items.map((line) => line.replace(ITEM, ''))).size > 1 ||
    (items.length >= MANY_ANSWERS && isTable(lines))
  );
}
const isAboutRecipients = (answers: readonly string[]) =>
  answers.length > 0 && answers.every((line) => recipientIn(line.slice(0, MAX_LINE)) !== null);
const codesOf = (answers: readonly string[]) =>
  new Set(
    answers
      .map(readCodes)
      .flatMap(({ replyCode, status }) => ((replyCode ?? status) ? `${replyCode} ${status}` : [])),
  );
/** `- 550 …`, `550 … | what it means`: an item of a list, a row of a table. */
const ITEM = /^\s{0,8}[-*•·] |^(?=[^|\n]{3,300} \| )/;
/** A table of three rows without a state or an address. */
const isTable = (lines: readonly string[]) =>
  lines.filter((line) => line.split(' | ').length > 2).length > MANY_ANSWERS;
