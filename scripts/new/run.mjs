/** Runs one of the makers: prints what is needed, refuses with the reasons, or writes and names the next step. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { knowledgeFolder, readKnowledge } from '../knowledge/read.mjs';
import { readArguments } from './arguments.mjs';

const EXIT = { refused: 1, usage: 2 };

const write = async (folder, files) => {
  const config = await resolveConfig(join(knowledgeFolder, 'links.json'));
  for (const [file, content] of files) {
    const path = join(folder, file);
    const isJson = typeof content !== 'string';
    const text = isJson
      ? await format(JSON.stringify(content, null, 2), { ...config, parser: 'json' })
      : content;
    console.log(`${existsSync(path) ? 'Changed' : 'Made'} ${file}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
};

/**
 * @param maker `usage(knowledge)`; `options`, those it knows; and `make(knowledge, { words, options })`, which
 *   answers `{ missing }` (what was not given), `{ refused }` (reasons), or `{ files, next }`: path → content
 *   below the knowledge folder, and the steps that follow.
 */
export const run = async (maker, argv = process.argv.slice(2)) => {
  const read = readArguments(argv, [...maker.options, 'into']);
  const folder = read.options.into?.[0] ?? knowledgeFolder;
  const knowledge = readKnowledge(folder);
  const usage = `${maker.usage(knowledge)}\n\n  --into folder   another copy of src/knowledge, for a try`;
  const stop = (exit, lines) => {
    console.error(lines.join('\n'));
    process.exitCode = exit;
  };
  if (knowledge.unread.length > 0)
    return stop(EXIT.refused, ['Run npm run check:knowledge first: a file cannot be read.']);
  if (read.wrong.length > 0 || argv.length === 0) return stop(EXIT.usage, [...read.wrong, usage]);
  const { missing = [], refused = [], files, next } = maker.make(knowledge, { ...read, folder });
  if (missing.length > 0) return stop(EXIT.usage, [...missing.map((name) => `Missing: ${name}`), '', usage]);
  if (refused.length > 0) return stop(EXIT.refused, refused);
  await write(folder, files);
  console.log(['', 'Next:', ...next.map((step, at) => `${at + 1}. ${step}`)].join('\n'));
};
