import { diagnose } from '../../../src/engine/diagnose/diagnose';
import { recordOf } from '../../../src/engine/record/record';
import { providerByMarks, providerOf } from '../../../src/engine/diagnose/provider';

test.each([
  ['mx1.mail.protection.outlook.com', true],
  ['MX1.Mail.Protection.Outlook.COM', true],
  ['said by mx1.mail.protection.outlook.com (192.0.2.1)', true],
  ['550 5.7.1 of 192.0.2.1: see aspmx.l.google.com', true],
  ['protection.outlook.com.example.com', false],
  ['notgoogle.com', false],
  ['mx.example.com', false],
  ['550 5.1.1', false],
  ['', false],
])('the provider in %j is known: %s', (text, known) => expect(providerOf([text]) !== null).toBe(known));

test('the first text that names one decides', () => {
  const outlook = providerOf(['x.mail.protection.outlook.com']);
  expect(providerOf([null, 'nobody', 'x.mail.protection.outlook.com', 'aspmx.l.google.com'])).toBe(outlook);
});

test.each([
  [['550 5.1.10 RESOLVER.ADR.RecipientNotFound; no such recipient'], true],
  [[null, 'Generating server: mx.example.com'], true],
  [['550 5.1.1 User unknown', null], false],
  [[], false],
])('the provider by the words of %j is known: %s', (texts, known) =>
  expect(providerByMarks(texts) !== null).toBe(known),
);

test.each([
  ['X-Notes; User user (user@example.com) not listed in Domino Directory', 'domino-server'],
  ['host mail.example.com[private/dovecot-lmtp] said: 550 5.1.1', 'dovecot-server'],
  ['552 5.2.2 Over quota', 'zimbra-server'],
  ['Sorry, no mailbox here by that name. (#5.1.1)', 'qmail-server'],
  ['552 5.3.4 Error: message file too big', 'postfix-server'],
  ['550 5.7.1 FortiGuard-AntiSpam identified spam URL in message', 'fortinet'],
])('words that one system alone writes: %s', (text, id) => expect(providerByMarks([text])?.id).toBe(id));

test('a service that sends for others hides no mail system that answered it', () => {
  const said = '550 5.7.1 FortiGuard-AntiSpam identified spam URL in message';
  const record = recordOf({ diagnostic: said, address: 'user@example.com' });
  expect(diagnose(record, null, 'a8-60.smtp-out.amazonses.com').provider?.id).toBe('fortinet');
});
