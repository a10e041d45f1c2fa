/**
 * What was said about one recipient → its cause. Text beats enhanced code, enhanced code beats basic
 * code; where nothing is known the answer is `undetermined`.
 */
import type { CauseId, HandlingStepId, Permanence, ProviderRecord, WhoActs } from '../../knowledge/records';
import type { Confidence } from '../explanation';
import type { Finding } from '../report/finding';
import { byCodes, byWords, stronger, type Answer, type Candidate } from './candidates';
import { permanenceOf } from './permanence';
import { providerByMarks, providerOf } from './provider';
import { BEYOND_HINTS, BEYOND_PROSE } from './rank';
import { rules } from './rules';
import { whoActsInstead } from './who-acts';

export { hasKnownWords } from './rules';

export interface Diagnosis {
  cause: CauseId;
  confidence: Confidence;
  /** The words, or the code, as they stand in the bounce. */
  evidence: string | null;
  /** Id of the row that decided, for tests and for the curious. */
  rule: string | null;
  provider: ProviderRecord | null;
  /** Where the row that decided names somebody else than the cause does. */
  whoActs: WhoActs | null;
  /** null where nothing failed. */
  permanence: Permanence | null;
  /** Steps of the platform that the row adds to those of the cause. */
  steps: readonly HandlingStepId[];
}

/** @param reportProse the report's own text, read where the finding itself says too little */
export function diagnose(
  finding: Finding,
  reportProse: string | null,
  reportingMta: string | null,
): Diagnosis {
  const provider =
    providerOf([finding.remoteMta, finding.diagnostic, reportingMta]) ??
    providerByMarks([finding.diagnostic, reportProse]);
  const stated = stronger(bySaid(finding, provider), byCodes(finding, provider));
  // Above what prose can reach, prose is not read.
  if (stated && stated.rank >= BEYOND_PROSE) return answer(stated, finding, provider);
  const best = stronger(stated, byWords(finding.prose, 'prose', finding, provider));
  if (best && best.rank >= BEYOND_HINTS) return answer(best, finding, provider);
  const last = stronger(best, byWords(reportProse, 'prose', finding, provider));
  return answer(last ?? NOTHING_KNOWN, finding, provider);
}

const NOTHING_KNOWN = {
  cause: 'undetermined',
  confidence: 'low',
  evidence: null,
  rule: null,
  particulars: {},
  provider: 'any',
} as const;

const answer = (
  { cause, confidence, evidence, rule, particulars, provider: ofRule }: Answer,
  finding: Finding,
  provider: ProviderRecord | null,
): Diagnosis => ({
  cause,
  confidence: cause === 'undetermined' ? 'low' : confidence,
  evidence,
  rule,
  provider,
  whoActs: whoActsInstead(cause, particulars, provider ?? rules().providers.get(ofRule) ?? null),
  permanence: permanenceOf(cause, finding, particulars.permanence),
  steps: particulars.steps ?? [],
});

/** `550 5.1.351 Remote server returned unknown recipient -> 550 5.7.1 …`: Exchange's own guess, then what was said. */
const PASSED_ON = /\bremote server returned [^>]{0,300}->\s{0,3}(?=[45]\d\d[ -])/i;

/** The answer that is passed on knows better than the words in front of it. */
function bySaid(finding: Finding, provider: ProviderRecord | null): Candidate | null {
  const { diagnostic } = finding;
  const passedOn = PASSED_ON.exec(diagnostic?.slice(0, 4000) ?? '');
  const inner = passedOn && diagnostic ? diagnostic.slice(passedOn.index + passedOn[0].length) : null;
  return (
    byWords(inner, 'diagnostic', finding, provider) ?? byWords(diagnostic, 'diagnostic', finding, provider)
  );
}
