/** How large an email was, and what was allowed, as a text. */
import type { RecipientExplanation, Text } from '../explanation';

/** @returns null where nothing is known, or where the recipients' limits differ */
export function sizesOfAll(recipients: readonly Pick<RecipientExplanation, 'sizes'>[]): Text | null {
  const { email = null, limit = null } = recipients[0]?.sizes ?? {};
  const same = recipients.every(
    ({ sizes }) => (sizes?.email ?? null) === email && (sizes?.limit ?? null) === limit,
  );
  if (!same || (email === null && limit === null)) return null;
  return {
    key: `help.size.${email === null ? 'limit' : limit === null ? 'email' : 'both'}`,
    values: {
      ...(email === null ? {} : { emailSize: String(email) }),
      ...(limit === null ? {} : { sizeLimit: String(limit) }),
    },
  };
}
