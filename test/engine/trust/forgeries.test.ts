/** Each genuine mail that we have, with one thing forged. An outsider has all the rest; it must not be enough. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain, type Context, type Explanation } from '../../../src/engine';
import { expectedMails, ourContext, ourMail } from '../our-mails';

const folder = join(__dirname, 'mails');
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
const toMail = (mail: string) => new Uint8Array(Buffer.from(mail, 'latin1'));
const mails = [
  ...readdirSync(folder)
    .filter((name) => name.startsWith('genuine-'))
    .map((name) => ({ name, mail: text(readFileSync(join(folder, name))) })),
  ...Object.entries(expectedMails)
    .filter(([, { trust }]) => trust === 'genuine')
    .map(([name]) => ({ name, mail: text(ourMail(name)) })),
];

const head = (mail: string) => mail.slice(0, mail.indexOf('\n\n') + 1);
const inHead = (mail: string, change: (head: string) => string) =>
  change(head(mail)) + mail.slice(head(mail).length);
const RESULTS = /^authentication-results:.*\n(?:[ \t].*\n)*/gim;
const RECEIVED = /^received:.*\n(?:[ \t].*\n)*/gim;

/** What the report says of itself: its first part, where that stands in plain letters; null where it does not. */
function say(mail: string, words: string): string | null {
  let fields = head(mail);
  let start = fields.length + 1;
  for (let limit = boundaryOf(fields); limit !== undefined; limit = boundaryOf(fields)) {
    const from = mail.indexOf(`--${limit}`, start);
    start = mail.indexOf('\n\n', from) + 2;
    fields = mail.slice(from, start);
  }
  if (/content-transfer-encoding: base64/i.test(fields)) return null;
  const isPage = /content-type: text\/html/i.test(fields);
  const after = isPage ? mail.indexOf('>', mail.indexOf('<body', start)) + 1 : start;
  return `${mail.slice(0, after)}${words}\n\n${mail.slice(after)}`;
}

const boundaryOf = (fields: string) => /boundary="?([^";\n]+)"?/i.exec(fields)?.[1];

/** A report that a colleague attached: its own fields and words are not those of the mail around it. */
const isCarried = (mail: string) => !/report-type|mailer-daemon|postmaster/i.test(head(mail));

/** Which signals of a genuine answer a forgery takes the ground from. */
type Answer = (...ids: string[]) => boolean;
type Forge = (mail: string, rests: Answer) => string | null;

