import { startTransition, useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Explanation, Words } from '../engine';
import type { Input } from '../engine/input';
import { type DoorId, DoorProblem, type Source, type SourceHead } from '../outlook/door';
import type { KeptTicks } from '../outlook/kept-ticks';
import { type Settings, withOwnDomain } from '../site/setting-values';
import { contextOf } from './explain-context';
import { problemOf } from './problems';
import { readList } from './read-list';
import type { Services } from './services';
import {
  initialState,
  isBounce,
  isOrdinary,
  keptSteps,
  keysOfKept,
  reduce,
  type State,
  type Ways,
} from './state';
import { useRecentBounces } from './use-recent-bounces';
import { type Spoken, useWords } from './use-surroundings';

export interface Explainer {
  state: State;
  settings: Settings;
  words: Words;
  /** BCP 47, with the reader's region. */
  language: string;
  startAgain(): void;
  readOpenItem(): void;
  paste(text: string): void;
  /** Explains a typed code or line. */
  askLine(text: string): void;
  choose(files: readonly File[]): void;
  drop(files: readonly File[]): void;
  /** Explains one message of the list. */
  pick(sourceId: string): void;
  showList(): void;
  /** Shows the message trace, or the question for it. */
  showTrace(): void;
  /** Lists the bounces of the mailbox, or of a shared one. */
  listRecent(sharedMailbox?: string): void;
  listOlder(): void;
  /** Ends the waiting for a sign-in. */
  cancel(): void;
  forgetNotice(): void;
  saveSettings: Services['saveSettings'];
  /** Says that a domain is the organisation's own; the answer is given again. */
  addOwnDomain(domain: string): void;
  /** The domain that was called so over the message that is shown; null where none was. */
  saidOwn: string | null;
  /** Takes that back. */
  undoOwnDomain(): void;
  /** Says that accounts are new, or are not; the answer is given again. */
  sayNew(addresses: readonly string[], isNew: boolean): void;
  showWays(ways: Ways): void;
  tick(key: string, done: boolean): void;
}

/** How sources that a door offers are taken. */
export interface Offer {
  door: DoorId;
  /** The message's name, where it is known before the door opens. */
  head?: SourceHead | null;
  /** One source is shown as a list of one, too. */
  asList?: boolean;
  /** Asked after the door was opened. */
  hasMore?: () => boolean;
  /** The view before is still true if this fails: it has nothing to do with the open message. */
  keep: boolean;
  /** Tries once more where another message was opened while this one was read. */
  again?: boolean;
}

