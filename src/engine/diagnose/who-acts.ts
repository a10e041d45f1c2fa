/** Who has to act, where it is somebody else than the cause says. */
import type { CauseId, Particulars, ProviderRecord, WhoActs } from '../../knowledge/records';

/**
 * With a provider of personal mailboxes there is no mail admin to ask: the owner of the mailbox
 * knows the right address, and only the sender can satisfy the provider's filter.
 */
const AT_PERSONAL_MAILBOX: Partial<Record<CauseId, WhoActs>> = {
  'recipient-unknown': 'recipient-user',
  'mailbox-disabled': 'recipient-user',
  'policy-rule': 'sender-admin',
  'spam-content': 'sender-admin',
};

/** @returns null where the cause's own word holds */
export const overrideWhoActs = (
  cause: CauseId,
  { whoActs }: Particulars,
  provider: ProviderRecord | null,
): WhoActs | null => whoActs ?? (provider?.personal ? (AT_PERSONAL_MAILBOX[cause] ?? null) : null);
