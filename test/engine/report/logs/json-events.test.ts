import { jsonEvents } from '../../../../src/engine/report/logs/json-events';
import { readBy, reportOf } from '../readers/report-text';

const read = (text: string) => readBy(jsonEvents, reportOf(text, { form: 'text' }));

describe('reads', () => {
  test.each<[string, string, object]>([
    [
      'a drop',
      '{"event":"dropped","reason":"Bounced Address","email":"user@example.com"}',
      { diagnostic: 'dropped: Bounced Address' },
    ],
    [
      'a bounce',
      '{"event":"bounce","email":"User@Example.com","reason":"550 5.1.1 no"}',
      { replyCode: '550', status: '5.1.1' },
    ],
    [
      'a status of its own field',
      '{"event":"bounce","email":"user@example.com","reason":"no","status":"5.1.1"}',
      { status: '5.1.1' },
    ],
    ['a delivery', '{"event":"delivered","email":"user@example.com"}', { action: 'delivered' }],
    [
      'an event inside others',
      '{"notification":{"bounce":{"bouncedRecipients":[{"emailAddress":"user@example.com","diagnosticCode":"smtp; 550 5.1.1 no"}]}}}',
      { replyCode: '550', status: '5.1.1' },
    ],
    [
      'codes in fields of their own, and the better of two answers',
      '{"event":"failed","reason":"generic","recipient":"user@example.com","delivery-status":{"message":"5.7.1 no","code":550,"enhanced-code":"5.7.1"},"envelope":{"sender":"a@company.example"}}',
      { action: 'failed', replyCode: '550', status: '5.7.1', diagnostic: 'failed: 5.7.1 no' },
    ],
    [
      'an answer apart from its recipient',
      '{"type":"email.bounced","data":{"email":{"recipient":{"email":"user@example.com"}},"morph":{"reason":"full"}}}',
      { action: 'failed' },
    ],
    [
      'what is tried again',
      '{"event":"failed","severity":"temporary","recipient":"user@example.com"}',
      { action: 'delayed' },
    ],
    [
      'a form',
      'to=user%40example.com&status=Error&reason=550+no&from=a%40company.example',
      { action: 'failed', replyCode: '550' },
    ],
    [
      'JSON over several lines',
      '{\n  "event": "bounce",\n  "email": "user@example.com"\n}',
      { diagnostic: 'bounce' },
    ],
  ])('%s', (_what, text, found) =>
    expect(read(text)).toMatchObject([{ address: 'user@example.com', ...found }]),
  );

  const one = (name: string) => `{"event":"bounce","email":"${name}@example.com"}`;
  test.each([
    ['in a list', `[${one('a')},${one('b')}]`],
    ['one a line', `${one('a')}\n${one('b')}`],
    ['one a line with commas', `${one('a')},\n${one('b')},`],
    [
      'behind the words of a log',
      `[2026-11-23 09:12] web[4]: ${one('a')} []\n[2026-11-23 09:13] web[4]: ${one('b')} []`,
    ],
    ['with a broken line between them', `${one('a')}\n{"event":\n${one('b')}`],
  ])('two events %s', (_what, text) =>
    expect(read(text).map(({ address }) => address)).toEqual(['a@example.com', 'b@example.com']),
  );
});

test('what has become nothing yet is underway, and no other reader is asked about it', () => {
  const [record] = read('{"event":"processed","email":"user@example.com"}');
  expect(record).toMatchObject({ event: 'underway' });
});

describe('does not read', () => {
  test.each([
    ['text', 'user@example.com bounced'],
    ['broken JSON', '{"event":"bounce","email":"user@example.com"'],
    ['an event without an address', '{"event":"bounce"}'],
    ['an address without an event', '{"email":"user@example.com"}'],
    ['an address that is none', '{"event":"bounce","email":"nobody"}'],
    ['values of other types', '{"event":1,"email":["user@example.com"]}'],
    ['other values', '[null, 1, "user@example.com", true]'],
    ['what is nested without end', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['keys of the language itself', '{"__proto__":{"event":"bounce"},"constructor":"user@example.com"}'],
    ['nothing', ''],
  ])('%s', (_what, text) => expect(read(text)).toEqual([]));
});
