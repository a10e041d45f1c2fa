/**
 * Everything the panel can be in. One reducer, its states named; components only show it.
 * An answer carries the number of its question: when another mail has been opened since, it is old
 * and thrown away.
 */
import type { Help } from '../engine';
import type { Explanation, Kind, Text } from '../engine/explanation';
import type { DoorId, Source, SourceHead } from '../outlook/door';
import type { Start } from '../outlook/office';
import { type ListedSource, newList, type SourceList, withOutcome, withSources } from './source-list';

export interface Problem {
  /** Of a DoorProblem or an InputError. */
  code: string;
  text: Text;
  /** For whoever helps the admin: error codes, sizes. */
  detail: string;
}

export type View =
  | { name: 'starting' }
  | { name: 'nothing-open' }
  /** `asking`: the door that is being asked, before it has named a message. */
  | { name: 'reading'; head: SourceHead | null; asking: DoorId | null }
  | { name: 'several' }
  | { name: 'trace' }
  /** `help` is null for what is no bounce. */
  | { name: 'explained'; source: SourceHead; explanation: Explanation; help: Help | null }
  | { name: 'not-a-bounce'; source: SourceHead; explanation: Explanation }
  | { name: 'unreadable'; head: SourceHead | null; asking: DoorId | null; problem: Problem };

/** What is unfolded below the view. */
export type Ways = 'closed' | 'doors' | 'settings';

export interface State {
  view: View;
  /** The last view that was worth something: it comes back where a file or a text could not be read. */
  kept: View | null;
  /** The last several bounces, also while one of them is shown. */
  list: SourceList | null;
  /** What went wrong while `kept` came back. */
  notice: { head: SourceHead | null; problem: Problem } | null;
  /** The selected message may be another one than the one shown. */
  doubt: boolean;
  ways: Ways;
  /** How Outlook started; null while it is starting. */
  start: Start | null;
  /** Number of the newest question. */
  request: number;
  /** What is asked for while the view before it still stands: a short wait changes nothing on the screen. */
  waiting: Extract<View, { name: 'reading' }> | null;
  /** Steps that are done, by `tickKey`. */
  ticks: Readonly<Record<string, boolean>>;
  /** Problems that were shown, as `code: detail`, for the diagnostics. */
  problems: readonly string[];
}

export type Event =
  | { type: 'started'; start: Start }
  | { type: 'asked'; request: number; head: SourceHead | null; asking: DoorId | null }
  /** The question takes longer than a moment. */
  | { type: 'waited'; request: number }
  | { type: 'answered'; request: number; source: SourceHead; explanation: Explanation; help: Help | null }
  /** `keep`: the failure says nothing of the view that was there before. */
  | { type: 'failed'; request: number; problem: Problem; keep: boolean }
  | { type: 'nothing-open'; request: number }
  | { type: 'listed'; request: number; door: DoorId; sources: readonly Source[]; hasMore: boolean }
  | { type: 'relisted'; list: number; sources: readonly Source[]; hasMore: boolean }
  | { type: 'list-read'; list: number; sourceId: string; outcome: Pick<ListedSource, 'rows' | 'problem'> }
  | { type: 'list-shown' | 'trace-shown'; request: number }
  | { type: 'doubted' }
  | { type: 'notice-read' }
  | { type: 'ways'; ways: Ways }
  | { type: 'ticked'; key: string; done: boolean }
  /** Steps that were done when the message was open before. */
  | { type: 'ticks-read'; keys: readonly string[] };

export const initialState: State = {
  view: { name: 'starting' },
  kept: null,
  list: null,
  notice: null,
  doubt: false,
  ways: 'closed',
  start: null,
  request: 0,
  waiting: null,
  ticks: {},
  problems: [],
};

/** A step of one group of one message. */
export const tickKey = (sourceId: string, groupId: string, stepId: string): string =>
  JSON.stringify([sourceId, groupId, stepId]);

/** The steps of a message that are done, as they are kept: without the message's id of this session. */
export function keptSteps(ticks: State['ticks'], sourceId: string): string[] {
  return Object.entries(ticks).flatMap(([key, done]) => {
    const [id, ...step] = JSON.parse(key) as [string, string, string];
    return done && id === sourceId ? [JSON.stringify(step)] : [];
  });
}

/** The keys of steps that were kept; whatever else is found there is left out. */
export const keysOfKept = (sourceId: string, steps: readonly string[]): string[] =>
  steps.flatMap((step) => {
    try {
      const [groupId, stepId] = JSON.parse(step) as unknown[];
      return typeof groupId === 'string' && typeof stepId === 'string'
        ? [tickKey(sourceId, groupId, stepId)]
        : [];
    } catch {
      return [];
    }
  });

const BOUNCES = new Set<Kind>(['failure', 'delay']);

/** Has it recipients that need help? */
export const isBounce = ({ kind }: Explanation): boolean => BOUNCES.has(kind);

/** An ordinary mail: neither a report of any kind, nor one that only looks like it. */
export const isOrdinary = ({ kind, trust }: Explanation): boolean =>
  kind === 'not-a-report' && trust.verdict !== 'suspicious';

