/**
 * Everything the panel can be in. One reducer, its states named; components only show it.
 * An answer carries the number of its question: when another mail has been opened since, it is old
 * and thrown away.
 */
import type { Help } from '../engine';
import type { Explanation, Kind, Text } from '../engine/explanation';
import type { Source, SourceHead } from '../outlook/door';
import type { Start } from '../outlook/office';

export interface Problem {
  text: Text;
  /** For whoever helps the admin: error codes, sizes. */
  detail: string;
}

export type View =
  | { name: 'starting' }
  | { name: 'nothing-open' }
  | { name: 'reading'; head: SourceHead | null }
  | { name: 'explained'; source: Source; explanation: Explanation; help: Help }
  | { name: 'not-a-bounce'; source: Source; explanation: Explanation }
  | { name: 'unreadable'; head: SourceHead | null; problem: Problem };

/** Which of the other ways is unfolded below the view. */
export type Ways = 'closed' | 'ask' | 'paste' | 'settings';

export interface State {
  view: View;
  ways: Ways;
  /** How Outlook started; null while it is starting. */
  start: Start | null;
  /** Number of the newest question. */
  request: number;
  /** Steps that are done, by `tickKey`. */
  ticks: Readonly<Record<string, boolean>>;
}

export type Event =
  | { type: 'started'; start: Start }
  | { type: 'asked'; request: number; head: SourceHead | null }
  | { type: 'answered'; request: number; source: Source; explanation: Explanation; help: Help | null }
  | { type: 'failed'; request: number; problem: Problem }
  | { type: 'nothing-open'; request: number }
  | { type: 'ways'; ways: Ways }
  | { type: 'ticked'; key: string; done: boolean };

export const initialState: State = {
  view: { name: 'starting' },
  ways: 'closed',
  start: null,
  request: 0,
  ticks: {},
};

/** A step of one group of one message. */
export const tickKey = (sourceId: string, groupId: string, stepId: string): string =>
  JSON.stringify([sourceId, groupId, stepId]);

const BOUNCES = new Set<Kind>(['failure', 'delay']);

/** Is it answered with advice? */
export const isBounce = ({ kind }: Explanation): boolean => BOUNCES.has(kind);

export function reduce(state: State, event: Event): State {
  switch (event.type) {
    case 'started':
      return started(state, event.start);
    case 'asked':
      return { ...state, request: event.request, view: { name: 'reading', head: event.head } };
    case 'ways':
      return { ...state, ways: event.ways };
    case 'ticked':
      return { ...state, ticks: { ...state.ticks, [event.key]: event.done } };
    default:
      return event.request === state.request ? { ...state, ...outcome(state, event) } : state;
  }
}

/** Without a mailbox, pasting is the first thing to do: unless the admin has already found another way. */
function started(state: State, start: Start): State {
  if (start.mailbox || state.view.name !== 'starting') return { ...state, start };
  const ways = state.ways === 'closed' ? 'paste' : state.ways;
  return { ...state, start, ways, view: { name: 'nothing-open' } };
}

type Outcome = Extract<Event, { type: 'answered' | 'failed' | 'nothing-open' }>;

function outcome(state: State, event: Outcome): Partial<State> {
  if (event.type === 'nothing-open') return { view: { name: 'nothing-open' } };
  if (event.type === 'failed') {
    const head = state.view.name === 'reading' ? state.view.head : null;
    return { view: { name: 'unreadable', head, problem: event.problem } };
  }
  const { source, explanation, help } = event;
  // What was pasted or chosen has been read: make room for the answer. A half-typed text stays, and one
  // question may follow another.
  const ways = source.door === 'open-item' || source.door === 'asked-line' ? state.ways : 'closed';
  if (!isBounce(explanation) || help === null)
    return { view: { name: 'not-a-bounce', source, explanation }, ways };
  return { view: { name: 'explained', source, explanation, help }, ways };
}

/** Views with little to say: the other ways in follow at once. */
export const isQuiet = ({ name }: View): boolean =>
  ['nothing-open', 'not-a-bounce', 'unreadable'].includes(name);

/** What the view is about, if it is about a message. */
export function headOf(view: View): SourceHead | null {
  if (view.name === 'explained' || view.name === 'not-a-bounce') return view.source;
  return view.name === 'reading' || view.name === 'unreadable' ? view.head : null;
}

/** Why there is nothing to read: the reason that Outlook did not start, or that no message is selected. */
export const nothingOpenKind = (start: Start | null) =>
  start && !start.mailbox && start.reason !== 'ready' ? start.reason : 'nothing-selected';
