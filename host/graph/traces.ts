import { mailboxOwner } from '../protocol/mailbox-owner';
import { chance, itemAt } from './chance';
import type { StoredMessage } from './stored-message';
import type { StoredTrace, TraceStatus } from './stored-trace';

const HOUR_MS = 60 * 60 * 1000;
const SUBJECT = 'Your security training is waiting';

interface Outcome {
  share: number;
  status: TraceStatus;
  said?: string;
}

/** What becomes of a mail of a campaign, and how often. */
const OUTCOMES: readonly [Outcome, ...Outcome[]] = [
  { share: 0.7, status: 'delivered' },
  {
    share: 0.06,
    status: 'failed',
    said: '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
  },
  {
    share: 0.08,
    status: 'failed',
    said: '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
  },
  { share: 0.02, status: 'failed', said: '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceeded' },
  { share: 0.06, status: 'quarantined' },
  { share: 0.04, status: 'filteredAsSpam' },
  { share: 0.02, status: 'pending' },
  { share: 0.01, status: 'expanded' },
  { share: 0.01, status: 'gettingStatus' },
];

/** `count` mails, one recipient each, spread over `days` up to now. */
export function generatedTraces(count: number, seed: number, days = 80): StoredTrace[] {
  const next = chance(seed);
  const now = Date.now();
  return Array.from({ length: count }, (_, at): StoredTrace => {
    const { status, said = null } = itemAt(OUTCOMES, next());
    return {
      id: idOf(at),
      messageId: `<trace-${String(at)}@company.example>`,
      senderAddress: mailboxOwner.address,
      recipientAddress: `person${String(at)}@company.example`,
      subject: SUBJECT,
      status,
      received: Math.floor((now - HOUR_MS - next() * days * 24 * HOUR_MS) / 1000) * 1000,
      said,
    };
  });
}

/** The failures that the mailbox has reports of, with the same answers, as if the newest had come an hour ago. */
export function tracesOfMessages(messages: readonly StoredMessage[]): StoredTrace[] {
  const reports = messages.filter(({ messageClass }) => messageClass === 'REPORT.IPM.Note.NDR');
  const newest = Math.max(...reports.map(({ receivedDateTime }) => Date.parse(receivedDateTime)));
  const later = Date.now() - HOUR_MS - newest;
  return reports.flatMap(({ toRecipients, receivedDateTime, internetMessageId, mime }, at) => {
    const unfolded = new TextDecoder().decode(mime()).replace(/\r?\n[ \t]/g, ' ');
    const said = /^Diagnostic-Code: ?[a-z0-9-]{1,40} ?;(.*)/im.exec(unfolded);
    return toRecipients.map(({ address }): StoredTrace => ({
      id: idOf(1_000_000 + at),
      messageId: internetMessageId || `<report-${String(at)}@company.example>`,
      senderAddress: mailboxOwner.address,
      recipientAddress: address,
      subject: SUBJECT,
      status: 'failed',
      received: Math.floor((Date.parse(receivedDateTime) + later) / 1000) * 1000,
      said: said?.[1]?.trim().replace(/\s+/g, ' ') ?? null,
    }));
  });
}

const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
