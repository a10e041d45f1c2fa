import { onlyAddress } from '../../../../src/engine/report/readers/only-address';
import { fields, readBy, reportOf } from './report-text';

const read = (text: string, headers = '') =>
  readBy(onlyAddress, reportOf(text, { headers: fields(headers) })).map(({ address }) => address);

describe('reads', () => {
  test.each([
    ['in brackets of another script', '退信原因：收件人邮件地址（user@example.com）不存在'],
    ['in a sentence nobody has written down', 'Die Post an user@example.com kam leider zurück.'],
    ['named twice', 'a user@example.com b\nc user@example.com d'],
    ['beside the address of the reader', 'An user@example.com ging die Mail von training@company.example.'],
  ])('an address %s', (_what, text) =>
    expect(read(text, 'To: training@company.example')).toEqual(['user@example.com']),
  );
});

describe('does not read', () => {
  test.each([
    ['two addresses', 'a@example.com b@example.com'],
    ['the address of help', 'Please contact helpdesk@example.com'],
    ['a greeting', 'Hello user@example.com,'],
    ['a greeting in another script', 'مرحبًا user@example.com،'],
    ['an address in a link', 'https://example.com/?u=user@example.com'],
    ['an address far down', `${'x\n'.repeat(80)}user@example.com`],
    ['no address', 'nothing'],
    ['nothing', ''],
  ])('%s', (_what, text) => expect(read(text)).toEqual([]));

  test('the reporter', () => expect(read('via mailer@example.com', 'From: mailer@example.com')).toEqual([]));
});
