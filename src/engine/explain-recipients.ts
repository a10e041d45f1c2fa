/** The recipients of one report, each with its cause and its advice. */
import { advise } from './advise/advise';
import { withNewAccounts } from './advise/new-account';
import { tryingUntil } from './advise/trying-until';
import { isUnmanned } from './advise/unmanned';
import type { Context } from './context';
import { diagnose, type Diagnosis, type Surroundings } from './diagnose/diagnose';
import { sizesIn } from './diagnose/sizes';
import { variantByAddress } from './diagnose/variant';
import type { Action, Kind, RecipientExplanation, Trust } from './explanation';
import type { Reading } from './reading';
import { meaningOf } from './meaning';
import { recordOf, type DeliveryRecord } from './record/record';
import { jsonEvents } from './report/logs/json-events';
import { serverLines } from './report/logs/server-lines';
import { tableRecords } from './report/logs/table-records';

/** They read all that a text says of a recipient: what else stands in it are neighbours, subjects, ids. */
const READ_ALL: ReadonlySet<string | null> = new Set([serverLines.id, jsonEvents.id, tableRecords.id]);

export function explainRecipients(
  { message, report, detection: { kind }, date: bouncedAt }: Reading,
  trust: Trust,
  context: Context,
): (RecipientExplanation & { rule: string | null })[] {
  const until = kind === 'delay' ? tryingUntil(message, report, bouncedAt) : null;
  const alone = report.recipients.length === 1;
  const reporter = report.reportingMta ?? message.headers.address('from')?.split('@')[1] ?? null;
  const around: Surroundings = { sender: report.original.from, reporter };
  // A bounce that names nobody still says why.
  const findings =
    report.recipients.length > 0 ? report.recipients : [recordOf({ prose: report.prose.slice(0, 4000) })];
  const diagnoseOne = (one: DeliveryRecord) =>
    diagnoseFailure(
      one,
      alone && !READ_ALL.has(one.reader) ? report.prose : null,
      report.reportingMta,
      around,
    );
  const diagnoseOnce = findings.length > 1 ? remembered(diagnoseOne) : diagnoseOne;
  return findings.map((one) => {
    const action = one.action ?? actionOf(kind);
    const record = { ...one, action };
    const { diagnosis, couldAlsoBe } = isDelivered(action)
      ? { diagnosis: delivered(diagnoseOnce(one)), couldAlsoBe: null }
      : withNewAccounts(diagnoseOnce(record), one.address, context);
    const { passedOn } = meaningOf(diagnosis.cause, diagnosis.variant);
    return {
      address: one.address,
      ...(passedOn ? { learner: report.original.to } : {}),
      action,
      replyCode: one.replyCode,
      status: one.status,
      cause: diagnosis.cause,
      variant: diagnosis.variant,
      rule: diagnosis.rule,
      couldAlsoBe,
      provider: diagnosis.provider?.id ?? null,
      confidence: diagnosis.confidence,
      permanence: diagnosis.permanence,
      diagnostic: one.diagnostic ?? one.prose,
      evidence: diagnosis.evidence,
      remoteMta: one.remoteMta,
      smtpServer: diagnosis.smtpServer,
      sizes: diagnosis.cause === 'message-too-large' ? sizesIn(one.diagnostic ?? one.prose ?? '') : null,
      advice: advise(
        {
          address: one.address,
          alias: report.aliases.get(one.address ?? '') ?? null,
          // Among failures, one may be tried still.
          kind: action === 'delayed' ? 'delay' : kind,
          diagnosis,
          trust,
          bouncedAt,
          tryingUntil: until,
          mayGoOn: one.action === null && saysOnlyLater(one) && isPasted(trust),
        },
        context,
      ),
    };
  });
}

/** `451 4.7.1 try again later`, alone: who sends may try again, or have given up. */
const saysOnlyLater = ({ replyCode, status }: DeliveryRecord) => /^4/.test(replyCode ?? status ?? '');
const isPasted = ({ signals }: Trust) => signals.some(({ id }) => id === 'pasted-text');

/** A report may give one long answer for two thousand recipients: it is diagnosed once. */
function remembered(diagnose: (one: DeliveryRecord) => Diagnosis): (one: DeliveryRecord) => Diagnosis {
  // By the texts themselves: put together into one key, they would be copied for each recipient.
  const known = new Map<string | null, Map<string | null, Map<string, Diagnosis>>>();
  return (one) => {
    const byProse = known.get(one.diagnostic) ?? new Map<string | null, Map<string, Diagnosis>>();
    known.set(one.diagnostic, byProse);
    const byCodes = byProse.get(one.prose) ?? new Map<string, Diagnosis>();
    byProse.set(one.prose, byCodes);
    const codes = JSON.stringify([
      one.status,
      one.replyCode,
      one.remoteMta,
      one.action,
      one.command,
      one.category,
      one.address?.split('@')[1],
    ]);
    const diagnosis = byCodes.get(codes) ?? diagnose(one);
    byCodes.set(codes, diagnosis);
    return diagnosis;
  };
}

const actionOf = (kind: Kind): Action =>
  kind === 'delay' ? 'delayed' : kind === 'success' ? 'delivered' : 'failed';

const isDelivered = (action: Action) =>
  action === 'delivered' || action === 'relayed' || action === 'expanded';

/** Whatever the words: it arrived. They may still say more than that. */
const delivered = ({ cause, variant, steps }: Diagnosis): Diagnosis => ({
  cause: 'not-a-failure',
  variant: cause === 'not-a-failure' ? variant : null,
  confidence: 'high',
  evidence: null,
  rule: 'action',
  provider: null,
  isPersonal: false,
  smtpServer: null,
  whoActs: null,
  permanence: null,
  steps: cause === 'not-a-failure' ? steps : [],
});

function diagnoseFailure(
  one: DeliveryRecord,
  prose: string | null,
  reportingMta: string | null,
  around: Surroundings,
): Diagnosis {
  const diagnosis = diagnose(one, prose, reportingMta, around);
  // An address by itself says nothing about a bounce, unless it is one that nobody reads.
  const said = one.diagnostic?.trim().toLowerCase();
  const isBare = one.address !== null && said === one.address;
  if (diagnosis.cause === 'undetermined' && isBare && isUnmanned(said)) {
    return {
      ...diagnosis,
      cause: 'recipient-unknown',
      variant: variantByAddress('recipient-unknown', said, false) ?? null,
      evidence: said,
      rule: 'unmanned-address',
    };
  }
  return diagnosis;
}
