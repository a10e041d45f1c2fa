/** What many answers have in common, once the values are taken out of them that differ from person to person. */

/** Characters of an answer that are looked at. */
const MAX_SAID = 1000;
/** Characters kept of the words. */
const MAX_WORDS = 120;

/** An answer begins with its code; what stands before it is the frame of whoever quotes it. */
const FIRST_CODE = /(?<![\w.])[245](?:\d\d(?=[ -])|\.\d{1,3}\.\d{1,3}\b)/;
/** What stands in brackets at the end is the frame's: `(in reply to RCPT TO command)`, `(#5.7.1)`. */
const LAST_BRACKETS = /\s{0,4}\([^()]{0,200}\)\s{0,4}$/;
/** Addresses, hosts, numbers of messages, dates, codes. */
const VALUE = /[@\d]|[a-z]\.[a-z]|:\/\//i;

/** `550 5.7.1 <jo@company.example>: rejected by rule 7 [AM0.prod]` → `rejected by rule` */
export function sharedWords(said: string): string {
  const start = said.slice(0, MAX_SAID);
  const at = FIRST_CODE.exec(start)?.index ?? 0;
  return start
    .slice(at)
    .replace(LAST_BRACKETS, '')
    .split(/\s+/)
    .filter((word) => !VALUE.test(word))
    .join(' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .toLowerCase()
    .slice(0, MAX_WORDS);
}

/** The name of a rule or a connector, in quotes or as a GUID, where the answer tells it. */
const QUOTED =
  /\b(?:rule|policy|connector|regel|richtlinie|r[èe]gle|strat[ée]gie|regla|directiva|kural\w{0,3})\b[^'"“«‘\n]{0,30}['"“«‘]([^'"”»’\n]{2,80})['"”»’]/iu;
const GUID = /\b(?:rule|policy|connector)\b[^\n]{0,40}?\b([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\b/i;

export function nameIn(said: string): string | null {
  const start = said.slice(0, MAX_SAID);
  const name = QUOTED.exec(start)?.[1] ?? GUID.exec(start)?.[1];
  return name === undefined || name.includes('@') ? null : name.trim();
}
