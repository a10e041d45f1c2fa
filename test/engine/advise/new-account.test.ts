import { type Context, explain } from '../../../src/engine';

const first = async (input: string, context: Context = {}) => (await explain(input, context)).recipients[0]!;
const unknown = '550 5.1.1 <new.hire@company.example>: Recipient address rejected: User unknown';

test.each([
  ['nothing is known of our domains', {}],
  ['the domain is ours', { ownDomains: ['company.example'] }],
  ['the domain is below ours', { ownDomains: ['example'] }],
  ['another account is new', { newAccounts: ['other@company.example'] }],
] as [string, Context][])('an unknown address could be a new account, where %s', async (_what, context) => {
  expect(await first(unknown, context)).toMatchObject({
    cause: 'recipient-unknown',
    couldAlsoBe: 'no-mailbox-yet',
  });
});

test.each([
  ['this account', { newAccounts: ['New.Hire@Company.example'], ownDomains: ['other.example'] }],
  ['all of ours', { newAccounts: true, ownDomains: ['Company.example'] }],
  ['all', { newAccounts: true }],
] as [string, Context][])('the admin says that it is new: %s', async (_what, context) => {
  const { cause, couldAlsoBe, confidence, evidence, advice } = await first(unknown, context);
  expect([cause, couldAlsoBe, confidence]).toEqual(['no-mailbox-yet', 'recipient-unknown', 'medium']);
  expect(evidence).toBe('Recipient address rejected: User unknown');
  expect(advice.steps.map(({ platformStep }) => platformStep).filter(Boolean)).toEqual(['B5', 'N2', 'N1']);
  // Time alone makes no mailbox.
  expect(advice.resend.verdict).toBe('after-fix');
});

test.each([
  ['of another domain', unknown, { ownDomains: ['elsewhere.example'], newAccounts: true }],
  ['of nobody', '550 5.1.1 User unknown', { newAccounts: true }],
  ['that nobody reads', '550 5.1.1 <noreply@company.example>: User unknown', { newAccounts: true }],
  ['with a full mailbox', '552 5.2.2 <new.hire@company.example>: mailbox full', { newAccounts: true }],
] as [string, string, Context][])('an address %s is no new account', async (_what, input, context) => {
  const { cause, couldAlsoBe } = await first(input, context);
  expect(couldAlsoBe).toBeNull();
  expect(cause).not.toBe('no-mailbox-yet');
});
