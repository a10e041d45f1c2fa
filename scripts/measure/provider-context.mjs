/** A text put into the mouth of one provider's server, for codes that mean different things with different ones. */
import { readFileSync } from 'node:fs';

/** Scopes of the table → ids of `providers.json`. */
const PROVIDERS = {
  'Exchange Online': 'exchange-online',
  'Outlook.com': 'outlook-com',
  Google: 'google',
  'Yahoo/AOL': 'yahoo',
  'Apple iCloud': 'icloud',
  Mimecast: 'mimecast',
  Proofpoint: 'proofpoint',
  Barracuda: 'barracuda',
  SendGrid: 'sendgrid',
};
/** Exchange Server has no host names of its own; its reports begin so. */
const EXCHANGE_SERVER = 'Generating server: mail.company.example\n\nuser@company.example\n';

const providers = JSON.parse(readFileSync('src/knowledge/providers.json', 'utf8'));

/** The provider whose name begins the text, `Tencent QQ mailbox not found`; a text without a name is any consumer's. */
function ofInternetProvider(text) {
  if (/^\d/.test(text)) return providers.find(({ id }) => id === 'comcast');
  const [first = ''] = text.toLowerCase().split(/[ /]/);
  return providers.find(({ name }) => name.toLowerCase().startsWith(first));
}

/** @returns null where the scope is no provider's */
export function inContext(scope, text) {
  if (scope === 'Exchange server') return `${EXCHANGE_SERVER}${text}`;
  const provider =
    scope === 'ISPs and hosters'
      ? ofInternetProvider(text)
      : providers.find(({ id }) => id === PROVIDERS[scope]);
  return provider ? `host mx1.${provider.hosts[0]}[192.0.2.1] said: ${text}` : null;
}
