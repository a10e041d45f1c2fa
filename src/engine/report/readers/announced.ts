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
import data from '../../../knowledge/answers.json';
import { alternatives } from '../../words/whole-words';
import { readCodes } from '../../answer/codes';
import { categoryAtEnd } from '../../record/category';
import { recordOf } from '../../record/record';
import type { Reader } from '../reader';

const ANNOUNCES = new RegExp(
  `(?:${alternatives(data.announcements, '[^:：]{0,40}?')})\\s{0,3}(?:[:：|-]+|$)\\s{0,3}(.*)$`,
  'iu',
);
/** In any language: a line that ends in a colon, then a line that begins with a code. */
const LABEL = /^[^:：]{2,80}[:：]\s*$/;
const BEGINS_WITH_CODE = /^\s{0,8}['"<]?[45][0-7]\d(?:[ -]|: )\S/;
/** `(state 14)`: of Gmail's own machine. */
const STATE = /\s?\(state \d{1,3}\)\.?/;

const LAST = new RegExp(`(?:${alternatives(data.lastAnnouncement)}|state \\d{1,3}\\))\\s?:\\s?(.+)$`, 'is');

export const announced: Reader = {
  id: 'announced',
  naming: 'words',
  read({ lines, mayHold }) {
    const isAnnounced = mayHold('announces-answer');
    // The last announcement is the innermost: Gmail's own sentence comes before the server's answer.
    for (let i = lines.length - 1; i >= 0; i--) {
      const line = (lines[i] ?? '').slice(0, 3000);
      const match = isAnnounced ? ANNOUNCES.exec(line) : null;
      if (!match && !(LABEL.test(line) && BEGINS_WITH_CODE.test(until(lines, i + 1)[0] ?? ''))) continue;
      const beside = match?.[1] ?? '';
      // An empty line ends what stands beside its label; a label alone has its answer further down.
      const isWhole = beside !== '' && (lines[i + 1] ?? '').trim() === '';
      const said = [beside, ...(isWhole ? [] : until(lines, i + 1))]
        .join(' ')
        .replace(/^[\s-]+/, '')
        .slice(0, 4000)
        .trim();
      if (said === '') continue;
      const answer = inner(said).replace(STATE, '');
      return [recordOf({ diagnostic: answer, category: categoryAtEnd(answer), ...readCodes(answer) })];
    }
    return [];
  },
};

/** `… returned was: 550 550 5.1.1 text`: the answer behind the last announcement of the same line, its code once. */
const inner = (said: string) => {
  const last = LAST.exec(said)?.[1] ?? said;
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
