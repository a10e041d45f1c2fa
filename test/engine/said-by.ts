/** A code as its provider's own server would say it, so that the provider's meaning counts. */
import { providers } from '../../src/knowledge/generated/rules';

/** A standard's code stands alone: `saidBy('rfc', '5.1.1')`. */
export function saidBy(provider: string, code: string): string {
  const first = code.replace(/-[\d.]+$/, '');
  if (provider === 'exchange-server')
    return `Generating server: mail.company.example\n\nuser@company.example\n#${first} ##`;
  const host = providers.find(({ id }) => id === provider)?.hosts[0];
  return host === undefined ? first : `host mx1.${host}[192.0.2.1] said: ${first} refused`;
}
