/** What the panel needs from outside itself. Tests hand in others. */
import { explain, loadHelp } from '../engine';
import { askedLineDoor } from '../outlook/asked-line';
import { loadWords } from '../engine/advise/words';
import { chosenFileDoor } from '../outlook/chosen-file';
import type { Door } from '../outlook/door';
import { watchItem } from '../outlook/item-changes';
import { displayLanguage, start, START_LIMIT_MS, type Start, userDomain } from '../outlook/office';
import { canOpenNewMail, openNewMail } from '../outlook/new-mail';
import { openItemDoor } from '../outlook/open-item';
import { pastedTextDoor } from '../outlook/pasted-text';
import { readSettings, saveSettings } from '../outlook/settings';
import { watchTheme } from '../outlook/theme';

export interface Services {
  start(onLate: () => void): Promise<Start>;
  doors: { openItem: Door; pastedText: Door<string>; askedLine: Door<string>; chosenFile: Door<File> };
  watchItem: typeof watchItem;
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
  now(): Date;
}

export const services: Services = {
  start: (onLate) => start(START_LIMIT_MS, onLate),
  doors: {
    openItem: openItemDoor,
    pastedText: pastedTextDoor,
    askedLine: askedLineDoor,
    chosenFile: chosenFileDoor,
  },
  watchItem,
  watchTheme,
  readSettings,
  saveSettings,
  displayLanguage,
  userDomain,
  explain,
  loadHelp,
  canOpenNewMail,
  openNewMail,
  loadWords,
  now: () => new Date(),
};
