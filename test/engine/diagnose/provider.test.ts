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
