/** Will it pass by itself? What the row says, else the class of the codes, else what is usual for the cause. */
import type { CauseId, Permanence } from '../../knowledge/records';
import type { DeliveryRecord } from '../record/record';

const PASSES: ReadonlySet<CauseId> = new Set([
  'connection-failed',
  'dns-routing',
  'greylisted',
  'no-mailbox-yet',
  'rate-limited',
  'server-fault',
]);

/**
 * @param said `permanence` of the row that decided. It wins over the code's class, which servers often choose carelessly.
 * @returns null where nothing failed
 */
export function permanenceOf(
  cause: CauseId,
  { status, replyCode, action }: Pick<DeliveryRecord, 'status' | 'replyCode' | 'action'>,
  said: Permanence | undefined,
): Permanence | null {
  if (cause === 'not-a-failure') return null;
  if (action === 'delayed') return 'transient';
  if (said) return said;
  // `550 4.4.7`: it was tried until the time was up.
  if (cause === 'expired') return 'permanent';
  const group = (status ?? replyCode)?.[0];
  if (group === '4') return 'transient';
  if (group === '5') return 'permanent';
  return PASSES.has(cause) ? 'transient' : cause === 'undetermined' ? 'either' : 'permanent';
}
