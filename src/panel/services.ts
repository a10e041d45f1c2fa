/** What the panel needs from outside itself. Tests hand in others. */
import { type explain, loadHelp } from '../engine';
import { explainThreads } from './explain-in-worker';
import { loadCausesAhead, loadWords } from '../engine/advise/words';
import { watchPaste } from '../outlook/clipboard';
import { type Doors, doors } from '../outlook/doors';
import { watchDrags } from '../outlook/dragged-mail';
import { watchItem } from '../outlook/item-changes';
import { keptTicks } from '../outlook/kept-ticks';
import { canOpenNewMail, openNewMail } from '../outlook/new-mail';
import { displayLanguage, start, START_LIMIT_MS, type Start, userDomain } from '../outlook/office';
import { readSettings, saveSettings } from '../outlook/settings';
import { watchTheme } from '../outlook/theme';

export interface Services {
  start(onLate: () => void): Promise<Start>;
  doors: Doors;
  watchItem: typeof watchItem;
  watchDrags: typeof watchDrags;
  watchPaste: typeof watchPaste;
  watchTheme: typeof watchTheme;
  readSettings: typeof readSettings;
  saveSettings: typeof saveSettings;
  displayLanguage: typeof displayLanguage;
  userDomain: typeof userDomain;
  explain: typeof explain;
  loadHelp: typeof loadHelp;
  canOpenNewMail: typeof canOpenNewMail;
  openNewMail: typeof openNewMail;
  loadWords: typeof loadWords;
  loadCausesAhead: typeof loadCausesAhead;
  keptTicks: typeof keptTicks;
  now(): Date;
}

export const services: Services = {
  start: (onLate) => start(START_LIMIT_MS, onLate),
  doors,
  watchItem,
  watchDrags,
  watchPaste,
  watchTheme,
  readSettings,
  saveSettings,
  displayLanguage,
  userDomain,
  explain: (input, context) => explainThreads.explain(input, context),
  loadHelp,
  canOpenNewMail,
  openNewMail,
  loadWords,
  loadCausesAhead,
  keptTicks,
  now: () => new Date(),
};
