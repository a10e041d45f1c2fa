/** Texts of one recipient, said of all who failed for the same cause. */
import type { RecipientExplanation, Text } from '../explanation';

/** Each address once, whatever its case. */
export function addressesOf(recipients: readonly Pick<RecipientExplanation, 'address'>[]): string[] {
  const seen = new Map<string, string>();
  for (const { address } of recipients) {
    if (address && !seen.has(address.toLowerCase())) seen.set(address.toLowerCase(), address);
  }
  return [...seen.values()];
}

/** Values in which the recipients differ are left out: the text then speaks of "these addresses" and the like. */
export function saidOfAll(recipients: readonly RecipientExplanation[]): (text: Text) => Text {
  const several = addressesOf(recipients).length > 1;
  return ({ key, values }) => {
    const common = Object.entries(values).map(([name, value]) => {
      if (name === 'address' && several) return [name, ''] as const;
      // Of one, a step may name another address than the sentence: the alias that was enrolled.
      const same =
        recipients.length === 1 ||
        recipients.every(({ advice }) => (advice.sentence.values[name] ?? value) === value);
      return [name, same ? value : ''] as const;
    });
    return { key, values: Object.fromEntries(common), several };
  };
}
