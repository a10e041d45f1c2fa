/** What the page and the thread that reads its files say to each other. */
import type { FileProblem, SourceLeftOut } from '../campaign/reading/open-file';
import type { ListId } from '../campaign/root-cause';
import type { TimeUnit } from '../campaign/over-days';
import type { ShownThing, ThingTexts } from '../campaign/shown-thing';
import type { Context } from '../engine';

/** A file as it was chosen: a browser hands files on to threads without copying them. */
export interface ChosenFile {
  file: File;
  /** With the folders that it was found in: `bounces/2026/a.eml`. */
  path: string;
  /** What was dropped: the folder, or the file itself. */
  root: string;
}

/** A file, or why there is none. */
export type Chosen = ChosenFile | FileProblem | SourceLeftOut;

export interface Surroundings {
  /** BCP 47; of the words, and of dates. */
  language: string;
  region: string;
  context: Context;
}

export type ToThread =
  | ({ type: 'begin' } & Surroundings)
  /**
   * Files, and what the browser did not hand out, some at a time; behind the last, what was read is told. Those of a
   * reading that has ended are left.
   */
  | { type: 'files'; reading: number; files: readonly Chosen[]; isLast: boolean }
  | { type: 'cancel' }
  | { type: 'ask'; id: number; kind: QuestionKind; asked: unknown };

export type FromThread =
  | { type: 'progress'; progress: Progress }
  | { type: 'overview'; overview: ShownOverview; isDone: boolean }
  | { type: 'answer'; id: number; answer: unknown }
  /** A part of the program did not load. */
  | { type: 'failed' };

export interface Progress {
  records: number;
  /** Records a second. */
  rate: number;
  /** Files begun, and the one that is being read. */
  files: number;
  file: string | null;
}

/** Everything is in words already. */
export interface ShownOverview {
  headline: string;
  things: ShownThing[];
  /** Things beyond those. */
  moreThings: number;
  /** What else was counted, a sentence each. */
  notes: string[];
  /** What was left out, a sentence each; how many sentences there are beyond those. */
  leftOut: string[];
  moreLeftOut: number;
  timeline: ShownTimeline | null;
  lists: { list: ListId; name: string; people: number }[];
  comparison: { id: ComparedId; says: string; people: number }[];
  rows: number;
  bounces: number;
  arrived: number;
}

export interface ShownTimeline {
  unit: TimeUnit;
  /** Names of the causes, the commonest first. */
  series: string[];
  buckets: { label: string; counts: number[] }[];
}

export type ComparedId = 'new' | 'still' | 'cured' | 'unseen' | 'repeated';

export interface ShownRow {
  address: string | null;
  cause: string;
  who: string;
  list: string;
  seen: string;
  code: string;
  campaign: string;
  says: string;
  source: string;
}

export const SORTABLE = ['address', 'cause', 'who', 'list', 'seen', 'code', 'campaign'] as const;
export type Sortable = (typeof SORTABLE)[number];

/** Which rows, and in which order. */
export interface Wanted {
  sortBy: Sortable;
  isDescending: boolean;
  search: string;
  /** A thing to do by its number, all, or those that arrived. */
  of: number | 'all' | 'arrived';
}

export type AddressesOf =
  { thing: number } | { list: ListId } | { compared: ComparedId } | { rows: readonly number[] };
export type FileAsked =
  | { kind: 'csv'; of: { thing: number } | { list: ListId } | { rows: readonly number[] } | null }
  | { kind: 'rows' }
  | { kind: 'lists' };

interface Questions {
  /** Of a thing to do: its ticket, and whom it is about. */
  thing: { asked: { thing: number; done: readonly string[] }; answer: ThingTexts };
  addresses: { asked: AddressesOf; answer: string };
  /** Numbers of rows, in their order. */
  order: { asked: Wanted; answer: Uint32Array };
  rows: { asked: readonly number[]; answer: ShownRow[] };
  file: { asked: FileAsked; answer: Blob };
}
export type QuestionKind = keyof Questions;
export type Asked<Kind extends QuestionKind> = Questions[Kind]['asked'];
export type Answer<Kind extends QuestionKind> = Questions[Kind]['answer'];
