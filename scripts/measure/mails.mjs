/** The mails that are measured: our own, and those of a labelled corpus where BOUNCE_CORPUS names its folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const OURS = 'host/mails';
const REPORTS = new Set(['failure', 'delay', 'success']);

function ourMails() {
  const expected = JSON.parse(readFileSync(join(OURS, 'expected.json'), 'utf8'));
  return readdirSync(OURS)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => ({
      name,
      bytes: read(join(OURS, name)),
      kind: kindOf(REPORTS.has(expected[name]?.kind), expected[name]?.kind === 'not-a-report'),
    }));
}

function corpusMails() {
  const corpus = process.env.BOUNCE_CORPUS;
  if (!corpus || !existsSync(join(corpus, 'items.jsonl'))) return [];
  return readFileSync(join(corpus, 'items.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map(({ file, kind, form }) => ({
      name: file,
      bytes: read(join(corpus, 'dev', file)),
      kind: kindOf(form !== 'body' && (kind === 'bounce' || kind === 'delayed'), kind === 'ham'),
    }));
}

const kindOf = (isBounce, isOrdinary) => (isBounce ? 'bounce' : isOrdinary ? 'ordinary' : 'other');

/** A plain Uint8Array of its own memory, as a mailbox hands it out. */
const read = (file) => new Uint8Array(readFileSync(file));

/** @returns mails with `name`, `bytes` and `kind`: bounce, ordinary, other */
export const allMails = () => [...ourMails(), ...corpusMails()];
