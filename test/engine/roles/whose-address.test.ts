import { recipientIn } from '../../../src/engine/roles/whose-address';

test.each([
  ['Email to user@example.com dropped', 'user@example.com'],
  ['job=9 to=user@example.com Error: x', 'user@example.com'],
  ['from=training@company.example rcpt=user@example.com', 'user@example.com'],
  ['training@company.example → user@example.com', 'user@example.com'],
  ['user@example.com -> 550 report details to abuse@example.net', 'user@example.com'],
  ['From: training@company.example          To: user@example.com', 'user@example.com'],
  ['Message-ID: <1@company.example> user@example.com', 'user@example.com'],
  ['550 <user@example.com> no', 'user@example.com'],
])('%j is about %s', (text, address) => expect(recipientIn(text)).toBe(address));

test.each([
  ['a helper', '554 Ask your postmaster or contact help@example.net to clarify'],
  ['whom to write to', '554 write to delisting@example.net or postmaster@example.net'],
  ['a sender', 'MAIL FROM:<training@company.example>'],
  [
    'who may not send as another',
    '554 SendAsDenied; a@company.example not allowed to send as b@company.example;',
  ],
  ['nobody', '550 no'],
])('%s is no recipient', (_what, text) => expect(recipientIn(text)).toBeNull());
