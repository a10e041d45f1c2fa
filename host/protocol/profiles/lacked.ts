import type { Profile } from './profile';

/** The Mailbox set with which a call, property or event came; only what the pane might use. */
const INTRODUCED: Readonly<Record<string, string>> = {
  displayNewMessageForm: '1.6',
  getAllInternetHeadersAsync: '1.8',
  getAttachmentContentAsync: '1.8',
  displayNewMessageFormAsync: '1.9',
  SelectedItemsChanged: '1.13',
  getAsFileAsync: '1.14',
  officeTheme: '1.14',
};

/** Calls, properties and events that a client has not, though this office.js or its supplement has them. */
export function lackedBy({ requirementSets, lacksBesides }: Profile): readonly string[] {
  const highest = minor(requirementSets.value.Mailbox);
  const tooNew = Object.keys(INTRODUCED).filter((name) => minor(INTRODUCED[name]) > highest);
  return [...new Set([...tooNew, ...lacksBesides.value])];
}

/** Of `1.14`, the 14; all sets so far begin with 1. */
const minor = (version = '1.0'): number => Number(version.split('.')[1]);
