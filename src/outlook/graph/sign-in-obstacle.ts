/** Why nobody can be signed in here: told without asking anybody, and before anything is loaded. */
import type { Obstacle } from '../door';
import { mailbox, office } from '../office';

/** @param registration null: whoever hosts the pane has registered no application */
export function obstacleToSignIn(registration: object | null): Obstacle | null {
  const box = mailbox();
  if (!box) return 'no-outlook';
  // Typed for newer sets only: 'enterprise' is a mailbox on a server of one's own.
  const accountType = String(box.userProfile?.accountType ?? '');
  if (accountType === 'enterprise') return 'exchange-server';
  if (accountType === 'outlookCom' || accountType === 'gmail') return 'personal-mailbox';
  if (!registration) return 'not-set-up';
  return supportsNestedSignIn() && hasBridge() ? null : 'no-nested-sign-in';
}

/** Does the window have Outlook's bridge, or the function that makes it? */
export function hasBridge(): boolean {
  const page = globalThis as { nestedAppAuthBridge?: unknown; __initializeNestedAppAuth?: unknown };
  return page.nestedAppAuthBridge !== undefined || typeof page.__initializeNestedAppAuth === 'function';
}

function supportsNestedSignIn(): boolean {
  try {
    return office()?.context.requirements.isSetSupported('NestedAppAuth', '1.1') ?? false;
  } catch {
    return false;
  }
}
