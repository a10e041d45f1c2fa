/** What a message is, by what became of the mails that its records are about. */
import type { Kind } from '../explanation';
import type { DeliveryRecord } from '../record/record';

/** A record that does not say what became of its mail is there because it failed. */
export const kindOfLog = (findings: readonly DeliveryRecord[]): Kind =>
  findings.every(({ action }) => action !== null) ? (kindOfActions(findings) ?? 'failure') : 'failure';

/** The actions of a status part decide: one failed recipient makes it a failure. */
export function kindOfActions(findings: readonly DeliveryRecord[]): Kind | null {
  const actions = new Set(findings.flatMap(({ action, status }) => action ?? actionOf(status) ?? []));
  if (actions.has('failed')) return 'failure';
  if (actions.has('delayed')) return 'delay';
  if (actions.size > 0) return 'success';
  // An action that is no word of RFC 3464: what is reported with a server's answer has failed.
  return findings.some(({ diagnostic }) => diagnostic !== null) ? 'failure' : null;
}

const actionOf = (status: string | null) =>
  status === null ? null : status[0] === '5' ? 'failed' : status[0] === '4' ? 'delayed' : 'delivered';
