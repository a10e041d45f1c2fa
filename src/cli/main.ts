/** `ndr-explain`: the engine on files. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { loadWords, say, withoutIsolates } from '../engine';
import { failed, type Answer, type Asked } from './answer';
import { languageAsked, readArguments, UsageError, type Options } from './arguments';
import { type FileProblem, mailFiles } from './files';
import { ReadingThread } from './reading-thread';
import { plain } from './report';

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
  const words = () => loadWords(options.language);
  if (options.help) {
    print(withoutIsolates(say(await words(), { key: 'cli.usage', values: {} })) + '\n');
    return EXIT.read;
  }
  const thread = new ReadingThread(() => startThread(options));
  thread.prepare();
  const read = async (file: Asked | FileProblem): Promise<Answer> => {
    if ('key' in file) {
      const problem = say(await words(), { key: `cli.error.${file.key}`, values: inOneLine(file.values) });
      return { printed: null, warnings: [], problem };
    }
    return thread.read(file).catch(async (error: unknown) => failed(file, error, await words()));
  };
  let exit: number = EXIT.read;
  for await (const { printed, warnings, problem } of oneAhead(asked(options), read)) {
    if (printed !== null) print(printed + '\n');
    for (const warning of warnings) warn(warning);
    if (problem === null) continue;
    warn(problem);
    exit = EXIT.someUnread;
  }
  await thread.end();
  return exit;
}

/** Heap of the thread, in MiB. */
const MAX_HEAP = 2048;

const startThread = (options: Options) =>
  new Worker(join(__dirname, 'answer-thread.js'), {
    workerData: options,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP },
  });

/** The next file is fetched from the disk while one is read. */
async function* oneAhead<From, To>(
  all: AsyncIterable<From>,
  read: (one: From) => Promise<To>,
): AsyncGenerator<To> {
  let before: Promise<To> | null = null;
  for await (const one of all) {
    if (before !== null) yield await before;
    before = read(one);
  }
  if (before !== null) yield await before;
}

/** What was typed, then what was named. */
async function* asked({ ask, paths }: Options): AsyncGenerator<Asked | FileProblem> {
  for (const text of ask) yield { name: text, bytes: new TextEncoder().encode(text), asked: true };
  yield* mailFiles(paths);
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
