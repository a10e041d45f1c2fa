/** The knowledge's rows, made ready for matching. A broken row is left out by itself; the rest goes on. */
import answers from '../../knowledge/answers.json';
import sentences from '../../knowledge/sentences.json';
import languages from '../../knowledge/wordings/languages.json';
import subjects from '../../knowledge/wordings/subjects.json';
import { codes as codeFiles, providers, wordings as wordingFiles } from '../../knowledge/generated/rules';
import type { CodeRecord, ProviderRecord, WordingRecord } from '../../knowledge/records';
import { tellsWhere } from './candidate';
import { foreignMarks, holdForeign } from '../phrases/foreign';
import { PhraseFinder } from '../phrases/phrase-finder';
import { statusTest, type StatusTest } from './status-range';

export interface WordingRule {
  record: WordingRecord;
  provider: string;
  statusTests: StatusTest[];
}

/** A phrase that stands in a text. */
export type Found =
  | { role: 'speaks' | 'forbids'; rule: WordingRule }
  /** A sentence that is written below every refusal: no words inside it speak. */
  | { role: 'says-nothing' }
  /** Shows that phrases of another language are needed. */
  | { role: 'foreign-mark' };

export interface CodeRule {
  record: CodeRecord;
  provider: string;
  /** null for a reply code. */
  test: StatusTest | null;
}

interface Rules {
  /** All phrases, those of `unless` and the sentences that say nothing among them. */
  finder: PhraseFinder<Found>;
  /** Causes whose exact meaning a row tells by whose server the fault is at. */
  causesTellingWhere: ReadonlySet<string>;
  /** Rules of an enhanced status. */
  statusRules: (status: string) => readonly CodeRule[];
  replyRules: Map<string, CodeRule[]>;
  /** By ending of the host name. */
  hosts: Map<string, ProviderRecord>;
  providers: Map<string, ProviderRecord>;
  /** Domains of people's addresses, `yahoo.*` among them. */
  personalDomains: Map<string, ProviderRecord>;
  /** Providers that are known by their words, too. */
  marked: ProviderRecord[];
}

let compiled: Rules | null = null;
const renew = () => {
  compiled = null;
};
holdForeign('sentences', sentences, renew);
holdForeign('languages', languages, renew);
holdForeign('subjects', subjects, renew);

/** Built at the first diagnosis. */
export const rules = (): Rules => (compiled ??= compile());

function compile(): Rules {
  const wordings = [...wordingFiles, { provider: 'any', rows: ofLanguages() }].flatMap(({ provider, rows }) =>
    rows.flatMap((record) => attempt(() => toRule(record, provider))),
  );
  const codeRules = codeFiles.flatMap(({ provider, rows }) =>
    rows.flatMap((record) => attempt((): CodeRule => ({ record, provider, test: statusTest(record.code) }))),
  );
  const phrases = (found: Found, all: readonly string[]) =>
    all.map((phrase): readonly [string, Found] => [phrase, found]);
  return {
    finder: new PhraseFinder([
      ...wordings.flatMap((rule) => [
        ...phrases({ role: 'speaks', rule }, rule.record.phrases),
        ...phrases({ role: 'forbids', rule }, rule.record.unless ?? []),
      ]),
      ...phrases({ role: 'says-nothing' }, answers.boilerplate),
      ...phrases({ role: 'foreign-mark' }, foreignMarks()),
    ]),
    causesTellingWhere: new Set(
      wordings.flatMap(({ record }) =>
        tellsWhere(record) && record.variant !== undefined ? record.cause : [],
      ),
    ),
    statusRules: byStatus(codeRules),
    replyRules: groupBy(
      codeRules.filter(({ test }) => test === null),
      ({ record }) => record.code,
    ),
    hosts: new Map(
      providers.flatMap((provider) => provider.hosts.map((host) => [host.toLowerCase(), provider])),
    ),
    providers: new Map(providers.map((provider) => [provider.id, provider])),
    personalDomains: new Map(
      providers.flatMap((provider) => (provider.personalDomains ?? []).map((domain) => [domain, provider])),
    ),
    marked: providers.filter(({ marks }) => marks !== undefined),
  };
}

/** The table of sentences by language, as one row per sentence. */
const ofLanguages = (): WordingRecord[] =>
  sentences.rows.map(({ id, cause, phrases }) => ({
    id: `sentence-${id}`,
    phrases: Object.values(phrases).flat(),
    weight: 'exact',
    cause: cause as WordingRecord['cause'],
    example: '',
    source: sentences.source as WordingRecord['source'],
  }));

/** There are some thousand statuses (RFC 3463), and a few dozen in use. */
function byStatus(all: readonly CodeRule[]): Rules['statusRules'] {
  const known = new Map<string, readonly CodeRule[]>();
  return (status) => {
    let found = known.get(status);
    if (!found) known.set(status, (found = all.filter(({ test }) => test?.(status))));
    return found;
  };
}

function groupBy<T>(all: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of all) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
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
