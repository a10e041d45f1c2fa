/** Whose server speaks: by its name, else by its words. */
import type { ProviderRecord } from '../../knowledge/records';
import { rules } from './rules';

/** Names of hosts; IP addresses and enhanced codes look alike, but end in a number. */
const HOSTS = /[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,10}/gi;
const NINE = 57;

/** The provider whose host names stand in these texts; the first text that names one decides. */
export function providerOf(hostTexts: readonly (string | null)[]): ProviderRecord | null {
  const { hosts } = rules();
  for (const text of hostTexts) {
    if (!text) continue;
    for (const name of text.slice(0, 4000).match(HOSTS) ?? []) {
      if (name.charCodeAt(name.length - 1) <= NINE) continue;
      const host = name.toLowerCase();
      // `mx1.mail.example.com`, then `mail.example.com`, then `example.com`.
      for (let at = 0; at >= 0; at = host.indexOf('.', at + 1)) {
        const found = hosts.get(host.slice(at === 0 ? 0 : at + 1));
        if (found) return found;
      }
    }
  }
  return null;
}

/** Marks stand at the top of a report. */
const MARKED = 20_000;

/** The provider whose own words stand in these texts, where no host name says it. */
export function providerByMarks(texts: readonly (string | null)[]): ProviderRecord | null {
  const tops = texts.flatMap((text) => text?.slice(0, MARKED) ?? []);
  const { marked } = rules();
  return marked.find(({ marks }) => marks?.some((mark) => tops.some((top) => top.includes(mark)))) ?? null;
}