export function reduce(state: State, event: Event): State {
  switch (event.type) {
    case 'started':
      return started(state, event.start);
    case 'asked':
      return asked(state, event);
    case 'list-shown':
    case 'trace-shown':
      return {
        ...state,
        request: event.request,
        waiting: null,
        view: { name: event.type === 'trace-shown' ? 'trace' : 'several' },
        notice: null,
        doubt: false,
      };
    case 'list-read':
      return ofList(state, event.list, (list) => withOutcome(list, event.sourceId, event.outcome));
    case 'relisted':
      return ofList(state, event.list, (list) => withSources(list, event.sources, event.hasMore));
    case 'doubted':
      return { ...state, doubt: isAboutOpenItem(state.view) };
    case 'notice-read':
      return { ...state, notice: null };
    case 'ways':
      return { ...state, ways: event.ways };
    case 'ticked':
      return { ...state, ticks: { ...state.ticks, [event.key]: event.done } };
    case 'ticks-read':
      // A step that has been ticked or unticked meanwhile stays as it is.
      return {
        ...state,
        ticks: { ...Object.fromEntries(event.keys.map((key) => [key, true])), ...state.ticks },
      };
    default:
      return event.request === state.request ? { ...state, ...outcome(state, event) } : state;
  }
}

/**
 * A view that says something stays for a moment: most answers come before anybody would have read "Reading". What was
 * open below it makes room, but for settings that are being typed; what is opened after the question stays.
 */
function asked(state: State, { request, head, asking }: Extract<Event, { type: 'asked' }>): State {
  const reading = { name: 'reading', head, asking } as const;
  const keeps = isWorthKeeping(state.view);
  // Asked again once the message's name is known.
  const isSame = request === state.request;
  return {
    ...state,
    request,
    ...(keeps ? { waiting: reading, kept: state.view } : { waiting: null, view: reading }),
    ways: isSame || state.ways === 'settings' ? state.ways : 'closed',
    notice: null,
    doubt: false,
  };
}

const isWorthKeeping = ({ name }: View): boolean =>
  ['explained', 'not-a-bounce', 'several', 'trace'].includes(name);

const isAboutOpenItem = (view: View): boolean => headOf(view)?.door === 'open-item';

const ofList = (state: State, id: number, change: (list: SourceList) => SourceList): State =>
  state.list?.id === id ? { ...state, list: change(state.list) } : state;

function started(state: State, start: Start): State {
  if (start.mailbox || state.view.name !== 'starting') return { ...state, start };
  return { ...state, start, view: { name: 'nothing-open' } };
}

type Outcome = Extract<Event, { type: 'waited' | 'answered' | 'failed' | 'nothing-open' | 'listed' }>;

/** What becomes of the state once something is known of the newest question. */
function outcome(before: State, event: Outcome): Partial<State> {
  const state = before.waiting ? { ...before, view: before.waiting } : before;
  if (event.type === 'waited') return { view: state.view, waiting: null };
  return { waiting: null, ...known(state, event) };
}

function known(state: State, event: Exclude<Outcome, { type: 'waited' }>): Partial<State> {
  if (event.type === 'nothing-open') return { view: { name: 'nothing-open' } };
  if (event.type === 'failed') return failed(state, event);
  if (event.type === 'listed') {
    return {
      view: { name: 'several' },
      list: newList(event.request, event.door, event.sources, event.hasMore),
    };
  }
  const { source, explanation, help } = event;
  return isOrdinary(explanation)
    ? { view: { name: 'not-a-bounce', source, explanation } }
    : { view: { name: 'explained', source, explanation, help } };
}

/** For the diagnostics; more than that nobody reads. */
const MAX_PROBLEMS = 20;

function failed(state: State, { problem, keep }: Extract<Event, { type: 'failed' }>): Partial<State> {
  const { head, asking } = state.view.name === 'reading' ? state.view : { head: null, asking: null };
  const problems = [...state.problems, `${problem.code}: ${problem.detail}`].slice(-MAX_PROBLEMS);
  // A failure beside an answer, such as older rows that did not come, leaves the answer as it is.
  if (state.view.name !== 'reading') return { problems, notice: { head: null, problem } };
  if (keep && state.kept) return { problems, view: state.kept, notice: { head, problem } };
  return { problems, view: { name: 'unreadable', head, asking, problem } };
}

/** What the view is about, if it is about a message. */
export function headOf(view: View): SourceHead | null {
  if (view.name === 'explained' || view.name === 'not-a-bounce') return view.source;
  return view.name === 'reading' || view.name === 'unreadable' ? view.head : null;
}

/** Is the message of the view one of the list? */
export const isListed = ({ view, list }: State): boolean =>
  list?.sources.some(({ head }) => head.id === headOf(view)?.id) ?? false;

/** Why there is nothing to read: the reason that Outlook did not start, or that no message is selected. */
export const nothingOpenKind = (start: Start | null) =>
  start && !start.mailbox && start.reason !== 'ready' ? start.reason : 'nothing-selected';
