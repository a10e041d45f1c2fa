/** What the knowledge's rows say about a record: of all that fit, the strongest. */
import type { CauseId, Particulars, ProviderRecord } from '../../knowledge/records';
import data from '../../knowledge/answers.json';
import type { Confidence } from '../explanation';
import { wholeWords } from '../words/whole-words';
import type { DeliveryRecord } from '../record/record';
import { rankOfCode, rankOfWords, type Place } from './rank';
import { rules, type CodeRule, type WordingRule } from './rules';

/** What a row says, and whose row it is. */
export interface Ruling {
  cause: CauseId;
  confidence: Confidence;
  evidence: string | null;
  rule: string | null;
  particulars: Particulars;
  /** Id of the provider whose row it is. */
  provider: string;
}

export interface Candidate extends Ruling {
  rank: number;
}

/** Of two that are as strong, the first. */
export const stronger = (a: Candidate | null, b: Candidate | null) =>
  a && b ? (a.rank >= b.rank ? a : b) : (a ?? b);

/** Which rows are asked. */
export type Only = (row: Particulars & { cause: CauseId }) => boolean;
const ANY: Only = () => true;

/** The strongest of the rows whose words stand in a text. */
export function byWords(
  text: string | null,
  where: Place,
  record: DeliveryRecord,
  provider: ProviderRecord | null,
  only: Only = ANY,
): Candidate | null {
  if (!text) return null;
  const found = rules().finder.find(text);
  const forbidding = found.filter(({ value }) => value.forbids);
  const isExcluded = (rule: WordingRule, start: number, end: number) =>
    forbidding.some(
      (match) =>
        match.value.rule === rule && isWholeWord(text, match.start, match.end) && isNear(match, start, end),
    );
  let best: Candidate | null = null;
  for (const { value, start, end } of found) {
    const { rule, forbids } = value;
    if (forbids || !only(rule.record) || !applies(rule, record) || isExcluded(rule, start, end)) continue;
    if (rule.record.beside !== undefined && !BESIDE[rule.record.beside](text, start, end)) continue;
    const { id, weight, cause } = rule.record;
    // Postfix writes its frame for every refusal: it speaks where nothing follows it, or the status agrees.
    if (weight === 'frame' && !isLastWord(text, end) && !/^[45]\.1\./.test(record.status ?? '')) continue;
    // Who still tries has not given up.
    if (cause === 'expired' && record.action === 'delayed') continue;
    // "Will be tried again", quoted in a report that says it has failed.
    if (cause === 'not-a-failure' && weight === 'hint' && record.action === 'failed') continue;
    if (weight === 'token' && isInsideWord(text, start)) continue;
    const rank = rankOfWords(rule, where, end - start, provider);
    if (best && best.rank >= rank) continue;
    best = {
      cause,
      confidence: weight === 'hint' || weight === 'frame' || where === 'prose' ? 'medium' : 'high',
      evidence: text.slice(start, end),
      rule: id,
      particulars: rule.record,
      provider: rule.provider,
      rank,
    };
  }
  return best;
}

/** Does nothing but marks, or the name of the command, follow? */
const isLastWord = (text: string, end: number) =>
  /^[^\p{L}]{0,20}(?:$|\(in reply|\n)/u.test(text.slice(end, end + 40));

/** Characters between a phrase and the words that forbid it. */
const NEAR = 400;
const isNear = (match: { start: number; end: number }, start: number, end: number) =>
  match.start - end < NEAR && start - match.end < NEAR;

/** `DNS` in `DnsConnectorDelivery` is another word. */
const isWholeWord = (text: string, start: number, end: number) =>
  !(LETTER.test(text.charAt(start - 1)) && LETTER.test(text.charAt(start))) &&
  !(LETTER.test(text.charAt(end - 1)) && LETTER.test(text.charAt(end)));
const LETTER = /[\p{L}\d]/u;

/** Characters of the sentence around a phrase. */
const SENTENCE = 200;
function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - SENTENCE), start);
  const behind = text.slice(end, end + SENTENCE);
  const stop = behind.search(/[.!?]\s|\n\n/);
  return `${before.slice(sentenceStart(before))} ${stop < 0 ? behind : behind.slice(0, stop)}`;
}

const REFUSAL = wholeWords(data.refusals);
const HOST = new RegExp(
  `${wholeWords(data.hostWords).source}|\\d{1,3}(?:\\.\\d{1,3}){3}|[a-z0-9-]+(?:\\.[a-z0-9-]+)+`,
  'iu',
);
/** What has to stand in the sentence of a phrase that names a subject only. */
const BESIDE = {
  refusal: (text: string, start: number, end: number) =>
    /(?<![\w.])[45]\d\d[ -]/.test(text) || REFUSAL.test(sentenceAround(text, start, end)),
  host: (text: string, start: number, end: number) => HOST.test(sentenceAround(text, start, end)),
};

/** `IB508` in `mx-AIB5081`: a piece of a name or a number, not a machine's own word. */
const isInsideWord = (text: string, start: number) =>
  /[a-z0-9]/i.test(text.charAt(start - 1)) && /[a-z0-9]/i.test(text.charAt(start));

function applies({ record, statusTests }: WordingRule, { status, replyCode }: DeliveryRecord): boolean {
  if (record.status && (status === null || !statusTests.some((test) => test(status)))) return false;
  return !record.reply || (replyCode !== null && record.reply.includes(replyCode));
}

/** The strongest of the rows for the two codes. */
export function byCodes(
  { status, replyCode, action }: DeliveryRecord,
  provider: ProviderRecord | null,
  only: Only = ANY,
): Candidate | null {
  const { statusRules, replyRules } = rules();
  const byStatus = status === null ? NO_RULES : statusRules(status);
  const byReply = replyRules.get(replyCode ?? '') ?? NO_RULES;
  const isStandard = byStatus.some((rule) => rule.provider === 'rfc');
  let best: Candidate | null = null;
  for (const rows of [byStatus, byReply]) {
    for (const rule of rows) {
      const own = rule.provider === provider?.id;
      // Another provider's meaning of a code says nothing here, except where nobody else gives it one.
      if (!own && rule.provider !== 'rfc' && isStandard) continue;
      if (!only(rule.record)) continue;
      if (rule.record.cause === 'expired' && action === 'delayed') continue;
      if (rule.record.reply && !rule.record.reply.includes(replyCode ?? '')) continue;
      const rank = rankOfCode(rule, own);
      if (best && best.rank >= rank) continue;
      const { confidence, cause, code } = rule.record;
      best = {
        cause,
        confidence,
        evidence: rule.test === null ? (replyCode ?? code) : (status ?? code),
        rule: `${rule.provider}:${code}`,
        particulars: rule.record,
        provider: rule.provider,
        rank,
      };
    }
  }
  return best;
}

const NO_RULES: readonly CodeRule[] = [];

/** Where the last sentence begins. */
const sentenceStart = (text: string): number =>
  Math.max(...['.', '!', '?', '\n'].map((end) => text.lastIndexOf(end))) + 1;
