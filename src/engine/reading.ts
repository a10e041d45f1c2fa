/** A message with what the first stages saw in it. */
import type { Detection } from './detect/detect';
import type { Observations } from './detect/observe';
import type { Message } from './mail/message';
import type { Report } from './report/read-report';
import type { SplitReport } from './report/split';

/** Handed from stage to stage as it is: an object put together anew for each costs more than many a stage. */
export interface Reading {
  readonly message: Message;
  /** What its header block says. */
  readonly seen: Observations;
  /** Its text, divided. */
  readonly text: SplitReport;
  /** When it was made, ISO 8601. */
  readonly date: string | null;
  readonly report: Report;
  readonly detection: Detection;
}
