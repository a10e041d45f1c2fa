/**
 * What kind of item a message class names. Exchange turns a report into an item of a class of its own:
 *
 *     REPORT.IPM.Note.NDR             a mail that failed
 *     REPORT.IPM.Schedule.Meeting.Request.NDR   an invitation that failed
 *     REPORT.IPM.Note.Delayed[.DR]    a mail that is still on its way
 *     REPORT.IPM.Note.DR, .Expanded.DR, .Relayed.DR, .IPNRN, .IPNNRN   delivered, read, deleted unread
 *     IPM.Note                        everything else, bounces of other systems among it
 */
export type MessageKind = 'failed' | 'delayed' | 'other-report' | 'ordinary';

const REPORT = /^report\./i;
const FAILED = /\.ndr$/i;
const DELAYED = /\.delayed(?:\.dr)?$/i;

export function kindOfClass(messageClass: string): MessageKind {
  if (!REPORT.test(messageClass)) return 'ordinary';
  if (FAILED.test(messageClass)) return 'failed';
  return DELAYED.test(messageClass) ? 'delayed' : 'other-report';
}
