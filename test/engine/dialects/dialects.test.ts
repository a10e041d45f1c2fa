/** Each mail system's report, whole, as text alone and as a page: recipients, codes and cause. */
import { explain, type Input } from '../../../src/engine';
import { mailOf, type Dialect } from './dialect';
import older from './older.json';
import servers from './servers.json';
import services from './services.json';

const read = async (input: Input) => {
  const { kind, recipients } = await explain(input);
  return {
    kind,
    recipients: recipients.map(({ address, replyCode, status, cause }) => [
      address,
      replyCode,
      status,
      cause,
    ]),
  };
};
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const page = (lines: string[]) => lines.map((line) => `<div>${escape(line.trim()) || '<br>'}</div>`);

const dialects: Dialect[] = [...servers, ...services, ...older];
const rows = dialects.map((dialect): [string, Dialect] => [dialect.name, dialect]);
const textOnly = rows.filter(([, { status, html }]) => status === undefined && !html);

test.each(rows)('reads the dialect of %s', async (_name, dialect) =>
  expect(await read(mailOf(dialect))).toEqual({ kind: 'failure', recipients: dialect.expected }),
);

test.each(textOnly)('%s, as a page', async (_name, dialect) =>
  expect(await read(mailOf({ ...dialect, body: page(dialect.body), html: true }))).toEqual({
    kind: 'failure',
    recipients: dialect.expected,
  }),
);

const pasted = textOnly.filter(([, { isNamedInHeader }]) => !isNamedInHeader);

test.each(pasted)('%s, pasted', async (_name, dialect) =>
  expect(await read(dialect.body.join('\n'))).toEqual({ kind: 'failure', recipients: dialect.expected }),
);
