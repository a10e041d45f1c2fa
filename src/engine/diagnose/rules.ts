/** The knowledge's rows, made ready for matching. A broken row is left out by itself; the rest goes on. */
import { providers } from '../../knowledge';
import { codes as codeFiles, wordings as wordingFiles } from '../../knowledge/rules';
import type { CodeRecord, ProviderRecord, WordingRecord } from '../../knowledge/records';
import { normalize } from '../phrases/normalize';
import { PhraseFinder } from '../phrases/phrase-finder';
import { statusTest, type StatusTest } from './status-range';

export interface WordingRule {
  record: WordingRecord;
  provider: string;
  statusTests: StatusTest[];
}

export interface CodeRule {
  record: CodeRecord;
  provider: string;
  /** null for a reply code. */
  test: StatusTest | null;
}

interface Rules {
  finder: PhraseFinder<WordingRule>;
  /** Phrases of `unless`, found in the same way. */
  exceptions: PhraseFinder<WordingRule>;
  statusRules: CodeRule[];
  replyRules: CodeRule[];
  hosts: [ending: string, provider: ProviderRecord][];
}

let compiled: Rules | null = null;

/** Built at the first diagnosis. */
export const rules = (): Rules => (compiled ??= compile());

function compile(): Rules {
  const wordings = wordingFiles.flatMap(({ provider, rows }) =>
    rows.flatMap((record) => attempt(() => toRule(record, provider))),
  );
  const codeRules = codeFiles.flatMap(({ provider, rows }) =>
    rows.flatMap((record) => attempt((): CodeRule => ({ record, provider, test: statusTest(record.code) }))),
  );
  return {
    finder: new PhraseFinder(
      wordings.flatMap((rule) => rule.record.phrases.map((phrase) => [phrase, rule] as const)),
    ),
    exceptions: new PhraseFinder(
      wordings.flatMap((rule) => (rule.record.unless ?? []).map((phrase) => [phrase, rule] as const)),
    ),
    statusRules: codeRules.filter(({ test }) => test !== null),
    replyRules: codeRules.filter(({ test }) => test === null),
    hosts: providers.flatMap((provider) =>
      provider.hosts.map((host): [string, ProviderRecord] => [host.toLowerCase(), provider]),
    ),
  };
}

function toRule(record: WordingRecord, provider: string): WordingRule {
  if (!Array.isArray(record.phrases)) throw new Error(`${record.id} has no phrases`);
  return { record, provider, statusTests: (record.status ?? []).flatMap((code) => statusTest(code) ?? []) };
}

function attempt<T>(make: () => T): T[] {
  try {
    return [make()];
  } catch {
    return [];
  }
}

/** The provider whose host names stand in these texts; the first text that names one decides. */
export function providerOf(hostTexts: readonly (string | null)[]): ProviderRecord | null {
  const { hosts } = rules();
  for (const text of hostTexts) {
    if (!text) continue;
    for (const [host] of text
      .slice(0, 4000)
      .toLowerCase()
      .matchAll(/[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,10}/g)) {
      const found = hosts.find(([ending]) => host === ending || host.endsWith(`.${ending}`));
      if (found) return found[1];
    }
  }
  return null;
}

/** Do any words of the knowledge stand in the text? */
export const hasKnownWords = (text: string) =>
  rules().finder.find(normalize(text.slice(0, 20_000)).text).length > 0;
