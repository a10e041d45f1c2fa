/** What was not read, each as a sentence: files, parts of a source, lines that are none of a former run. */
import type { Text } from '../../engine';
import type { LeftOut, LeftOutReason } from '../streams/piece';
import type { Account } from '../summary';
import type { FileProblem } from './open-file';

/** A part of a file or of all that was found by one name. */
export type PartLeftOut = LeftOut & { file: string };

/** A line of a former run's file that is none of its rows. */
export interface NotRow {
  file: string;
  notRow: number;
}

export type Unread = FileProblem | PartLeftOut | NotRow;

/** The words of it, and what stands in them. */
export function sentenceOf(unread: Unread): Text {
  if ('key' in unread) return { key: `cli.error.${unread.key}`, values: unread.values };
  const { file } = unread;
  if ('notRow' in unread) return { key: 'campaign.notRows', values: { file, line: String(unread.notRow) } };
  const { leftOut, count, place } = unread;
  return {
    key: `campaign.leftOut.${leftOut}`,
    values: { file, count: String(count), line: String(place) },
  };
}

export const leftOutOf = ({ source, leftOut }: Account): PartLeftOut[] =>
  Object.entries(leftOut).map(([reason, lost]) => ({
    ...lost,
    leftOut: reason as LeftOutReason,
    file: source,
  }));
