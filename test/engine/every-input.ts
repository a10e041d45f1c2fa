/** All that the knowledge gives an example of, and all mails of the test mailbox: what a rule about answers is held to. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { causes, variants } from '../../src/knowledge/generated';
import { codes, wordings } from '../../src/knowledge/generated/rules';

const MAILS = join(__dirname, '../../host/mails');

const texts = (): string[] => [
  ...causes.flatMap(({ examples }) => examples),
  ...Object.values(variants).flatMap((rows) => rows.map(({ example }) => example)),
  ...wordings.flatMap(({ rows }) => rows.map(({ example }) => example)),
  ...codes.flatMap(({ rows }) => rows.map(({ code }) => code.replace('X', '5').replace(/-\d+$/, ''))),
];

const mails = (): Uint8Array[] =>
  readdirSync(MAILS)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => new Uint8Array(readFileSync(join(MAILS, name))));

/** For `test.each`: a name, and what makes the inputs. */
export const everyInput = [
  ['texts', texts],
  ['mails', mails],
] as const;
