import { cleanAddresses, cleanDomains } from '../site/setting-values';

const WHOLE_DOMAIN = /^\*?@/;

/** Splits a typed list (commas, spaces, lines) into what a trace may ask for (`a@b.example`, `*@b.example`) and the rest. */
export function cleanSenders(typed: string): { senders: string[]; refused: string[] } {
  const words = typed.split(/[\s,;]+/).filter(Boolean);
  const { domains, refused: noDomains } = cleanDomains(
    words.filter((word) => WHOLE_DOMAIN.test(word)).join('\n'),
  );
  const { addresses, refused } = cleanAddresses(words.filter((word) => !WHOLE_DOMAIN.test(word)).join('\n'));
  return {
    senders: [...domains.map((domain) => `*@${domain}`), ...addresses],
    refused: [...noDomains, ...refused],
  };
}
