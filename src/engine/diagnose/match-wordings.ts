/** The strongest of the rows whose words stand in a text. */
import type { ProviderRecord } from '../../knowledge/records';
import { unchanged, withoutLineCodes } from '../answer/line-codes';
import { wantForeign } from '../phrases/foreign';
import type { PhraseMatch } from '../phrases/phrase-finder';
import { recordOf, type DeliveryRecord } from '../record/record';
import { ANY, type Candidate, type Only } from './candidate';
import {
  isBeside,
  isInsideWord,
  isLastWord,
  isPartOfName,
  isWholeWord,
  refuses,
  startsWord,
} from './neighbourhood';
import { rankOfWords, type Place } from './rank';
import { rules, type Found, type WordingRule } from './rules';
import { personalProviderOf } from './whose-mailbox';

/** A text and the phrases in it. */
interface Searched {
  text: string;
  /** Where a character of the text stands in what was said. */
  placeOf(at: number): number;
  speaking: readonly (PhraseMatch<Found> & { value: { role: 'speaks' } })[];
  /** Phrases that may forbid others, in the order of their ends. */
  silencing: readonly PhraseMatch<Found>[];
  /** Is the text a server's answer? A code in it refuses. */
  isAnswer: boolean;
}

/** The rows whose words stand in what was said about one record. Each text is searched once, whatever is asked of it. */
export class Wordings {
  private readonly known = { diagnostic: new Map<string, Searched>(), prose: new Map<string, Searched>() };

  /**
   * The strongest of the rows.
   * @param record its codes, and what became of its mail
   * @param provider whose server speaks: its own rows come before those of others
   */
  best(
    said: string | null,
    where: Place,
    record: DeliveryRecord,
    provider: ProviderRecord | null,
    only: Only = ANY,
  ): Candidate | null {
    if (!said) return null;
    const searched = this.searched(said, where);
    let best: Candidate | null = null;
    for (const match of searched.speaking) {
      const { rule } = match.value;
      if (!only(rule.record)) continue;
      const rank = rankOfWords(rule, where, match.end - match.start, provider);
      if ((best && best.rank >= rank) || !speaks(match, searched, record)) continue;
      const { id, weight, cause } = rule.record;
      best = {
        cause,
        confidence: isTelling(rule) && weight !== 'frame' && where === 'diagnostic' ? 'high' : 'medium',
        evidence: longestLine(said.slice(searched.placeOf(match.start), searched.placeOf(match.end - 1) + 1)),
        rule: id,
        overrides: rule.record,
        provider: rule.provider,
        rank,
      };
    }
    return best;
  }

  private searched(said: string, where: Place): Searched {
    const known = this.known[where];
    let searched = known.get(said);
    if (!searched) known.set(said, (searched = search(said, where === 'diagnostic')));
    return searched;
  }
}

function search(said: string, isAnswer: boolean): Searched {
  // `550-Relay access 550 denied`: the codes of further lines stand inside the words.
  const { text, placeOf } = isAnswer ? withoutLineCodes(said) : unchanged(said);
  const all = rules().finder.find(text);
  const found = all.filter(({ value: { role } }) => role !== 'foreign-mark');
  if (found.length < all.length) wantForeign();
  return {
    text,
    placeOf,
    speaking: found.filter(isSpeaking),
    silencing: found.filter((match) => !isSpeaking(match)),
    isAnswer,
  };
}

type Speaking = Searched['speaking'][number];
const isSpeaking = (match: PhraseMatch<Found>): match is Speaking => match.value.role === 'speaks';

/** Words may go on in the next line of an answer, behind the marks of whoever wrote it down. */
const longestLine = (words: string) =>
  words
    .split('\n')
    .map((line) => line.trim())
    .reduce((longest, line) => (line.length > longest.length ? line : longest));

/** Characters of a text that are asked whether they hold known words. */
const MAX_ASKED = 20_000;
const NOBODY = recordOf({});

/**
 * Do words of the knowledge stand in the text?
 * @param hintsCount or only words that tell a cause by themselves?
 */
export function hasKnownWords(text: string, hintsCount = true): boolean {
  const searched = search(text.slice(0, MAX_ASKED), false);
  return searched.speaking.some(
    (match) => (hintsCount || isTelling(match.value.rule)) && speaks(match, searched, NOBODY),
  );
}

const isTelling = ({ record: { weight } }: WordingRule) => weight !== 'general' && weight !== 'vague';

/** Does a phrase speak for its rule: of such a record, at this place, with nothing beside it that forbids it? */
const speaks = (
  { value: { rule }, start, end }: Speaking,
  { text, silencing, isAnswer }: Searched,
  record: DeliveryRecord,
) =>
  fitsCodes(rule, record) &&
  fitsOutcome(rule, record) &&
  !isSilenced(silencing, rule, text, start, end) &&
  fitsPlace(rule, record, isAnswer, text, start, end);

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
  record: DeliveryRecord,
  isAnswer: boolean,
  text: string,
  start: number,
  end: number,
): boolean {
  if (
    beside !== undefined &&
    !(beside === 'refusal' && isAnswer && refuses(record, text)) &&
    !isBeside(beside, text, start, end)
  )
    return false;
  // Only people's mailboxes at a public provider are surely not the answering machine's own.
  if (beside === 'local-delivery' && personalProviderOf(record.address) === null) return false;
  if (beside === 'no-server' && !refusedUnasked(record)) return false;
  if (beside === 'no-answer' && quotesAnswer(record)) return false;
  if (weight === 'token') return !isInsideWord(text, start);
  if (!startsWord(text, start)) return false;
  if (weight === 'general' && isPartOfName(text, start, end)) return false;
  // Postfix writes its frame for every refusal: it speaks where nothing follows it, or the status agrees.
  if (weight === 'frame') return isLastWord(text, end) || /^[45]\.1\./.test(record.status ?? '');
  return true;
}

/**
 * Did the mail system that holds the email refuse it itself, without an answer of another server? A line of a log
 * tells of what came in as well.
 */
const refusedUnasked = ({ status, replyCode, remoteMta, reader }: DeliveryRecord) =>
  status !== null && replyCode === null && remoteMta === null && reader !== LOG_READER;
const LOG_READER = 'server-lines';

/** `"type":"blocked","reason":"554 Rejected`: the server has said more than the service does, with a code or without. */
const quotesAnswer = ({ replyCode, diagnostic, reader }: DeliveryRecord) =>
  replyCode !== null || (reader === EVENT_READER && EVENT_AND_WORDS.test(diagnostic ?? ''));
const EVENT_READER = 'json-events';
const EVENT_AND_WORDS = /^[\w ]{1,40}: \S/;

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
