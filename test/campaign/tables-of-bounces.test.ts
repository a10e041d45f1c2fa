/** Of a list of bounces, no row is told as delivered, and none is lost. */
import { explain } from '../../src/engine';

const explained = async (names: string, row: string) => {
  const { recipients } = await explain(`${names}\n${row}`);
  return recipients.map(({ action, cause }) => [action, cause]);
};

const MAILGUN = 'address,code,error,created_at';

test.each([
  [
    'an answer that begins as a state',
    'user@example.com,554,"delivery temporarily suspended: connect to mx.example.com[192.0.2.1]:25: Connection refused",x',
  ],
  ['an answer with a word of arrival', 'user@example.com,550,"sent by a listed host",x'],
  ['an answer without a code', 'user@example.com,,"Delivery temporarily suspended: Connection refused",x'],
])('%s is a failure', async (_, row) => {
  const [[action] = []] = await explained(MAILGUN, row);
  expect(action).toBe('failed');
});

test('a state that says delivered beside a code that refuses has not arrived', async () => {
  const [[action] = []] = await explained(
    'Recipient,Status,Code,Reason',
    'user@example.com,Delivered,550,no',
  );
  expect(action).toBe('failed');
});

test.each([
  ['a code of the service, without words', 'user@example.com,605,"",x', 'suppressed'],
  ['another', 'user@example.com,498,"No MX for example.com",x', 'domain-not-found'],
  ['one that nobody has written down', 'user@example.com,699,"",x', 'undetermined'],
])('%s is a failure', async (_, row, cause) =>
  expect(await explained(MAILGUN, row)).toEqual([['failed', cause]]),
);
