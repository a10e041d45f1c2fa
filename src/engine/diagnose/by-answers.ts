/**
 * What the answers in a diagnostic mean, the innermost first:
 *
 *     550 5.0.350 Remote server returned an error -> 550 5.7.708 traffic not accepted from this IP
 *     └ reporter: asked where the inside says nothing ┘└ remote: its words and its own codes speak ┘
 */
import type { ProviderRecord } from '../../knowledge/records';
import type { Answer } from '../answer/answers';
import { hasCode } from '../answer/codes';
import type { DeliveryRecord } from '../record/record';
import { higherRanked, type Candidate } from './candidate';
import { matchCodes } from './match-codes';
import type { Wordings } from './match-wordings';
import { MIN_RANK_OF_EXACT_WORDS, MIN_RANK_OF_GENERAL_WORDS, MIN_RANK_OF_TELLING_CODES } from './rank';

export interface Spoken {
  /** null where no answer's words are known. */
  byWords: Candidate | null;
  /** What the answers and the record's codes mean together; the words decide where they rank as high. */
  best: Candidate | null;
}

export function byAnswers(
  answers: readonly Answer[],
  record: DeliveryRecord,
  wordings: Wordings,
  provider: ProviderRecord | null,
): Spoken {
  const quoted = answers.filter(({ speaker }) => speaker === 'remote');
  const inner = strongest(quoted, record, wordings, provider);
  // A quoted answer that says what it is about speaks alone; whoever quotes it has put words of a frame around it.
  if (inner && saysSubject(inner.candidate))
    return {
      byWords: inner.candidate,
      best: inner.hasOwnCodes ? inner.candidate : higherRanked(inner.candidate, matchCodes(record, provider)),
    };
  const said = strongest(answers, record, wordings, provider)?.candidate ?? null;
  return { byWords: said, best: higherRanked(said, matchCodes(record, provider)) };
}

interface Strongest {
  candidate: Candidate;
  hasOwnCodes: boolean;
}

/**
 * Exact words beat words that name a subject, and these beat words that say only that it failed; among equals the
 * innermost answer speaks.
 */
function strongest(
  answers: readonly Answer[],
  record: DeliveryRecord,
  wordings: Wordings,
  provider: ProviderRecord | null,
): Strongest | null {
  let best: Strongest | null = null;
  for (const answer of answers) {
    const hasOwnCodes = answer.speaker === 'remote' && hasCode(answer);
    const own = hasOwnCodes ? { ...record, ...codesOf(answer, record) } : record;
    const byCodes = hasOwnCodes ? matchCodes(own, provider) : null;
    const candidate = higherRanked(
      wordings.best(answer.text, 'diagnostic', own, provider),
      byCodes && byCodes.rank >= MIN_RANK_OF_TELLING_CODES ? byCodes : null,
    );
    if (!candidate) continue;
    if (candidate.rank >= MIN_RANK_OF_EXACT_WORDS) return { candidate, hasOwnCodes };
    if (!best || tierOf(candidate) > tierOf(best.candidate)) best = { candidate, hasOwnCodes };
  }
  return best;
}

/** A status of the report belongs to an answer that has the same reply code. */
const codesOf = ({ replyCode, status }: Answer, record: DeliveryRecord) => ({
  replyCode: replyCode ?? record.replyCode,
  status: status ?? (replyCode === record.replyCode ? record.status : null),
});

const saysSubject = ({ rank }: Candidate) => rank >= MIN_RANK_OF_TELLING_CODES;

/** 0 for words that say only that it failed, 1 for words or codes that name a subject. */
const tierOf = ({ rank }: Candidate) => (rank >= MIN_RANK_OF_GENERAL_WORDS ? 1 : 0);
