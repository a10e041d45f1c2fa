/** Command line → options. */
import type { Context } from '../engine';

export interface Options {
  json: boolean;
  help: boolean;
  /** Print the messages to those who must act. */
  messages: boolean;
  /** Print what each reader found, in place of the report. */
  trace: boolean;
  language: string;
  context: Context;
  /** A code or a line that was typed, to be explained. */
  ask: string[];
  paths: string[];
}

/** A command that was not understood; `key` names its words below `cli.error`. */
export class UsageError extends Error {
  constructor(
    readonly key: string,
    readonly values: Record<string, string> = {},
  ) {
    super(key);
  }
}

/** The language for a command that is not understood, as far as it says which. */
export function languageAsked(argv: readonly string[]): string {
  const end = argv.indexOf('--');
  const at = (end < 0 ? argv : argv.slice(0, end)).lastIndexOf('--language');
  return (at < 0 ? undefined : argv[at + 1]) ?? 'en';
}

/** @throws UsageError */
export function readArguments(argv: readonly string[]): Options {
  const ownDomains: string[] = [];
  const sendingAddresses: string[] = [];
  const context: Context = { ownDomains, sendingAddresses };
  const options: Options = {
    json: false,
    help: false,
    messages: false,
    trace: false,
    language: 'en',
    context,
    ask: [],
    paths: [],
  };
  const waiting = [...argv];
  for (let argument = waiting.shift(); argument !== undefined; argument = waiting.shift()) {
    const value = () => {
      const next = waiting.shift();
      if (next === undefined) throw new UsageError('value', { option: argument ?? '' });
      return next;
    };
    if (argument === '--') options.paths.push(...waiting.splice(0));
    else if (argument === '--json') options.json = true;
    else if (argument === '--help' || argument === '-h') options.help = true;
    else if (argument === '--messages') options.messages = true;
    else if (argument === '--real') context.isReal = true;
    else if (argument === '--trace') options.trace = true;
    else if (argument === '--ask') options.ask.push(value());
    else if (argument === '--new-account') addNewAccount(context, value());
    else if (argument === '--language') options.language = value();
    else if (argument === '--own-domain') ownDomains.push(value().toLowerCase());
    else if (argument === '--sender') sendingAddresses.push(value().toLowerCase());
    else if (argument === '--platform-url') context.platformUrl = httpsUrl(value());
    else if (argument === '--now') context.now = time(value());
    else if (argument.startsWith('-') && argument !== '-')
      throw new UsageError('option', { option: argument });
    else options.paths.push(argument);
  }
  if (!options.help && options.paths.length + options.ask.length === 0) throw new UsageError('no-path');
  return options;
}

/** `all`, or one address more. */
function addNewAccount(context: Context, value: string): void {
  const known = context.newAccounts ?? [];
  context.newAccounts = value === 'all' || known === true ? true : [...known, value];
}

function httpsUrl(value: string): string {
  if (!URL.canParse(value) || new URL(value).protocol !== 'https:') throw new UsageError('url');
  return value;
}

function time(value: string): string {
  const parsed = Date.parse(value);
  if (Number.isNaN(parsed)) throw new UsageError('time');
  return new Date(parsed).toISOString();
}
