/** The strongest of the rows whose words stand in a text. */
import type { ProviderRecord } from '../../knowledge/records';
import { unchanged, withoutLineCodes } from '../answer/line-codes';
import type { PhraseMatch } from '../phrases/phrase-finder';
import { recordOf, type DeliveryRecord } from '../record/record';
import { ANY, type Candidate, type Only } from './candidate';
import { isBeside, isInsideWord, isLastWord, isWholeWord, refuses, startsWord } from './neighbourhood';
import { rankOfWords, type Place } from './rank';
import { rules, type Found, type WordingRule } from './rules';
import { personalProviderOf } from './whose-mailbox';

/** A phrase in a text that speaks for its rule. */
interface SpeakingMatch {
  rule: WordingRule;
  start: number;
  end: number;
}

/** @param provider whose server speaks: its own rows come before those of others */
export function matchWordings(
  said: string | null,
  where: Place,
  record: DeliveryRecord,
  provider: ProviderRecord | null,
  only: Only = ANY,
): Candidate | null {
  if (!said) return null;
  // `550-Relay access 550 denied`: the codes of further lines stand inside the words.
  const { text, placeOf } = where === 'diagnostic' ? withoutLineCodes(said) : unchanged(said);
  let best: Candidate | null = null;
  for (const { rule, start, end } of speakingMatches(text, record, where === 'diagnostic')) {
    if (!only(rule.record)) continue;
    const rank = rankOfWords(rule, where, end - start, provider);
    if (best && best.rank >= rank) continue;
    const { id, weight, cause } = rule.record;
    best = {
      cause,
      confidence: isTelling(rule) && weight !== 'frame' && where === 'diagnostic' ? 'high' : 'medium',
      evidence: said.slice(placeOf(start), placeOf(end - 1) + 1),
      rule: id,
      overrides: rule.record,
      provider: rule.provider,
      rank,
    };
  }
  return best;
}

/** Characters of a text that are asked whether they hold known words. */
const MAX_ASKED = 20_000;
const NOBODY = recordOf({});

/**
 * Do words of the knowledge stand in the text?
 * @param generalCounts or only words that tell a cause by themselves?
 */
export const hasKnownWords = (text: string, generalCounts = true) =>
  speakingMatches(text.slice(0, MAX_ASKED), NOBODY, false).some(
    ({ rule }) => generalCounts || isTelling(rule),
  );

const isTelling = ({ record: { weight } }: WordingRule) => weight !== 'general' && weight !== 'vague';

/** @param isAnswer the text is a server's answer, so a code in it refuses */
function speakingMatches(text: string, record: DeliveryRecord, isAnswer: boolean): SpeakingMatch[] {
  const found = rules().finder.find(text);
  const silencing = found.filter(({ value }) => value.role !== 'speaks');
  const isRefused = isAnswer && refuses(record, text);
  return found.flatMap(({ value, start, end }) =>
    value.role === 'speaks' &&
    fitsCodes(value.rule, record) &&
    fitsOutcome(value.rule, record) &&
    !isSilenced(silencing, value.rule, text, start, end) &&
    fitsPlace(value.rule, record, isRefused, text, start, end)
      ? { rule: value.rule, start, end }
      : [],
  );
}

function fitsCodes({ record, statusTests }: WordingRule, { status, replyCode }: DeliveryRecord): boolean {
  if (record.status && (status === null || !statusTests.some((test) => test(status)))) return false;
  return !record.reply || (replyCode !== null && record.reply.includes(replyCode));
}

function fitsOutcome({ record: { cause, weight } }: WordingRule, { action }: DeliveryRecord): boolean {
  // A server that still tries has not given up.
  if (cause === 'expired') return action !== 'delayed';
  // "Will be tried again", quoted in a report that says it has failed.
  if (cause === 'not-a-failure') return weight !== 'general' || action !== 'failed';
  return true;
}

/** Do the words stand where words of their weight mean something? */
function fitsPlace(
  { record: { weight, beside } }: WordingRule,
  said: DeliveryRecord,
  isRefused: boolean,
  text: string,
  start: number,
  end: number,
): boolean {
  if (beside !== undefined && !(beside === 'refusal' && isRefused) && !isBeside(beside, text, start, end))
    return false;
  // Only people's mailboxes at a public provider are surely not the answering machine's own.
  if (beside === 'local-delivery' && personalProviderOf(said.address) === null) return false;
  if (beside === 'no-server' && (said.status === null || (said.replyCode ?? said.remoteMta) !== null))
    return false;
  if (weight === 'token') return !isInsideWord(text, start);
  if (!startsWord(text, start)) return false;
  // Postfix writes its frame for every refusal: it speaks where nothing follows it, or the status agrees.
  if (weight === 'frame') return isLastWord(text, end) || /^[45]\.1\./.test(said.status ?? '');
  return true;
}

/** Characters between a phrase and the words that forbid it. */
const NEAR = 400;

/** Characters of the longest phrase, its gaps filled. */
const LONGEST = 1000;

/** Of matches in the order of their ends, those that end in a stretch of the text: never all, of a long one. */
function within<T>(matches: readonly PhraseMatch<T>[], from: number, to: number): readonly PhraseMatch<T>[] {
  const first = firstEndingAt(matches, from);
  return matches.slice(first, firstEndingAt(matches, to));
}

function firstEndingAt(matches: readonly PhraseMatch<unknown>[], place: number): number {
  let [low, high] = [0, matches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle]?.end ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Do words near by forbid this rule, or is the phrase a piece of what is written below every refusal? */
const isSilenced = (
  silencing: readonly PhraseMatch<Found>[],
  rule: WordingRule,
  text: string,
  start: number,
  end: number,
) =>
  within(silencing, start - NEAR, end + NEAR + LONGEST).some((match) =>
    match.value.role === 'forbids'
      ? match.value.rule === rule &&
        match.start - end < NEAR &&
        start - match.end < NEAR &&
        isWholeWord(text, match.start, match.end)
      : match.start < end && start < match.end,
  );
