/** The platform's handling steps that the answer to each example of the people who asked must hold. */
import { explain } from '../../src/engine';

test.each<[text: string, steps: string[]]>([
  ['550 5.1.1 Recipient Address Rejected: User Unknown', ['B3', 'B2', 'B5']],
  ['550 5.7.129 RESOLVER.RST.RestrictedToRecipientsPermission', ['B1', 'B5']],
  ['550 5.7.1 TRANSPORT.RULES.RejectMessage', ['B1', 'B5']],
  ['550 5.7.134 RESOLVER.RST.SenderNotAuthenticatedForMailbox', ['B1', 'B5']],
  ['554 5.4.14 Hop count exceeded', ['B4', 'B5']],
  ['Administrative prohibition - envelope blocked', ['B1', 'B5']],
  ['550 5.1.1: The email account that you tried to reach does not exist', ['B3', 'B5']],
  ['554 5.7.1 user3@website.org: Relay access denied', ['B3', 'B1', 'B5']],
  ['Error dialing remote address: dial tcp 149.92: i/o timeout', ['B4', 'B5']],
  ['554 5.2.2 mailbox full', ['B2', 'B5']],
  ['Bounced Address', ['D1', 'D2', 'D3']],
  ['Email to info@company.net dropped: bounced address', ['D1', 'D2', 'D3', 'B2']],
  [
    'SCIM-synced user2@company.com, no Exchange Online mailbox yet, auto-enrolled the same day: training mail not delivered',
    ['N1', 'N2'],
  ],
  ['Same user2@company.com enrolled by hand later: delivered', ['N2']],
  ['noreply@domain.com', ['B2']],
])('handling steps for %s', async (text, steps) => {
  const [one] = (await explain(text)).recipients;
  expect(one?.advice.steps.map(({ platformStep }) => platformStep)).toEqual(expect.arrayContaining(steps));
});

test('what was not said to be enrolled by hand is not asked for it', async () => {
  const [one] = (await explain('Email to user@example.com: delivered')).recipients;
  expect(one?.advice.steps.map(({ platformStep }) => platformStep)).toEqual([null, null]);
});
