import type { LinkTemplates } from './advise/links';

/** What is known outside the message. Handed in, never looked up, so that equal input gives equal answers. */
export interface Context {
  /** The moment of asking, ISO 8601. Without it, waits are counted from the bounce's own time only. */
  now?: string;
  /** Domains of the admin's own organisation, lower case. */
  ownDomains?: readonly string[];
  /** Addresses that the training mails are sent from. */
  sendingAddresses?: readonly string[];
  /**
   * Accounts that the admin says are new, so that their mailboxes may not exist yet: these addresses, or
   * all of the organisation's own.
   */
  newAccounts?: true | readonly string[];
  /** Does whoever asks know that the mails are real, whatever can be told from them? */
  isReal?: boolean;
  /** Base address of the training platform, for links; https only. */
  platformUrl?: string;
  /** Addresses of single places, where whoever hosts the program has others. */
  links?: LinkTemplates;
}
