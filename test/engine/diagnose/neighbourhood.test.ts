/** Where words stand that mean something only if they were said. */
import { explain } from '../../../src/engine';
import { isPartOfName } from '../../../src/engine/diagnose/neighbourhood';

const part = (text: string, word: string) => {
  const at = text.indexOf(word);
  return isPartOfName(text, at, at + word.length);
};

describe('a phrase inside a name', () => {
  test.each([
    ['host quota.example.net said: 550 no', 'quota'],
    ['host mx.spam-filter.example[192.0.2.1] said', 'spam'],
    ['550 <info@relay-logistics.example> rejected', 'relay'],
    ['550 dmarc.advice@example.com rejected', 'dmarc'],
    ['reject: proto=ESMTP helo=<mail>: 5.7.1 no', 'helo'],
    ['550 no (relay=mx.example.net)', 'relay'],
    ['550 content restrictions [relay: in.example.net]', 'relay'],
  ])('%s: %s', (text, word) => expect(part(text, word)).toBe(true));

  test.each([
    ['550 mailbox over quota. Try later', 'quota'],
    ['550 quota exceeded for user@example.com', 'quota'],
    ['550 see https://example.net/spf.html', 'spf'],
    ['550 spf=fail for example.com', 'spf'],
    ['550 relay access denied: example.com', 'relay'],
    ['550 no relay: ask example.com', 'relay'],
  ])('not in %s: %s', (text, word) => expect(part(text, word)).toBe(false));
});

test.each(['relay', 'quota', 'spam-filter', 'virus-gw', 'dmarc', 'mail'])(
  'what a server is called tells no cause: %s',
  async (name) => {
    const line = `Nov 23 09:14:02 mx1 postfix/smtp[2]: 4Xw1: to=<user@example.org>, relay=${name}.example.org[192.0.2.1]:25, dsn=5.0.0, status=bounced (host ${name}.example.org[192.0.2.1] said: 550 Rejected (in reply to RCPT TO command))`;
    expect((await explain(line)).recipients.map(({ cause }) => cause)).toEqual(['undetermined']);
  },
);
