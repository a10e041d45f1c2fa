import { explain } from '../../../src/engine';
import { personalProviderOf } from '../../../src/engine/diagnose/whose-mailbox';

test.each([
  ['user@gmail.com', 'google'],
  ['user@hotmail.co.uk', 'outlook-com'],
  ['user@yahoo.fr', 'yahoo'],
  ['user@web.de', 'web-de'],
  ['user@yahoo.company.example', undefined],
  ['user@notgmail.com', undefined],
  ['user@company.example', undefined],
])('%s belongs to a person at %s', (address, id) => expect(personalProviderOf(address)?.id).toBe(id));

test('a bounce that names nobody is at nobody', () => expect(personalProviderOf(null)).toBeNull());

const CAUSES = [
  '550 5.1.1 User unknown',
  '552 5.2.2 Mailbox full',
  '550 5.2.1 Mailbox disabled',
  '550 5.7.1 Message blocked by policy',
  '554 5.7.1 Message rejected as spam',
  '550 5.7.1 Sender blocked by recipient',
  '554 5.7.1 Relay access denied',
  '554 5.4.14 Hop count exceeded',
  '451 4.3.0 Temporary system problem',
  '421 4.7.0 Too many connections',
  'the message says nothing',
];
test.each(CAUSES)('no admin, no console is asked at gmail.com: %s', async (said) => {
  const { recipients } = await explain(`user@gmail.com\n${said} <user@gmail.com>`);
  for (const { advice } of recipients) {
    expect(advice.whoActs).not.toBe('recipient-admin');
    expect(advice.steps.map(({ who }) => who)).not.toContain('recipient-admin');
    expect(advice.messages).not.toContain('mail-admin');
    expect(advice.steps.length).toBeGreaterThan(0);
  }
});

test('a sending service is never the recipient’s mail system', async () => {
  const { recipients } = await explain(
    'host mx1.sendgrid.net said: 550 5.1.1 <user@company.example> User unknown',
  );
  expect(recipients[0]?.provider).toBeNull();
});
