/** One mail → what is printed of it: the report, or what is wrong with the file. */
import { explain, InputError, loadHelp, say, withoutIsolates } from '../engine';
import type { Text, Words } from '../engine';
import type { Options } from './arguments';
import type { MailFile } from './mails';
import { toJson } from './json';
import { OutOfMemory } from './out-of-memory';
import { plain, toReport } from './report';
import { toTrace } from './trace';

export interface Asked extends MailFile {
  /** Typed by hand: no mail, but a question. */
  asked?: boolean;
}

export interface Answer {
  /** For standard output; null where there is nothing to say. */
  printed: string | null;
  /** Of parts that were not read, for standard error, a line each. */
  warnings: string[];
  /** What is wrong with the file, in words; null where it was read. */
  problem: string | null;
  /** What is only told of: nothing is lost with it. */
  note?: string;
}

/** Never throws: what goes wrong with one file must not keep the others from being read. */
export async function answer(file: Asked, options: Options, words: Words): Promise<Answer> {
  try {
    return await read(file, options, words);
  } catch (error) {
    return failed(file, error, words);
  }
}

/** What is wrong with a file that was not read to its end. */
export function failed({ name }: Pick<Asked, 'name'>, error: unknown, words: Words): Answer {
  const file = plain(name);
  return { printed: null, warnings: [], problem: say(words, problemOf(file, error)) };
}

function problemOf(file: string, error: unknown): Text {
  if (error instanceof InputError) return { key: `engine.problems.${error.code}`, values: { file } };
  if (error instanceof OutOfMemory) return { key: 'cli.error.no-memory', values: { file } };
  return { key: 'cli.error.unreadable', values: { file, detail: plain(String(error)) } };
}

async function read(
  { name, bytes, lines, asked = false }: Asked,
  options: Options,
  words: Words,
): Promise<Answer> {
  const done = (printed: string, warnings: string[] = []) => ({ printed, warnings, problem: null });
  if (options.trace) {
    const { trace } = await import('../engine/trace');
    return done(toTrace(name, await trace(bytes, options.context)));
  }
  const explanation = await explain(bytes, options.context);
  if (asked && !options.json && explanation.kind === 'not-a-report')
    return done(withoutIsolates(say(words, { key: 'cli.report.nothing', values: {} })));
  return done(
    options.json
      ? toJson(name, explanation, words, lines)
      : toReport(name, explanation, { ...options, words, asked, help: await loadHelp(explanation) }),
    explanation.warnings.map((warning) => `${plain(name)}: ${say(words, warning)}`),
  );
}
