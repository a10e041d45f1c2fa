import type { Switches } from '../protocol/client-switches';
import type { Profile } from '../protocol/profiles';
import type { Mail } from './mail';

/** What the add-in's button does beside what is selected. */
export type Activation =
  | 'starts'
  /** A dialog "Restricted item" first; after OK it starts. */
  | 'after-dialog'
  | 'off-on-reports'
  | 'off-without-mail';

/** The classes of Exchange's own reports: failure, delay, delivery, read receipt. */
export function isReport({ itemClass }: Mail): boolean {
  return /^REPORT\./i.test(itemClass);
}

/** A report that something was not delivered. */
export function isNdr({ itemClass }: Mail): boolean {
  return /^REPORT\..*\.NDR$/i.test(itemClass);
}

export function activationOf(selected: Mail | null, profile: Profile, ndr: Switches['ndr']): Activation {
  if (!selected) return profile.opensWithoutMail.value ? 'starts' : 'off-without-mail';
  if (!isReport(selected) || ndr === 'activates') return 'starts';
  return ndr === 'dialog' ? 'after-dialog' : 'off-on-reports';
}
