/** Problems that mean something else for the message trace than for a mailbox; the others have the panel's words. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  'sign-in-refused',
  'sign-in-expired',
  'graph-forbidden',
  'graph-no-mailbox',
  'graph-busy',
  'trace-not-provisioned',
]);

/** Null where the panel's own words say it. */
export const traceProblemKey = (code: string): string | null =>
  OWN_WORDS.has(code) ? `campaign.trace.problems.${code}` : null;
