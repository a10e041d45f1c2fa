/**
 * An answer behind a sentence that announces it: Gmail, Mimecast, James, IMail, Biglobe, gateways.
 *
 *     The response was:                                                                   Gmail
 *     550 5.1.1 The email account that you tried to reach does not exist.
 *
 *     Technical details of permanent failure:                                             Gmail, before 2016
 *     … The error that the other server returned was: 550 550 no such user (state 14).
 *
 *     Additional information follows :                                                    Mimecast
 *     -- 550 Rejected by header based Anti-Spoofing policy
 */
import { readCodes } from '../codes';
import { finding, type Reader } from '../finding';

const ANNOUNCES =
  /(?:the (?:response|error)(?: that the other server returned| message| from the (?:remote|other) server)? (?:was|is)|technical details(?: of (?:permanent|temporary) failure)?|PERM_FAILURE|TEMP_FAILURE|additional information follows|error (?:message|text) below|(?<!-)-{3,}\s?server message|status code|reported error|(?:body of )?message generated response|for the following reasons?|non-delivered information|(?:failed|rejected) with|the reason(?: for the (?:problem|error|failure))?(?: was| is)?|server (?:returned|responded|replied)(?: with)?|reason(?: for (?:failure|rejection))?|because(?: of)?|退信原因|失败原因|失敗原因|error description)\s{0,3}(?:[:：-]+|$)\s{0,3}(.*)$/i;
const STATE = /\s?\(state \d{1,3}\)\.?/;

export const announced: Reader = {
  id: 'announced',
  read({ lines }) {
    // The last announcement is the innermost: Gmail's own sentence comes before the server's answer.
    for (let i = lines.length - 1; i >= 0; i--) {
      const line = (lines[i] ?? '').slice(0, 3000);
      const match = ANNOUNCES.exec(line);
      if (!match) continue;
      const said = [match[1] ?? '', ...until(lines, i + 1)]
        .join(' ')
        .replace(/^[\s-]+/, '')
        .slice(0, 4000)
        .trim();
      if (said === '') continue;
      const answer = inner(said).replace(STATE, '');
      return [finding({ diagnostic: answer, ...readCodes(answer) })];
    }
    return [];
  },
};

/** `… returned was: 550 550 5.1.1 text`: the answer behind the last announcement of the same line, its code once. */
const inner = (said: string) => {
  const last =
    /(?:returned was|response was|server said|state \d{1,3}\))\s?:\s?(.+)$/is.exec(said)?.[1] ?? said;
  return last.replace(/^([245]\d\d) (?=\1[ -])/, '');
};

function until(lines: string[], from: number): string[] {
  const said: string[] = [];
  for (let i = from; i < Math.min(from + 20, lines.length); i++) {
    const line = lines[i]?.trim() ?? '';
    if (line === '' && said.length > 0) break;
    if (/^[=*_-]{8,}$/.test(line)) continue;
    if (line !== '') said.push(line);
  }
  return said;
}
