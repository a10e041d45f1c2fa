import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Words } from '../engine';
import type { Context } from '../engine/context';
import { type Door, DoorProblem, type Source } from '../outlook/door';
import type { Settings } from '../outlook/setting-values';
import { problemOf } from './problems';
import type { Services } from './services';
import { initialState, isBounce, reduce, type State, type Ways } from './state';
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
  choose(file: File): void;
  saveSettings: Services['saveSettings'];
  /** Says that a domain is the organisation's own; the answer is given again. */
  addOwnDomain(domain: string): void;
  /** Says that accounts are new, or are not; the answer is given again. */
  sayNew(addresses: readonly string[], isNew: boolean): void;
  showWays(ways: Ways): void;
  tick(key: string, done: boolean): void;
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
  const lastSource = useRef<Source | null>(null);
  const { doors } = services;

  /** Asks one question; its answer counts only while no newer one has been asked. */
  const ask = useCallback(
    async (head: ReturnType<Door['peek']>, open: () => Promise<Source>) => {
      const request = ++newest.current;
      dispatch({ type: 'asked', request, head });
      try {
        const source = await open();
        if (request !== newest.current) return;
        lastSource.current = source;
        const context = contextOf(services, newAccounts.current);
        const explanation = await services.explain(source.input, context);
        if (!isBounce(explanation)) {
          dispatch({ type: 'answered', request, source, explanation, help: null });
          return;
        }
        const [help, showInWords] = await Promise.all([services.loadHelp(), prepare.current()]);
        showInWords();
        dispatch({ type: 'answered', request, source, explanation, help });
      } catch (error) {
        const nothing = error instanceof DoorProblem && error.code === 'no-item';
        if (nothing) dispatch({ type: 'nothing-open', request });
        else dispatch({ type: 'failed', request, problem: problemOf(error) });
      }
    },
    [services],
  );
  const readOpenItem = useCallback(() => {
    void ask(doors.openItem.peek(), () => doors.openItem.open());
  }, [ask, doors]);

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
    () => (mailbox ? services.watchItem(readOpenItem) : undefined),
    [mailbox, services, readOpenItem],
  );

  const answerAgain = () => {
    const source = lastSource.current;
    if (source) void ask(source, () => Promise.resolve(source));
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
    paste: (text) => void ask(doors.pastedText.peek(text), () => doors.pastedText.open(text)),
    askLine: (text) => void ask(doors.askedLine.peek(text), () => doors.askedLine.open(text)),
    choose: (file) => void ask(doors.chosenFile.peek(file), () => doors.chosenFile.open(file)),
    saveSettings: change,
    addOwnDomain: (domain) => {
      // Whoever names one domain has named all: the guessed one must not be lost by it.
      const { ownDomains } = contextOf(services, newAccounts.current);
      void change({ ...settings, ownDomains: [...new Set([...(ownDomains ?? []), domain.toLowerCase()])] });
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
    tick: (key, done) => dispatch({ type: 'ticked', key, done }),
  };
}

function contextOf(services: Services, newAccounts: ReadonlySet<string>): Context {
  const { ownDomains, platformUrl } = services.readSettings();
  const own = services.userDomain();
  return {
    now: services.now().toISOString(),
    ownDomains: [...new Set([...ownDomains, ...(own ? [own] : [])])],
    ...(newAccounts.size > 0 ? { newAccounts: [...newAccounts] } : {}),
    platformUrl,
  };
}
