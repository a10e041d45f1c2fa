/** Sentences that several components need in the same words. */
import { moment } from '../engine';
import type { WhoActs } from '../engine';
import type { Explanation, Text } from '../engine/explanation';
import type { Group } from './groups';
import type { Speech } from './speech';
import type { ResendNow } from './when';

/**
 * A text of the group's first member, said of all of them: where the members' values differ, it speaks
 * of "these addresses" and the like.
 */
export function tellOfGroup({ recipients, addresses }: Group, { key, values }: Text, speech: Speech): string {
  const common = Object.entries(values).map(([name, value]) => {
    if (name === 'address' && addresses.length > 1)
      return [name, speech.t('engine.fallback.addresses')] as const;
    const same = recipients.every(({ advice }) => (advice.sentence.values[name] ?? value) === value);
    return [name, same ? value : ''] as const;
  });
  return speech.t(key, Object.fromEntries(common));
}

/** What happened to one group, in one sentence. */
export const sentenceOf = (group: Group, speech: Speech): string =>
  tellOfGroup(group, group.first.advice.sentence, speech);

/** What happened at all, in one sentence. */
export function headlineOf(groups: readonly Group[], speech: Speech): string {
  const [only] = groups;
  if (!only) return speech.t('panel.headline.nobody');
  if (groups.length === 1) return sentenceOf(only, speech);
  const addresses = groups.reduce((count, group) => count + group.recipients.length, 0);
  return speech.t('panel.headline.several', { count: String(addresses), causes: String(groups.length) });
}

/** The title over a bounce that must not be acted on, or over which its reader has to decide. */
export function warningOf({ trust }: Explanation, knowsDomains: boolean, { t }: Speech): string {
  const guessed = trust.verdict === 'backscatter' && !knowsDomains;
  return t(guessed ? 'panel.trust.ask' : `engine.trust.${trust.verdict}`);
}

/** The verdict on sending again, short enough for a badge. */
export function resendLabel({ verdict, until }: ResendNow, { t, locale }: Speech): string {
  if (verdict === 'wait-over') return t('panel.resend.waitOver');
  if (verdict === 'wait-until') return t('engine.resend.wait', { time: moment(until, locale) ?? '' });
  if (verdict === 'wait') return t('engine.resend.wait-no-time');
  return t(`engine.resend.${verdict}`);
}

/** Which words stand over steps that are not for today. Where nobody has to act, nothing has to bounce again first. */
export const headingOf = (when: 'again' | 'later', whoActs: WhoActs) =>
  when === 'again' && whoActs === 'nobody' ? 'lookInto' : when;
