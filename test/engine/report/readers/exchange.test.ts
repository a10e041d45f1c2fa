import { exchange } from '../../../../src/engine/report/readers/exchange';
import { readBy, reportOf } from './report-text';

const read = (text: string) => readBy(exchange, reportOf(text));
const FOUND = { address: 'user@example.com', replyCode: '550', status: '5.1.10' };
const NOT_FOUND = '550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found';

describe('reads', () => {
  test.each([
    ['quoted', `Remote Server returned '${NOT_FOUND}'`],
    ['in other quotes', `Le serveur distant a renvoyé « ${NOT_FOUND} »`],
    ['behind a hash', `#${NOT_FOUND} ##`],
    ['wrapped', `mx.example.com #<mx.example.com #5.1.10 smtp;${NOT_FOUND}> #SMTP#`],
    ['alone on its line', NOT_FOUND],
    ['over two lines', `Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound;\nnot found'`],
  ])('an answer %s', (_what, lines) => {
    expect(read(`Generating server: mx.example.com\n\nuser@example.com\n${lines}`)).toEqual([
      { ...FOUND, diagnostic: NOT_FOUND },
    ]);
  });

  test.each([
    'user@example.com',
    'Jo User (user@example.com)',
    'user@example.com<mailto:user@example.com>',
    '<user@example.com>',
  ])('the address on the line %s', (line) =>
    expect(read(`${line}\n\n#${NOT_FOUND} ##`)).toMatchObject([FOUND]),
  );

  test('two recipients, each with its own answer', () => {
    const text = `Generating server: mx.example.com\na@example.com\n#550 5.1.1 not found ##\nb@example.com\n#554 5.2.2 full ##`;
    expect(read(text)).toMatchObject([
      { address: 'a@example.com', status: '5.1.1' },
      { address: 'b@example.com', status: '5.2.2' },
    ]);
  });
});

describe('does not read', () => {
  test.each([
    ['what Exchange did not write', "user@example.com\n'550 5.1.1 no'"],
    ['a report without an answer', 'Generating server: mx.example.com\nuser@example.com'],
    ['an answer without a status', "Generating server: mx.example.com\n'550 no'"],
    ['nothing', ''],
  ])('%s', (_what, text) => expect(read(text)).toEqual([]));
});
