/** `ndr-explain`: the engine on files. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { loadWords, say, withoutIsolates, type Words } from '../engine';
import { KNOWLEDGE_DATE, VERSION } from '../identity';
import { failed, type Answer, type Asked } from './answer';
import { languageAsked, readArguments, UsageError, type Options } from './arguments';
import { completion } from './completion';
import type { FileProblem } from '../campaign/reading/open-file';
import { isPassedOver } from '../campaign/streams/piece';
import { type FileLeftOut, mailFiles } from './mails';
import { oneAhead } from './one-ahead';
import { letReadersLeave, print, warn } from './output';
import { problemText } from './problems';
import { ReadingThread } from './reading-thread';

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
  const itself = await aboutItself(options);
  if (itself !== null) {
    await print(itself + '\n');
    return EXIT.read;
  }
  if (options.campaign) {
    const { runCampaign } = await import('./campaign');
    const isAllRead = await runCampaign(options, options.campaign, startThread);
    return isAllRead ? EXIT.read : EXIT.someUnread;
  }
  return answerEach(options);
}

/** What is asked of the command itself; null where it is asked to explain something. */
async function aboutItself({ help, version, completion: shell, language }: Options): Promise<string | null> {
  const told = async (key: string, values = {}) =>
    withoutIsolates(say(await loadWords(language), { key, values }));
  if (help) return told('cli.usage');
  if (version) return told('cli.version', { version: VERSION, date: KNOWLEDGE_DATE });
  return shell && completion(shell, await told('cli.usage'));
}

/** One answer a mail. */
async function answerEach(options: Options): Promise<number> {
  const words = () => loadWords(options.language);
  const thread = new ReadingThread<Asked, Answer>(() => startThread(options));
  thread.prepare();
  const read = async (file: Asked | FileProblem | FileLeftOut): Promise<Answer> => {
    if (!('bytes' in file)) return unread(file, await words());
    // A copy, which can be handed over: mails of an mbox share their memory.
    const bytes = new Uint8Array(file.bytes);
    return thread
      .read({ ...file, bytes }, [bytes.buffer])
      .catch(async (error: unknown) => failed(file, error, await words()));
  };
  let exit: number = EXIT.read;
  for await (const { printed, warnings, problem, note } of oneAhead(asked(options), read)) {
    if (printed !== null) await print(printed + '\n');
    if (note !== undefined) warn(note);
    for (const warning of warnings) warn(warning);
    if (problem !== null) warn(problem);
    // Each warning tells of a part that was not read.
    if (problem !== null || warnings.length > 0) exit = EXIT.someUnread;
  }
  await thread.end();
  return exit;
}

/** Files that hold no bounces are only told of. */
function unread(file: FileProblem | FileLeftOut, words: Words): Answer {
  const text = problemText(file, words);
  return 'leftOut' in file && isPassedOver(file)
    ? { printed: null, warnings: [], problem: null, note: text }
    : { printed: null, warnings: [], problem: text };
}

/** Heap of the thread, in MiB. */
const MAX_HEAP = 2048;
/** Of that, for what lives for a moment: more of it is no faster. */
const MAX_YOUNG = 16;

const startThread = (options: Options) =>
  new Worker(join(__dirname, 'answer-thread.js'), {
    workerData: options,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP, maxYoungGenerationSizeMb: MAX_YOUNG },
  });

/** What was typed, then what was named. */
async function* asked({ ask, paths }: Options): AsyncGenerator<Asked | FileProblem | FileLeftOut> {
  for (const text of ask) yield { name: text, bytes: new TextEncoder().encode(text), asked: true };
  yield* mailFiles(paths);
}

letReadersLeave();
main(process.argv.slice(2)).then(
  (exit) => {
    process.exitCode = exit;
  },
  (error: unknown) => {
    warn(String(error));
    process.exitCode = EXIT.someUnread;
  },
);
