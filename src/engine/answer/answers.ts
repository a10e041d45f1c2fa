/**
 * The answers in what was said, the innermost first: what is inside speaks, its frame only where the inside says
 * nothing.
 *
 *     host mx.example.com[192.0.2.1] refused to talk to me: 421 4.7.0 Try again later
 *     └ frame ──────────────────────────────────────────────┘└ answer ───────────────┘
 */
import data from '../../knowledge/answers.json';
import { PhraseFinder } from '../phrases/phrase-finder';
import { readCodes, type Codes } from './codes';

/**
 * Who gave an answer: `remote`, the server that was asked, quoted by whoever reports; `reporter`, whoever reports, in
 * its own words.
 */
type Speaker = 'remote' | 'reporter';

export interface Answer extends Codes {
  /** As it stands there. */
  text: string;
  speaker: Speaker;
}

type Frame = 'frame' | 'before-code';
let finder: PhraseFinder<Frame> | null = null;
const frames = () =>
  (finder ??= new PhraseFinder<Frame>([
    ...data.frames.map((frame) => [frame, 'frame'] as const),
    ...data.framesBeforeCode.map((frame) => [frame, 'before-code'] as const),
  ]));
const BEGINS_WITH_CODE = /^\W{0,6}[245](?:\d\d\b|\.\d)/;

/** Characters that are read of what was said. */
const MAX_SAID = 4000;
/** Letters without which nothing was said. */
const SAYS_SOMETHING = /\p{L}{3}/u;
const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", '«': '»', '“': '”', '<': '>' };

/** @returns the innermost first, the whole last */
export function answersIn(diagnostic: string): Answer[] {
  const text = diagnostic.slice(0, MAX_SAID);
  const inner: Answer[] = [];
  const add = (said: string, speaker: Speaker) => {
    if (SAYS_SOMETHING.test(said)) inner.unshift({ text: said, speaker, ...codesAtStart(said) });
  };
  // An answer that begins inside the text, behind somebody's own words: `Unknown address error 550-'5.2.2 Mailbox full'`.
  const last = lastCode(text);
  let isWaiting = last > 0;
  const addLast = () => {
    if (isWaiting) add(text.slice(last), 'reporter');
    isWaiting = false;
  };
  for (const { end, value } of frames().find(text)) {
    // `LED=450 4.4.317 Cannot connect [Message=SubjectMismatch`: a frame inside that answer goes first.
    if (end > last) addLast();
    const said = withoutQuotes(text.slice(end));
    if ((value === 'frame' || BEGINS_WITH_CODE.test(text.slice(end, end + 40))) && said.length < text.length)
      add(said, 'remote');
  }
  addLast();
  // Words of the line that holds the code go before those of other lines, unless the answer itself goes on there.
  const from = Math.max(last, 0);
  const end = text.indexOf('\n', from);
  const line = text.slice(from, end < 0 ? undefined : end);
  if (end > 0 && HOLDS_LAST_LINE.test(line)) add(line, 'reporter');
  return [
    ...inner.slice(0, MAX_NESTED),
    { text: diagnostic, speaker: 'reporter', ...codesAtStart(diagnostic) },
  ];
}

const NO_CODES: Codes = { replyCode: null, status: null };
/** An answer's own codes stand at its start; what stands further inside may be another one's. */
const codesAtStart = (said: string): Codes =>
  BEGINS_WITH_CODE.test(said.slice(0, 40)) ? readCodes(said) : NO_CODES;

/** A reply code without the dash of a line that another one follows. */
const HOLDS_LAST_LINE = /[245]\d\d(?!-)/;

/** Frames inside one another; real ones have three. */
const MAX_NESTED = 8;

/** The answer's quotes, if it stands in any; what follows them belongs to the frame. */
function withoutQuotes(text: string): string {
  const start = text.trimStart();
  const close = CLOSING[start[0] ?? ''];
  if (close === undefined) return start;
  const end = start.indexOf(close, 1);
  return end < 0 ? start.slice(1) : start.slice(1, end);
}

const CODE = /(?<![\w.:/[<-])([45][0-7]\d)[ -](?=['"(#<]?(?:[45]\.\d|\p{L}))/gu;

/** Where the last answer begins. Lines of one answer, `550-first 550 last`, begin with the first. */
function lastCode(text: string): number {
  let start = -1;
  let code = '';
  for (const match of text.matchAll(CODE)) {
    if (match[1] === code) continue;
    code = match[1] ?? '';
    start = match.index;
  }
  return start;
}
