/** No text of a bounce breaks out of a command, a message or a mail link. */
import { linksFor, loadWords, mailLink } from '../../../src/engine';
import { guidesFor } from '../../../src/engine/advise/guides';
import { messagesFor, type MessageAbout } from '../../../src/engine/advise/message';
import { gateways } from '../../../src/knowledge/generated/gateways';
import { systems as common } from '../../../src/knowledge/generated/help';
import { causes } from '../../../src/knowledge/generated';
import { explanation, recipient } from '../../panel/fixtures';
import type { Words } from '../../../src/knowledge/records';
import { asHtml } from '../../../src/outlook/new-mail';
import { hostile } from './hostile-values';

const systems = [...common, ...gateways];

/** All that would drive a terminal, turn the direction, or begin another line. */
const CONTROLS = /[^\P{Cc}\n]|[\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u;

let words: Words;
beforeAll(async () => (words = await loadWords('en')));

test('the list is long enough, and says nothing twice', () => {
  expect(hostile.length).toBeGreaterThanOrEqual(50);
  expect(new Set(hostile.map(([, value]) => value)).size).toBe(hostile.length);
});

describe('commands', () => {
  const tasks = [...new Set(systems.flatMap(({ tasks }) => tasks.map(({ task }) => task)))];
  const commandsWith = (value: string) =>
    tasks.flatMap((task) =>
      guidesFor([task], {
        recipients: [{ address: value, provider: null, remoteMta: value, smtpServer: value }],
        sender: value,
        mayChange: true,
      }).flatMap(({ tasks }) =>
        tasks.flatMap(({ look, change }) => [look, change].filter((command) => command !== null)),
      ),
    );
  /** As PowerShell reads it: a text begins and ends at any single quote, two of which stand for one. */
  const outside = (command: string) => command.replace(/['‘’‚‛](?:[^'‘’‚‛]|['‘’‚‛]{2}){0,400}['‘’‚‛]/g, '§');
  const harmless = commandsWith('user@example.com').map(outside);

  test('there are many, all with something filled in or nothing to fill in', () => {
    expect(harmless.length).toBeGreaterThan(20);
    expect(harmless.join('\n')).not.toMatch(/[{](recipient|sender|domain|remoteServer|smtp)/);
  });

  test.each(hostile)('outside its quotes, nothing is changed by %s', (_what, value) => {
    const commands = commandsWith(value);
    expect(commands.map(outside)).toEqual(harmless);
    for (const command of commands) {
      expect(command).not.toMatch(CONTROLS);
      expect(command).not.toContain('\n');
      expect(command.length).toBeLessThan(600);
    }
  });
});

describe('messages', () => {
  const about = (value: string, cause: (typeof causes)[number]): MessageAbout => {
    const one = recipient(value, cause.id, { diagnostic: value, remoteMta: value, replyCode: value });
    const values = { address: value, domain: value, provider: value };
    const advice = {
      ...one.advice,
      messages: cause.messages,
      sentence: { key: `causes.${cause.id}.sentence`, values },
      steps: one.advice.steps.map((step) => ({ ...step, text: { ...step.text, values } })),
    };
    const original = { messageId: value, subject: value, from: value, to: null, date: null };
    return {
      explanation: explanation([one], { original, reportingMta: `${value}.` }),
      recipients: [{ ...one, advice }],
      senders: [value],
      servers: [value],
      words,
      links: linksFor('https://dash.example.com'),
    };
  };
  const all = (value: string) => causes.flatMap((cause) => messagesFor(about(value, cause)));
  const harmless = () => all('x');

  test.each(hostile)('no line, field or mark is added by %s', (_what, value) => {
    const expected = harmless();
    for (const [at, message] of all(value).entries()) {
      // Whom it is about stands in brackets, on the one line.
      const [before = '', behind = ''] = expected[at]!.subject.split('(x, ');
      expect(message.subject.startsWith(`${before}(`)).toBe(true);
      expect(message.subject.endsWith(`, ${behind}`)).toBe(true);
      expect(message.subject).not.toMatch(/[\r\n]/);
      expect(`${message.subject}${message.body}`).not.toMatch(CONTROLS);
      const most = expected[at]!.body.split('\n').length;
      expect(message.body.split('\n').length).toBeLessThanOrEqual(most);
      expect(asHtml(message.body).replaceAll('<br>', '')).not.toMatch(/[<>"'\n]/);
    }
  });

  test.each(hostile)('a mail link keeps its two fields with %s', (_what, value) => {
    // As it stands, before any other care is taken of it.
    for (const text of [{ subject: value.slice(0, 200), body: value.slice(0, 200) }, ...all(value)]) {
      const link = mailLink(text);
      if (link === null) continue;
      expect(link).toMatch(/^mailto:\?subject=[\w.~%-]*&body=[\w.~%-]*$/);
      const { searchParams, pathname } = new URL(link);
      expect([pathname, [...searchParams.keys()]]).toEqual(['', ['subject', 'body']]);
      expect(searchParams.get('subject')).not.toMatch(/[\r\n]/);
    }
  });

  test('a link that no mail program takes is not made', () => {
    expect(mailLink({ subject: 'a', body: 'b'.repeat(5_000) })).toBeNull();
    expect(mailLink({ subject: 'a', body: 'b' })).toBe('mailto:?subject=a&body=b');
  });
});
