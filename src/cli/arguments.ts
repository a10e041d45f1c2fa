/** Command line → options. */
import type { Context } from '../engine';
import { SHELLS, type Shell } from './completion';

export interface Options {
  json: boolean;
  help: boolean;
  version: boolean;
  /** Print what this shell completes the command's options by. */
  completion: Shell | null;
  /** Print the messages to those who must act. */
  messages: boolean;
  /** Print what each reader found, in place of the report. */
  trace: boolean;
  /** What is wanted of all files together; null where each mail is answered by itself. */
  campaign: CampaignOptions | null;
  language: string;
  context: Context;
  /** A code or a line that was typed, to be explained. */
  ask: string[];
  paths: string[];
}

export interface CampaignOptions {
  /** Print one line of JSON a person and mail, as they are found. */
  rows: boolean;
  /** Print what there is to do: as text, or with `--json` as JSON. */
  summary: boolean;
  /** Print one line of CSV a person and mail. */
  csv: boolean;
  /** Write lists and tickets into this folder. */
  lists: string | null;
  /** Rows of a former run. */
  compare: string | null;
  /** The files hold rows of former runs, which are put together. */
  merge: boolean;
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

/** `--summary`, `--`; but not `----- The following addresses …`, which may be asked about. */
const OPTION = /^--(?![-\s])/;

/** @throws UsageError */
export function readArguments(argv: readonly string[]): Options {
  const ownDomains: string[] = [];
  const sendingAddresses: string[] = [];
  const context: Context = { ownDomains, sendingAddresses };
  const options: Options = {
    json: false,
    help: false,
    version: false,
    completion: null,
    messages: false,
    trace: false,
    campaign: null,
    language: 'en',
    context,
    ask: [],
    paths: [],
  };
  const given = new Set<string>();
  const waiting = [...argv];
  for (let argument = waiting.shift(); argument !== undefined; argument = waiting.shift()) {
    const value = () => {
      const next = waiting.shift();
      if (next === undefined || OPTION.test(next)) throw new UsageError('value', { option: argument ?? '' });
      return next;
    };
    given.add(argument);
    if (argument === '--') options.paths.push(...waiting.splice(0));
    else if (argument === '--json') options.json = true;
    else if (argument === '--help' || argument === '-h') options.help = true;
    else if (argument === '--version') options.version = true;
    else if (argument === '--completion') options.completion = shell(value());
    else if (argument === '--messages') options.messages = true;
    else if (argument === '--real') context.isReal = true;
    else if (argument === '--trace') options.trace = true;
    else if (CAMPAIGN_FLAGS.has(argument))
      campaignOf(options)[CAMPAIGN_FLAGS.get(argument) ?? 'summary'] = true;
    else if (argument === '--lists') campaignOf(options).lists = value();
    else if (argument === '--compare') campaignOf(options).compare = value();
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
  if (options.help || options.version || options.completion !== null) return options;
  if (options.paths.length + options.ask.length === 0) throw new UsageError('no-path');
  checkTogether(given, options);
  return options;
}

const CAMPAIGN = ['--rows', '--summary', '--csv', '--lists', '--compare', '--merge'];
/** An option, and those that it excludes: two forms on one output are of use to nobody, and no option goes unheard. */
const EXCLUDED: readonly (readonly [string, readonly string[]])[] = [
  ['--rows', ['--summary', '--csv', '--compare']],
  ['--csv', ['--summary', '--compare', '--json']],
  ['--messages', ['--json', ...CAMPAIGN]],
  ['--trace', ['--json', '--messages', ...CAMPAIGN]],
  ['--ask', CAMPAIGN],
];

function checkTogether(given: ReadonlySet<string>, { campaign }: Options) {
  for (const [option, others] of EXCLUDED)
    for (const other of others)
      if (given.has(option) && given.has(other)) throw new UsageError('not-together', { option, other });
  if (campaign?.merge && CAMPAIGN.every((option) => option === '--merge' || !given.has(option)))
    throw new UsageError('campaign-what');
}

const CAMPAIGN_FLAGS = new Map<string, 'rows' | 'summary' | 'csv' | 'merge'>([
  ['--rows', 'rows'],
  ['--summary', 'summary'],
  ['--csv', 'csv'],
  ['--merge', 'merge'],
]);

const campaignOf = (options: Options): CampaignOptions =>
  (options.campaign ??= {
    rows: false,
    summary: false,
    csv: false,
    lists: null,
    compare: null,
    merge: false,
  });

/** `all`, or one address more. */
function addNewAccount(context: Context, value: string): void {
  const known = context.newAccounts ?? [];
  context.newAccounts = value === 'all' || known === true ? true : [...known, value];
}

function shell(value: string): Shell {
  const known = SHELLS.find((name) => name === value);
  if (known === undefined) throw new UsageError('shell');
  return known;
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