/** Joins the doors, the engine and the state. */
export function useExplainer(services: Services, atHand: Words): Explainer {
  const [state, dispatch] = useReducer(reduce, initialState);
  const [settings, setSettings] = useState(services.readSettings);
  const language = settings.language ?? services.displayLanguage();
  const { words, prepareAnswers } = useWords(services, atHand, language);
  // The language may change while a message is being read.
  const prepare = useRef<Spoken['prepareAnswers']>(prepareAnswers);
  useEffect(() => {
    prepare.current = prepareAnswers;
  }, [prepareAnswers]);
  const newest = useRef(0);
  const newAccounts = useRef<ReadonlySet<string>>(new Set());
  const lastRead = useRef<{ source: SourceHead; input: Input } | null>(null);
  /** A domain that was called the organisation's own over the message that is shown. */
  const ours = useRef<string | null>(null);
  const [said, setSaid] = useState<{ domain: string; before: Settings } | null>(null);
  const listed = useRef<{ id: number; sources: readonly Source[] }>({ id: 0, sources: [] });
  const openingFiles = useRef<Promise<readonly Source[]> | null>(null);
  /** Where the ticks of the message that is shown are kept. */
  const ticked = useRef<{ sourceId: string; kept: KeptTicks } | null>(null);
  const { doors } = services;

  const explain = useCallback(
    (input: Input) => services.explain(input, contextOf(services, newAccounts.current, ours.current)),
    [services],
  );

  /** Asks at once for all that an answer needs, while the message is still being fetched. */
  const prepareAll = useCallback(() => {
    // Where one of them does not come, the answer that needs it says so.
    for (const asked of [services.loadHelp(), prepare.current([])]) asked.catch(() => undefined);
  }, [services]);

  /** Explains one message; the answer counts only while no newer question has been asked. */
  const answer = useCallback(
    async (request: number, source: SourceHead, read: () => Promise<Input>) => {
      const input = await read();
      if (request !== newest.current) return;
      if (lastRead.current?.source.id !== source.id) {
        ours.current = null;
        setSaid(null);
      }
      lastRead.current = { source, input };
      const explanation = await explain(input);
      if (isOrdinary(explanation)) {
        startTransition(() => dispatch({ type: 'answered', request, source, explanation, help: null }));
        return;
      }
      const kept = services.keptTicks(source, input);
      void kept.read().then((steps) => {
        const keys = keysOfKept(source.id, steps);
        if (keys.length > 0) dispatch({ type: 'ticks-read', keys });
      });
      ticked.current = { sourceId: source.id, kept };
      const [help, showInWords] = await Promise.all([
        isBounce(explanation) ? services.loadHelp(explanation) : null,
        prepare.current(causesOf(explanation)),
      ]);
      // Drawn in short pieces: on a slow machine, a click meanwhile is not kept waiting.
      startTransition(() => {
        showInWords();
        dispatch({ type: 'answered', request, source, explanation, help });
      });
    },
    [services, explain],
  );

  const fail = useCallback((request: number, error: unknown, keep: boolean) => {
    const nothing = error instanceof DoorProblem && error.code === 'no-item';
    if (nothing) dispatch({ type: 'nothing-open', request });
    else dispatch({ type: 'failed', request, problem: problemOf(error), keep });
  }, []);

  const readSources = useCallback(
    (list: number, sources: readonly Source[]) =>
      readList(
        sources,
        async (input) => {
          const explanation = await explain(input);
          const showInWords = await prepare.current(causesOf(explanation));
          showInWords();
          return explanation;
        },
        (sourceId, outcome) => dispatch({ type: 'list-read', list, sourceId, outcome }),
        () => listed.current.id === list,
      ),
    [explain],
  );

  /** Shows the messages as a list and reads them one after the other. */
  const showSources = useCallback(
    async (request: number, door: DoorId, sources: readonly Source[], hasMore: boolean) => {
      listed.current = { id: request, sources };
      dispatch({ type: 'listed', request, door, sources, hasMore });
      await readSources(request, sources);
    },
    [readSources],
  );

  /** Asks a door: one message is explained at once, several become a list. */
  const take = useCallback(
    async function takeOnce(open: () => Promise<readonly Source[]>, offer: Offer): Promise<void> {
      const { door, head = null, asList = false, hasMore, keep, again = false } = offer;
      const request = ++newest.current;
      dispatch({ type: 'asked', request, head, asking: door });
      setTimeout(() => dispatch({ type: 'waited', request }), SHORT_MS);
      prepareAll();
      try {
        const sources = await open();
        if (request !== newest.current) return;
        const [only] = sources;
        if (asList || !only || sources.length > 1) {
          await showSources(request, door, sources, hasMore?.() ?? false);
        } else {
          dispatch({ type: 'asked', request, head: only, asking: null });
          await answer(request, only, () => only.read());
        }
      } catch (error) {
        const moved = error instanceof DoorProblem && error.code === 'other-message';
        if (moved && again && request === newest.current) return takeOnce(open, { ...offer, again: false });
        fail(request, error, keep);
      }
    },
    [answer, fail, showSources, prepareAll],
  );

  /** Files that come while others are being opened join them: of two drops at once, none is lost. */
  const takeFiles = useCallback(
    (door: DoorId, open: () => Promise<readonly Source[]>) => {
      const before = openingFiles.current;
      const opened = before ? Promise.all([before, open()]).then((both) => both.flat()) : open();
      openingFiles.current = opened;
      void take(() => opened, { door, keep: true }).finally(() => {
        if (openingFiles.current === opened) openingFiles.current = null;
      });
    },
    [take],
  );

  const readOpenItem = useCallback(() => {
    void take(() => doors.openItem.open(), { door: 'open-item', keep: false, again: true });
  }, [take, doors]);

  const startAgain = useCallback(() => {
    const started = () => {
      setSettings(services.readSettings());
      dispatch({ type: 'started', start: { mailbox: true, reason: 'ready' } });
      // A pasted text that is being read, or has been, is not pushed aside by a mailbox that comes late.
      if (newest.current === 0) readOpenItem();
    };
    void services.start(started).then((start) => {
      if (start.mailbox) started();
      else dispatch({ type: 'started', start });
    });
  }, [services, readOpenItem]);

  useEffect(startAgain, [startAgain]);
  const mailbox = state.start?.mailbox ?? false;
  useEffect(
    () =>
      mailbox
        ? services.watchItem({ onChange: readOpenItem, onDoubt: () => dispatch({ type: 'doubted' }) })
        : undefined,
    [mailbox, services, readOpenItem],
  );

  const pick = useCallback(
    (source: Source) => void take(async () => [source], { door: source.door, head: source, keep: true }),
    [take],
  );

  /** Another state of the list that is shown: what is new in it is read, what was read stays. */
  const relist = useCallback(
    (sources: readonly Source[], hasMore: boolean) => {
      const { id, sources: before } = listed.current;
      const known = new Set(before.map((source) => source.id));
      listed.current = { id, sources };
      dispatch({ type: 'relisted', list: id, sources, hasMore });
      void readSources(
        id,
        sources.filter((source) => !known.has(source.id)),
      );
    },
    [readSources],
  );
  const recent = useRecentBounces(doors.recentBounces, {
    list: state.list,
    take,
    pick,
    relist,
    fail: (error) => fail(newest.current, error, true),
  });

  const answerAgain = () => {
    const last = lastRead.current;
    if (!last) return;
    const request = ++newest.current;
    dispatch({ type: 'asked', request, head: last.source, asking: null });
    setTimeout(() => dispatch({ type: 'waited', request }), SHORT_MS);
    answer(request, last.source, async () => last.input).catch((error) => fail(request, error, true));
  };
  const change = async (changed: Settings) => {
    const home = await services.saveSettings(changed);
    setSettings(changed);
    // Own domains bear on the answer.
    answerAgain();
    return home;
  };

  return {
    state,
    settings,
    words,
    language,
    startAgain,
    readOpenItem,
    paste: (text) => void take(() => doors.pastedText.open(text), { door: 'pasted-text', keep: true }),
    askLine: (text) =>
      void take(() => doors.typedQuestion.open(text), { door: 'typed-question', keep: true }),
    choose: (files) => takeFiles('chosen-files', () => doors.chosenFiles.open(files)),
    drop: (files) => takeFiles('dragged-mail', () => doors.draggedMail.open(files)),
    pick: (sourceId) => {
      const source = listed.current.sources.find(({ id }) => id === sourceId);
      if (source) pick(source);
    },
    ...recent,
    showList: () => dispatch({ type: 'list-shown', request: ++newest.current }),
    showTrace: () => dispatch({ type: 'trace-shown', request: ++newest.current }),
    forgetNotice: () => dispatch({ type: 'notice-read' }),
    saveSettings: change,
    addOwnDomain: (domain) => {
      const changed = withOwnDomain(settings, domain);
      // For this message the answer counts at once; for others, with the second equal one.
      ours.current = domain.toLowerCase();
      setSaid({ domain, before: settings });
      // Whoever names one domain has named all: the guessed one must not be lost by it.
      const own = services.userDomain();
      const ownDomains =
        changed.ownDomains.length > 0 && own
          ? [...new Set([own, ...changed.ownDomains])]
          : changed.ownDomains;
      void change({ ...changed, ownDomains });
    },
    saidOwn: said?.domain ?? null,
    undoOwnDomain: () => {
      ours.current = null;
      setSaid(null);
      if (said) void change(said.before);
    },
    sayNew: (addresses, isNew) => {
      const changed = new Set(newAccounts.current);
      for (const address of addresses) {
        if (isNew) changed.add(address);
        else changed.delete(address);
      }
      newAccounts.current = changed;
      answerAgain();
    },
    showWays: (ways) => dispatch({ type: 'ways', ways }),
    tick: (key, done) => {
      dispatch({ type: 'ticked', key, done });
      const { current } = ticked;
      void current?.kept.save(keptSteps({ ...state.ticks, [key]: done }, current.sourceId));
    },
  };
}

/** A wait that is not felt: until then, what was shown stays. */
const SHORT_MS = 300;

/** The causes that an answer is worded with. */
const causesOf = ({ recipients }: Explanation): string[] => [
  ...new Set(
    recipients.flatMap(({ cause, couldAlsoBe }) => (couldAlsoBe === null ? [cause] : [cause, couldAlsoBe])),
  ),
];
