/** The report for people at a terminal. */
import { languageTags, loadWords } from '../../src/engine';
import { bounce } from '../engine/write-mail';
import { mail, mails, run } from './command';

/** Control and direction characters, apart from the line's end. */
const DRIVES_A_TERMINAL = /[^\P{Cc}\n]|\p{Cf}/u;

test('says what happened, who acts, what to do, whether to resend, and from what it knows', () => {
  const { stdout } = run([mail('postfix-user-unknown.eml')]);
  for (const part of [
    'postfix-user-unknown.eml · Undelivered Mail Returned to Sender',
    'An email bounced',
    'Origin could not be checked',
    'maria.lopez@example.org: ',
    'Who acts: ',
    '    1. ',
    'When to resend: ',
    'From the bounce: ',
    'Certainty: ',
  ])
    expect(stdout).toContain(part);
});

test('shows no key, no open placeholder and no "null", on any mail of the mailbox', () => {
  const { stdout } = run([mails]);
  expect(stdout).not.toMatch(/\b(?:engine|causes|cli|panel)\.[a-z]+\.[a-zA-Z]+/);
  // A "null MX" is a DNS record.
  expect(stdout).not.toMatch(/\{[a-zA-Z]+\}|\bnull\b(?! MX\b)|\bundefined\b|\[object/);
});

test('drives no terminal, on any mail of the mailbox', () => {
  expect(run([mails]).stdout).not.toMatch(DRIVES_A_TERMINAL);
});

describe('drives no terminal', () => {
  const hostile = '\u001b[2J\u001b]0;title\u0007\u009b31m\u202e\u200f\r\b\u2066';
  test.each([
    ['in the subject', bounce(undefined, { Subject: `Undelivered Mail ${hostile}` })],
    ['in the reason', bounce(`<user@example.com>: 550 5.1.1 User ${hostile} unknown${hostile}`)],
    [
      'in the address',
      bounce(`<us${hostile.replace(/[\r[\];]/g, '')}er@example.com>: 550 5.1.1 User unknown`),
    ],
    ['in pasted text', `550 5.1.1 <user@example.com>: ${hostile} user unknown`],
  ])('%s', (_what, input) => {
    const { stdout, stderr } = run(['-'], { input });
    expect(stdout).not.toMatch(DRIVES_A_TERMINAL);
    expect(stderr).not.toMatch(DRIVES_A_TERMINAL);
  });

  test('in the name of a missing file', () => {
    expect(run([`/nowhere/\u001b[2J\u202e.eml`]).stderr).not.toMatch(DRIVES_A_TERMINAL);
  });
});

test('an ordinary mail gets what else one can do, and no steps', () => {
  const { stdout, status } = run([mail('colleague.eml')]);
  expect(status).toBe(0);
  expect(stdout).toContain('This is not a bounce');
  expect(stdout).not.toContain('Steps:');
});

describe('in each language', () => {
  test.each(['en', 'tr', 'de', 'fr', 'es', 'ar'])('%s: drives no terminal', (language) => {
    const { stdout } = run(['--messages', '--language', language, mails]);
    expect(stdout).not.toMatch(DRIVES_A_TERMINAL);
    // Times that we write have no sign that had to be covered.
    expect(stdout).not.toMatch(/\ufffd.{0,40} UTC$/m);
  });
});

test.each(languageTags())('in %s, what follows a label brings no colon of its own', async (language) => {
  const { engine } = await loadWords(language);
  const after = [engine.confidence, engine.who, engine.resend].flatMap((texts) => Object.values(texts!));
  expect(after.filter((text) => String(text).includes(':'))).toEqual([]);
});

test('a time is told with its zone', () => {
  const { stdout } = run([mail('postfix-delay-warning.eml')]);
  expect(stdout).toMatch(/keeps trying until [A-Z][a-z]{2} \d{1,2}, 20\d\d, \d{1,2}:\d\d.[AP]M UTC\./);
});

test('says what was not read', () => {
  const nested = Array.from(
    { length: 200 },
    (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n\n`,
  );
  const input = bounce(nested.join(''), { 'Content-Type': 'multipart/mixed; boundary=b0' });
  const { stdout, stderr } = run(['-'], { input });
  expect(stdout + stderr).toContain('the innermost were not read');
});