const OF_WAY: Record<string, Forge> = {
  'the server that hands it over is another': (mail, rests) =>
    rests('inside-tenant')
      ? null
      : inHead(mail, (fields) =>
          fields
            .replace(RECEIVED, (line) =>
              line.replace(
                /^received: from [^\s;]+ ?(?:\([^)]*\))?/i,
                'Received: from mail.evil.example (mail.evil.example [203.0.113.66])',
              ),
            )
            .replace(
              RESULTS,
              'Authentication-Results: spf=pass smtp.helo=mail.evil.example; dmarc=pass header.from=evil.example\n',
            ),
        ),
  'it came in from outside': (mail, rests) =>
    rests('inside-tenant')
      ? inHead(
          mail,
          (fields) =>
            `${fields}Received: from evil (mail.evil.example [203.0.113.66]) by mx.company.example with ESMTP\n`,
        )
      : null,
  'its border does not call it internal': (mail, rests) =>
    rests('inside-tenant') && !rests('reporter-ours') && /authas: internal/i.test(head(mail))
      ? mail.replace(/authas: internal/i, 'AuthAs: Anonymous')
      : null,
  'what came back was sent by other servers': (mail, rests) =>
    rests('inside-tenant')
      ? null
      : head(mail).replaceAll(/(?:prvs|btv1)=[^@=]*=+/g, '') +
        mail
          .slice(head(mail).length)
          .replaceAll(/\bby [\w.-]*company\.example/g, 'by smtp.evil.example')
          .replaceAll(/\([\w.-]*company\.example \[/g, '(smtp.evil.example [')
          .replaceAll(/\bd=3?D?company\.example/g, 'd=evil.example')
          .replaceAll(/(?:prvs|btv1)=[^@=]*=+/g, ''),
  'the failed address is of somebody else': (mail, rests) => {
    const failed = /^(?:final-recipient:[^;]*;|x-failed-recipients:)\s*(\S+@\S+)/im.exec(mail)?.[1];
    return rests('reporter-of-recipient') && failed
      ? mail.replaceAll(failed, 'somebody@elsewhere.example')
      : null;
  },
  'its sender failed the checks': (mail, rests) =>
    !rests('inside-tenant') && RESULTS.test(head(mail))
      ? inHead(mail, (fields) =>
          fields.replace(
            RESULTS,
            'Authentication-Results: mx.company.example; spf=fail; dmarc=fail; compauth=fail\n',
          ),
        )
      : null,
  'the checks were written by its sender': (mail, rests) => {
    const results = head(mail).match(RESULTS)?.[0];
    if (rests('inside-tenant') || results === undefined || /\([\w.-]+\.? \[/.test(head(mail))) return null;
    return inHead(mail, (fields) => fields.replace(RESULTS, '') + results);
  },
  'a server outside did the checks': (mail, rests) => {
    const results = head(mail).match(RESULTS)?.[0];
    if (rests('inside-tenant') || results === undefined || /\([\w.-]+\.? \[/.test(head(mail))) return null;
    return inHead(mail, (fields) =>
      fields
        .replace(RESULTS, '')
        .concat(results.replace(/^authentication-results:/i, 'Authentication-Results: mx.evil.example;')),
    );
  },
  'a stranger attached it': (mail) =>
    [
      'From: info@evil.example',
      'To: training@company.example',
      'Subject: Fwd',
      'Received: from evil (mail.evil.example [203.0.113.66]) by mx.company.example',
      'Content-Type: multipart/mixed; boundary=carrier',
      '',
      '--carrier\nContent-Type: message/rfc822\n',
      mail,
      '--carrier--\n',
    ].join('\n'),
};

/** Those of the report’s own fields and words. */
const OF_REPORT: Record<string, Forge> = {
  'it has a return path': (mail) =>
    inHead(
      mail,
      (fields) => `${fields.replace(/^return-path:.*\n/gim, '')}Return-Path: <info@evil.example>\n`,
    ),
  'a link in its own words leads elsewhere': (mail) =>
    say(mail, 'See https://evil.example/fix for what to do.'),
  'it gives a number to call': (mail) => say(mail, 'Call +1 555 010 0199 for what to do.'),
  'it wants a sign-in': (mail) => say(mail, 'Confirm your password to get it delivered.'),
  'it carries a program': (mail) => {
    const limit = boundaryOf(head(mail));
    return limit === undefined
      ? null
      : mail.replace(
          `--${limit}\n`,
          (line) => `${line}Content-Type: application/octet-stream; name="fix.js"\n\nx\n\n${line}`,
        );
  },
};

const FORGERIES = { ...OF_WAY, ...OF_REPORT };

const forgeries = mails.flatMap(({ name, mail }) =>
  Object.keys(isCarried(mail) ? OF_WAY : FORGERIES).map((what) => ({ name, mail, what })),
);
const answers = new Map<string, Promise<Explanation>>();
const answerTo = (name: string, mail: string) => {
  const known = answers.get(name) ?? explain(toMail(mail), ourContext);
  answers.set(name, known);
  return known;
};
let forged = 0;

test.each(mails)('$name is genuine as it stands', async ({ name, mail }) => {
  expect((await answerTo(name, mail)).trust.verdict).toBe('genuine');
});

test.each(mails)('$name is not genuine to somebody else', async ({ name, mail }) => {
  // Exchange itself says what is from inside; else nobody can tell whose mail came back.
  const isInside = (await answerTo(name, mail)).trust.signals.some(({ id }) => id === 'inside-tenant');
  const contexts: Context[] = [{ ownDomains: ['elsewhere.example'] }, ...(isInside ? [] : [{}])];
  for (const context of contexts) {
    forged++;
    expect((await explain(toMail(mail), context)).trust.verdict).not.toBe('genuine');
  }
});

test.each(forgeries)('$name is not genuine where $what', async ({ name, mail, what }) => {
  const ids = new Set((await answerTo(name, mail)).trust.signals.map(({ id }) => id));
  const other = FORGERIES[what as keyof typeof FORGERIES]!(mail, (...some) => some.some((id) => ids.has(id)));
  if (other === null || other === mail) return;
  forged++;
  expect((await explain(toMail(other), ourContext)).trust.verdict).not.toBe('genuine');
});

test('there were enough of them', () => {
  console.log(`${forged} forgeries of ${mails.length} genuine mails`);
  expect(forged).toBeGreaterThan(10 * mails.length);
});
