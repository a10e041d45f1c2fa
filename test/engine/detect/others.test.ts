/** What a false alarm would be made of: every mail keeps its kind, its own line ends or an empty return path too. */
import { explain } from '../../../src/engine';
import { bounce } from '../write-mail';
import others from './others.json';

interface Other {
  name: string;
  fields: Partial<Record<string, string>>;
  body: string[];
  kind: string;
}
const mails: Other[] = others;
const rows = mails.map((other): [string, Other] => [other.name, other]);
const kindOf = async (mail: string) => (await explain(mail)).kind;

test.each(rows)('keeps its kind: %s', async (_name, { fields, body, kind }) =>
  expect(await kindOf(bounce(body.join('\n'), fields as Record<string, string>))).toBe(kind),
);

test.each(rows)('%s, the return path emptied on its way', async (_name, { fields, body, kind }) =>
  expect(await kindOf(bounce(body.join('\n'), { ...fields, 'Return-Path': '<>' }))).toBe(kind),
);
