/** What a false alarm would be made of: every mail keeps its kind, its own line ends or an empty return path too. */
import { explain } from '../../../src/engine';
import { bounce } from '../write-mail';
import { others, type Other } from './others';

const rows = others.map((other): [string, Other] => [other.name, other]);
const kindOf = async (mail: string) => (await explain(mail)).kind;

test.each(rows)('%s', async (_name, { fields, body, kind }) =>
  expect(await kindOf(bounce(body, fields))).toBe(kind),
);

test.each(rows)('%s, the return path emptied on its way', async (_name, { fields, body, kind }) =>
  expect(await kindOf(bounce(body, { ...fields, 'Return-Path': '<>' }))).toBe(kind),
);
