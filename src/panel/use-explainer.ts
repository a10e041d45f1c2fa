import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Context } from '../engine/context';
import { type Door, DoorProblem, type Source } from '../outlook/door';
import type { Settings } from '../outlook/setting-values';
import { problemOf } from './problems';
import type { Services } from './services';
import { initialState, reduce, type State, type Ways } from './state';

export interface Explainer {
  state: State;
  settings: Settings;
  startAgain(): void;
  readOpenItem(): void;
  paste(text: string): void;
  choose(file: File): void;
  saveSettings: Services['saveSettings'];
  /** Says that a domain is the organisation's own; the answer is given again. */
  addOwnDomain(domain: string): void;
  showWays(ways: Ways): void;
  tick(key: string, done: boolean): void;
}

/** Joins the doors, the engine and the state. */
export function useExplainer(services: Services): Explainer {
  const [state, dispatch] = useReducer(reduce, initialState);
  const [settings, setSettings] = useState(services.readSettings);
  const newest = useRef(0);
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
        const explanation = await services.explain(source.input, contextOf(services));
        dispatch({ type: 'answered', request, source, explanation });
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

  const change = async (changed: Settings) => {
    const home = await services.saveSettings(changed);
    setSettings(changed);
    // Own domains bear on the answer: give it again.
    const source = lastSource.current;
    if (source) void ask(source, () => Promise.resolve(source));
    return home;
  };

  return {
    state,
    settings,
    startAgain,
    readOpenItem,
    paste: (text) => void ask(doors.pastedText.peek(text), () => doors.pastedText.open(text)),
    choose: (file) => void ask(doors.chosenFile.peek(file), () => doors.chosenFile.open(file)),
    saveSettings: change,
    addOwnDomain: (domain) => {
      // Whoever names one domain has named all: the guessed one must not be lost by it.
      const { ownDomains } = contextOf(services);
      void change({ ...settings, ownDomains: [...new Set([...(ownDomains ?? []), domain.toLowerCase()])] });
    },
    showWays: (ways) => dispatch({ type: 'ways', ways }),
    tick: (key, done) => dispatch({ type: 'ticked', key, done }),
  };
}

function contextOf(services: Services): Context {
  const { ownDomains, platformUrl } = services.readSettings();
  const own = services.userDomain();
  return {
    now: services.now().toISOString(),
    ownDomains: [...new Set([...ownDomains, ...(own ? [own] : [])])],
    platformUrl,
  };
}
