/** An overview → the JSON that other programs rely on (docs/campaign.md). */
import type { Words } from '../engine';
import { speechIn } from '../plan/speech';
import { domainOf, LISTS, listOf } from './root-cause';
import { quoteOf, stepsOf, titleOf } from './summary-words';
import { countsOf, failedIn, type Overview, type ThingToDo } from './things-to-do';

/** Values that are counted, the commonest first. */
const MAX_COUNTED = 100;

export function toSummaryJson(overview: Overview, words: Words) {
  const { bounces, things, waiting, arrived, rows, accounts } = overview;
  const counted = (valueOf: Parameters<typeof countsOf>[1]) =>
    Object.fromEntries(countsOf(failedIn(overview), valueOf).slice(0, MAX_COUNTED));
  const lists = new Map(countsOf(failedIn(overview), listOf));
  return {
    bounces,
    arrived: arrived.length,
    rows: rows.length,
    thingsToDo: things.map((thing) => thingOf(thing, words)),
    waiting: waiting.map((thing) => thingOf(thing, words)),
    lists: Object.fromEntries(LISTS.map((list) => [list, lists.get(list) ?? 0])),
    byCampaign: counted(({ campaign }) => campaign),
    byDomain: counted(({ address }) => domainOf(address)),
    byProvider: counted(({ provider }) => provider),
    sources: accounts.map(({ source, records, told, silent, suspicious, leftOut }) => ({
      source,
      records,
      told,
      silent,
      suspicious,
      leftOut,
    })),
  };
}

function thingOf(thing: ThingToDo, words: Words) {
  const { first } = thing;
  const speech = speechIn(words);
  return {
    rootCause: thing.rootCause,
    people: thing.people,
    bounces: thing.rows.length,
    share: Math.round(thing.share * 10_000) / 10_000,
    list: thing.list,
    cause: first.cause,
    variant: first.variant,
    whoActs: first.whoActs,
    resend: first.resend,
    title: titleOf(thing, speech),
    says: quoteOf(thing),
    steps: stepsOf(thing, speech),
  };
}
