/** What all files told together, for people at a terminal or, with `--json`, for programs. */
import { compareRows, type Comparison, type RepeatOffender, repeatOffenders } from '../campaign/over-time';
import { settled } from '../campaign/people';
import { domainOf } from '../campaign/root-cause';
import type { Spill } from '../campaign/spill';
import { merge, type Summary } from '../campaign/summary';
import { toSummaryJson } from '../campaign/summary-json';
import { headlineOf, lineOf, notesOf, quoteOf, sentenceOf, stepsOf } from '../campaign/summary-words';
import type { TextList } from '../campaign/text-list';
import { countsOf, failedIn, type Overview, type ThingToDo } from '../campaign/things-to-do';
import { withoutIsolates, type Words } from '../engine';
import { type Speech, speechIn } from '../plan/speech';
import type { Options } from './arguments';
import { oneLine } from './json';
import { print, printAll } from './output';
import { plain } from './report';

/** Things that are told with their steps; the others with a line each. */
const MAX_TOLD = 10;
const MAX_LINES = 50;
/** Campaigns, domains, mail systems that are counted. */
const MAX_COUNTED = 5;

export async function printSummary(overview: Overview, { json }: Options, words: Words): Promise<void> {
  if (json) await print(oneLine(JSON.stringify(toSummaryJson(overview, words))) + '\n');
  else await printPlain(summaryLines(overview, speechIn(words)));
}

const printPlain = (lines: readonly string[]) =>
  print(lines.map((line) => indentOf(line) + plain(withoutIsolates(line)).trim()).join('\n') + '\n');

const indentOf = (line: string) => /^ */.exec(line)?.[0] ?? '';

function summaryLines(overview: Overview, speech: Speech): string[] {
  const { things } = overview;
  return [
    headlineOf(overview, speech),
    ...things.slice(0, MAX_LINES).map((thing, at) => `  ${at + 1}. ${lineOf(thing, speech)}`),
    ...things.slice(0, MAX_TOLD).flatMap((thing, at) => ['', ...thingLines(thing, at, speech)]),
    '',
    ...notesOf(overview, speech),
    ...counted(
      'campaign',
      countsOf(failedIn(overview), ({ campaign }) => campaign),
      speech,
    ),
    ...counted(
      'domain',
      countsOf(failedIn(overview), ({ address }) => domainOf(address)),
      speech,
    ),
    ...counted(
      'provider',
      countsOf(failedIn(overview), ({ provider }) => provider),
      speech,
    ),
  ];
}

function thingLines(thing: ThingToDo, at: number, speech: Speech): string[] {
  const { t } = speech;
  const quote = quoteOf(thing);
  const sentence = sentenceOf(thing, speech);
  return [
    `${at + 1}. ${lineOf(thing, speech)}`,
    ...(sentence === null ? [] : [`   ${sentence}`]),
    ...stepsOf(thing, speech).map((step, n) => `   ${n + 1}) ${step}`),
    ...(quote === null ? [] : [`   ${t('campaign.says', { words: quote })}`]),
    `   ${t('campaign.onList', { list: t(`campaign.lists.${thing.list}`) })}`,
  ];
}

/** One value alone tells nothing that the headline does not. */
const counted = (name: string, counts: readonly [string, number][], { t }: Speech): string[] =>
  counts.length < 2
    ? []
    : [
        t('engine.labelled', {
          name: t(`campaign.by.${name}`),
          value: counts
            .slice(0, MAX_COUNTED)
            .map(([value, count]) => `${value} ${count}`)
            .join(', '),
        }),
      ];

export async function printCompared(
  before: Summary,
  now: Summary,
  { json }: Options,
  words: Words,
  spill: Spill,
): Promise<void> {
  const compared = compareRows(settled(before.rows), settled(now.rows), spill);
  const repeated = repeatOffenders(merge(before, now).rows);
  if (json) {
    await printAll(comparisonJson(compared, repeated));
    return;
  }
  const { t } = speechIn(words);
  const often = now.rows.list().texts();
  for (const { address } of repeated) often.push(address);
  await printPlain([
    '',
    ...COMPARED.flatMap((name) => listed(`campaign.compared.${name}`, compared[name], t)),
    ...(often.length === 0 ? [] : listed('campaign.repeated', often, t)),
  ]);
}

const COMPARED = ['new', 'still', 'cured', 'unseen'] as const;

/** `{"comparison":{"new":[…],…},"repeated":[…]}`, in parts. */
function* comparisonJson(compared: Comparison, repeated: Iterable<RepeatOffender>): Generator<string> {
  let mark = '{"comparison":{';
  for (const name of COMPARED) {
    yield `${mark}${JSON.stringify(name)}:`;
    yield* jsonList(compared[name]);
    mark = ',';
  }
  yield '},"repeated":';
  yield* jsonList(repeated);
  yield '}\n';
}

function* jsonList(items: Iterable<unknown>): Generator<string> {
  let mark = '[';
  for (const item of items) {
    yield mark + oneLine(JSON.stringify(item));
    mark = ',';
  }
  yield mark === '[' ? '[]' : ']';
}

/** Enough to see whom it is about; `--json` has them all. */
const MAX_NAMED = 20;

function listed(key: string, addresses: TextList, t: Speech['t']): string[] {
  const lines = [t(key, { count: String(addresses.length) })];
  for (const address of addresses) {
    if (lines.length > MAX_NAMED) return [...lines, '  …'];
    lines.push(`  ${address}`);
  }
  return lines;
}
