import { withoutLineCodes } from '../../../src/engine/answer/line-codes';

test.each([
  ['joined by a blank', '550-Relay access 550 denied', '550-Relay access denied'],
  ['with a status each', '550-5.1.1 no such 550 5.1.1 user', '550-5.1.1 no such user'],
  ['joined by an escaped line end', '550-mailbox\\r\\n550 unavailable', '550-mailbox unavailable'],
  ['of one line', '550 5.1.1 User unknown', '550 5.1.1 User unknown'],
])('the codes of further lines, %s', (_how, said, text) =>
  expect(withoutLineCodes(said).text.replace(/ {2,}/g, ' ')).toBe(text),
);

test('a place in the text leads back to the original', () => {
  const said = '550-Relay access 550 denied';
  const { text, placeOf } = withoutLineCodes(said);
  expect(said.slice(placeOf(text.indexOf('denied')))).toBe('denied');
});
