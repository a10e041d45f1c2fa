/**
 * Gmail's own words, old and new:
 *
 *     Your message wasn't delivered to user@example.com because the address couldn't be found …
 *     The response was:
 *     550 5.1.1 The email account that you tried to reach does not exist.
 *
 *     Technical details of permanent failure:
 *     Google tried to deliver your message, but it was rejected … The error that the other server returned was: 550 550 no such user (state 14).
 */
import { readCodes } from '../codes';
import { finding, type Reader } from '../finding';

const ANNOUNCES =
  /(?:the (?:response|error) (?:that the other server returned )?(?:was|from the remote server was)|technical details of (?:permanent|temporary) failure|(?:permanent|temporary) failure|PERM_FAILURE|TEMP_FAILURE)\s?:\s*(.*)$/i;
const STATE = /\s?\(state \d{1,3}\)\.?/;

export const gmail: Reader = {
  id: 'gmail',
  read({ lines, headers }) {
    const from = headers.get('from') ?? '';
    if (!/google/i.test(from) && !lines.some((line) => /google|gmail/i.test(line))) return [];
    for (let i = lines.length - 1; i >= 0; i--) {
      const announced = ANNOUNCES.exec((lines[i] ?? '').slice(0, 3000));
      if (!announced) continue;
      const said = [announced[1] ?? '', ...until(lines, i + 1)].join(' ').trim();
      if (said === '') continue;
      // `550 550 5.1.1 text`: Gmail puts the code before the answer that already has it.
      const answer = said.replace(/^([245]\d\d) (?=\1[ -])/, '').replace(STATE, '');
      return [finding({ diagnostic: answer, ...readCodes(answer) })];
    }
    return [];
  },
};

function until(lines: string[], from: number): string[] {
  const said: string[] = [];
  for (let i = from; i < Math.min(from + 20, lines.length); i++) {
    const line = lines[i]?.trim() ?? '';
    if (line === '' && said.length > 0) break;
    if (line !== '') said.push(line);
  }
  return said;
}
