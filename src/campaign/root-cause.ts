/**
 * What one act would cure: rows of one rule, one connector, one block list, one domain, one suppression list, or all
 * wrong addresses have equal keys, whatever codes they bear. A key depends on its row alone, so that rows can be put
 * together in any order, on any machine.
 */
import type { VariantId, WhoActs } from '../engine';
import type { Row } from './row';
import rules from './root-causes.json';
import { nameIn, sharedWords } from './shared-words';

interface Rule {
  /** Causes with the same word are cured by the same act. */
  together?: string;
  /** Variants that are cured by another act. */
  apart?: readonly string[];
  /**
   * - `domain`: one act for each of the recipients' domains
   * - `name`: one for each rule, connector or list that is named
   * - `words`: one for each name; where none is named, for each wording
   */
  by?: readonly ('domain' | 'name' | 'words')[];
  /** Its addresses are to be corrected or removed, rather than anything mended. */
  list?: 'correct';
  /** Variants that sending again cures by itself; variants that wait for the person's own word. Null: no variant. */
  resend?: readonly (VariantId | null)[];
  hold?: readonly (VariantId | null)[];
}
const RULES: Readonly<Record<string, Rule | undefined>> = rules as Record<string, Rule>;
const NO_RULE: Rule = {};

/** Theirs are the systems behind the recipients' domain, so each domain needs an act of its own. */
const AT_RECIPIENTS: ReadonlySet<WhoActs> = new Set(['recipient-admin', 'network-team']);

type Known = Omit<Row, 'rootCause' | 'times' | 'events' | 'source'>;

/** @param ownDomains of the admin's organisation, lower case: one admin acts for them all */
export function rootCauseOf(row: Known, ownDomains: readonly string[] = []): string {
  const { cause, variant, whoActs, trust } = row;
  if (trust === 'backscatter') return 'backscatter';
  const rule = RULES[cause] ?? NO_RULE;
  const isApart = variant !== null && rule.apart?.includes(variant);
  if (rule.together !== undefined && !isApart) return rule.together;
  const by = new Set(rule.by);
  const said = row.diagnostic ?? row.evidence ?? '';
  const name = by.has('name') || by.has('words') ? nameIn(said) : null;
  const hasDomain = AT_RECIPIENTS.has(whoActs) || by.has('domain') || isApart;
  const what = variant === null ? cause : `${cause}.${variant}`;
  const where = hasDomain ? organisationOf(row.address, ownDomains) : '';
  const which = name?.toLowerCase() ?? (by.has('words') ? sharedWords(said) : '');
  return which === '' && where === '' ? what : [what, where, which].join(' | ');
}

function organisationOf(address: string | null, ownDomains: readonly string[]): string {
  const domain = domainOf(address);
  return ownDomains.some((own) => domain === own || domain.endsWith(`.${own}`)) ? 'own' : domain;
}

export const domainOf = (address: string | null): string =>
  address?.slice(address.lastIndexOf('@') + 1) ?? '';

/** On which list a person stands who did not get the mail; each on one. */
export type ListId = 'correct' | 'resend-now' | 'resend-after' | 'hold' | 'ask-it';

export const LISTS: readonly ListId[] = ['resend-now', 'resend-after', 'correct', 'ask-it', 'hold'];

export function listOf({ cause, variant, resend, trust }: Row): ListId {
  const rule = RULES[cause] ?? NO_RULE;
  const is = (variants: readonly (VariantId | null)[] = []) => variants.includes(variant);
  if (trust === 'backscatter' || is(rule.hold)) return 'hold';
  if (rule.list === 'correct' && !is(rule.apart)) return 'correct';
  if (resend === 'now' || is(rule.resend)) return 'resend-now';
  if (resend === 'wait') return 'resend-after';
  return resend === 'after-fix' ? 'ask-it' : 'hold';
}
