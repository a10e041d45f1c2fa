/**
 * Codes of further lines (RFC 5321, 4.2.1) that a relay left inside an answer when it joined them:
 * `550-Relay access 550 denied`.
 */

export interface JoinedText {
  /** Without the codes of further lines. */
  text: string;
  /** Where a character of `text` stands in the original. */
  placeOf(at: number): number;
}

const AT_START = /^\W{0,4}([245]\d\d)[ -](?:([245]\.\d{1,3}\.\d{1,3})\s)?/;
/** Only a line that goes on has a dash behind its code. */
const GOES_ON = /([245]\d\d)-(?:([245]\.\d{1,3}\.\d{1,3})\s)?/;

export const unchanged = (said: string): JoinedText => ({ text: said, placeOf: (at) => at });

export function withoutLineCodes(said: string): JoinedText {
  const first = AT_START.exec(said) ?? GOES_ON.exec(said);
  const removed = first ? codesBehind(said, first) : [];
  if (removed.length === 0) return unchanged(said);
  let text = '';
  let from = 0;
  for (const { start, end } of removed) {
    text += `${said.slice(from, start)} `;
    from = end;
  }
  return {
    text: text + said.slice(from),
    placeOf: (at) => {
      let place = at;
      for (const { start, end } of removed) {
        if (place <= start) break;
        place += end - start - 1;
      }
      return place;
    },
  };
}

/** Each place where the first code returns: from the white space before it to its end. */
function codesBehind(said: string, { 0: whole, 1: code = '', 2: status, index }: RegExpExecArray) {
  const behind = index + whole.length;
  // Most answers have one line, and a pattern of its own is dear.
  if (!said.includes(code, behind)) return [];
  const again =
    status === undefined
      ? '(?:[245]\\.\\d{1,3}\\.\\d{1,3}\\s{1,2})?'
      : `(?:${status.replaceAll('.', '\\.')}\\s{0,2})?`;
  const joint = new RegExp(`(?:\\s|(?:\\\\r)?\\\\n)${code}[ -]\\s?${again}`, 'g');
  return [...said.slice(behind).matchAll(joint)].map((match) => ({
    start: behind + match.index,
    end: behind + match.index + match[0].length,
  }));
}
