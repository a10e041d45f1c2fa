/** Names of hosts in what a report says; the words before them are in `knowledge/answers.json`. */
import answers from '../../knowledge/answers.json';
import { alternatives } from '../words/whole-words';
import type { ReportText } from './reader';

/** `dns; mail.example.com (192.0.2.1)` → `mail.example.com` */
export function hostOf(field: string | null): string | null {
  if (field === null) return null;
  const value =
    field
      .replace(/^\s*[a-z0-9-]{1,20}\s*;\s*/i, '')
      .trim()
      .split(/\s/)[0] ?? '';
  // No name of a host is longer (RFC 1035, 2.3.4).
  return value === '' ? null : value.slice(0, 255);
}

const NAMED_HOST = new RegExp(
  `(?<![\\p{L}\\d_])(?:${alternatives(answers.hostLeads)}):?\\s{1,3}<?([a-z0-9](?:[a-z0-9-]{0,62}\\.){1,8}[a-z]{2,24})(?![\\p{L}\\d_])`,
  'iu',
);
/** Characters of an answer that are searched for the name of a host. */
const MAX_SEARCHED = 2000;

/** `host mx.example.com[192.0.2.1] said`, `Remote host mx.example.com` */
export const hostIn = (text: string): string | null =>
  NAMED_HOST.exec(text.slice(0, MAX_SEARCHED))?.[1]?.toLowerCase() ?? null;

const REPORTER = new RegExp(
  `^\\s{0,8}(?:${alternatives(answers.reporterLabels)}) ?([a-z0-9.-]{1,255})`,
  'iu',
);

/** The server that reports: by its field, else by the label that Exchange puts before it. */
export function reporterIn({ statusBlocks, lines }: ReportText): string | null {
  for (const block of statusBlocks) {
    const host = hostOf(block.get('reporting-mta'));
    if (host) return host;
  }
  for (const line of lines) {
    const host = REPORTER.exec(line.slice(0, MAX_SEARCHED))?.[1];
    if (host) return host.toLowerCase();
  }
  return null;
}
