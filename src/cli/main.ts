/** `ndr-explain`: the engine on files. */
import { explain, InputError, loadHelp, loadTrace, loadWords, say, withoutIsolates } from '../engine';
import type { Words } from '../engine';
import { languageAsked, readArguments, UsageError, type Options } from './arguments';
import { type FileProblem, mailFiles, type MailFile } from './files';
import { toJson } from './json';
import { plain, toReport } from './report';
import { toTrace } from './trace';

const EXIT = { read: 0, someUnread: 1, usage: 2 } as const;

async function main(argv: readonly string[]): Promise<number> {
  let options: Options;
  try {
    options = readArguments(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const words = await loadWords(languageAsked(argv));
    warn(say(words, { key: `cli.error.${error.key}`, values: error.values }));
    return EXIT.usage;
  }
  const words = await loadWords(options.language);
  if (options.help) {
    print(withoutIsolates(say(words, { key: 'cli.usage', values: {} })) + '\n');
    return EXIT.read;
  }
  let exit: number = EXIT.read;
  for await (const file of asked(options)) {
    const problem =
      'key' in file
        ? say(words, { key: `cli.error.${file.key}`, values: inOneLine(file.values) })
        : await explainFile(file, options, words);
    if (problem === null) continue;
    warn(problem);
    exit = EXIT.someUnread;
  }
  return exit;
}

interface Asked extends MailFile {
  /** Typed by hand: no mail, but a question. */
  asked?: true;
}

/** What was typed, then what was named. */
async function* asked({ ask, paths }: Options): AsyncGenerator<Asked | FileProblem> {
  for (const text of ask) yield { name: text, bytes: new TextEncoder().encode(text), asked: true };
  yield* mailFiles(paths);
}

/** Prints the explanation of one mail. @returns what is wrong with the file, or null */
async function explainFile(
  { name, bytes, asked }: Asked,
  options: Options,
  words: Words,
): Promise<string | null> {
  try {
    if (options.trace) {
      const { trace } = await loadTrace();
      print(toTrace(name, await trace(bytes, options.context)) + '\n');
      return null;
    }
    const explanation = await explain(bytes, options.context);
    if (asked && !options.json && explanation.kind === 'not-a-report') {
      print(withoutIsolates(say(words, { key: 'cli.report.nothing', values: {} })) + '\n');
      return null;
    }
    print(
      options.json
        ? toJson(name, explanation, words) + '\n'
        : toReport(name, explanation, { ...options, words, help: await loadHelp() }) + '\n',
    );
    for (const warning of explanation.warnings) warn(`${plain(name)}: ${say(words, warning)}`);
    return null;
  } catch (error) {
    if (error instanceof InputError)
      return say(words, { key: `engine.problems.${error.code}`, values: { file: plain(name) } });
    return say(words, {
      key: 'cli.error.unreadable',
      values: { file: plain(name), detail: plain(String(error)) },
    });
  }
}

/** A file's name may hold a line end, and forge a line of ours with it. */
const inOneLine = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));

const print = (text: string) => process.stdout.write(text);
const warn = (text: string) => process.stderr.write(text.split('\n').map(plain).join('\n') + '\n');

// A reader that has seen enough, such as `head`, closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

main(process.argv.slice(2)).then(
  (exit) => {
    process.exitCode = exit;
  },
  (error: unknown) => {
    warn(String(error));
    process.exitCode = EXIT.someUnread;
  },
);
