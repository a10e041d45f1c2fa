/** Every state of the pane that is worth looking at, by what leads to it: a mail, what Outlook does, what the reader does. */
import { DoorProblem } from '../../src/outlook/door';
import { checkAll, click, clickEach, unfoldAll } from './reader';

/** What Outlook and the mailbox do in a state; left out: all is well, and no message is open. */
export interface Played {
  /** The open message, a file of `host/mails`. */
  mail?: string;
  /** What the open message could not give, besides its headers. */
  partly?: true;
  /** Why Outlook did not start. */
  start?: 'no-mailbox' | 'no-script' | 'no-answer';
  /** What goes wrong when the open message is read. */
  problem?: DoorProblem;
  /** Reading never ends. */
  silent?: true;
  /** Another message may have been selected. */
  doubt?: true;
  /** The time, ISO 8601, where a wait depends on it. */
  now?: string;
  /** Files that are dropped on the pane. */
  files?: readonly string[];
  /** Text that is pasted. */
  paste?: string;
  /** What the mailbox lists as recent bounces, or why it does not. */
  recent?: readonly string[] | DoorProblem;
  /** What the message trace holds, by status, or why it is not told. */
  trace?: Readonly<Record<string, number>> | DoorProblem;
}

export interface GalleryState {
  id: string;
  played: Played;
  /** What the reader does once the pane has settled. @returns true where there may be more of it to do then */
  then?: (pane: Document) => boolean;
}

/** Seven causes, as a log has them. */
const SEVEN = [
  ['ana', '550 5.1.1 User unknown'],
  ['ben', '552 5.2.2 Mailbox full'],
  ['eva', '554 5.7.1 Service unavailable; blocked using zen.spamhaus.org'],
  ['ida', '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup'],
  ['jon', '552 5.3.4 Message size exceeds fixed limit'],
  ['kim', '550 5.4.6 Routing loop detected'],
  ['lea', '550 5.7.26 This message does not pass authentication checks (SPF and DKIM both do not pass)'],
]
  .map(
    ([name, answer]) =>
      `Nov 27 09:00:00 mx postfix/smtp[4711]: 4F2A: to=<${name}@example.org>, relay=mx.example.org[192.0.2.7]:25, ` +
      `dsn=${/\d\.\d\.\d+/.exec(answer ?? '')?.[0]}, status=bounced (host mx.example.org said: ${answer})`,
  )
  .join('\n');

/** Soon after `postfix-google-rate-limited` came. */
const START_OF_WAIT = '2026-11-14T20:20:00Z';

const of = (mail: string): Played => ({ mail: `${mail}.eml` });
const THREE_CAUSES = ['postfix-user-unknown.eml', 'exchange-mailbox-full.eml', 'postfix-delay-warning.eml'];

/** The bar's button for the message trace: the first in it, since no list of bounces is set up. */
const TRACE = '.bar-row > button';

export const STATES: readonly GalleryState[] = [
  { id: 'fix-first', played: of('postfix-user-unknown') },
  { id: 'fix-first-unfolded', played: of('postfix-user-unknown'), then: unfoldAll },
  { id: 'others-act', played: of('exchange-mailbox-full') },
  { id: 'resend-now', played: of('postfix-connection-refused') },
  { id: 'wait', played: { ...of('postfix-google-rate-limited'), now: START_OF_WAIT } },
  { id: 'wait-over', played: of('postfix-google-rate-limited') },
  { id: 'too-large', played: of('postfix-too-large') },
  { id: 'do-not-resend', played: of('exim-noreply') },
  { id: 'all-done', played: of('postfix-user-unknown'), then: checkAll },
  { id: 'restricted-unfolded', played: of('exchange-online-restricted-list'), then: unfoldAll },
  { id: 'reason-not-stated', played: of('postfix-nothing-said') },
  { id: 'unverified', played: of('delivery-report-dropped') },
  { id: 'several', played: of('postfix-two-recipients') },
  { id: 'several-opened', played: of('exchange-three-recipients'), then: click('.causes h2 button') },
  { id: 'seven-causes', played: { paste: SEVEN } },
  { id: 'delay', played: of('postfix-delay-warning') },
  { id: 'suspicious', played: of('fake-microsoft-send-again') },
  { id: 'backscatter', played: of('backscatter-forged-sender') },
  { id: 'backscatter-denied', played: of('backscatter-forged-sender'), then: click('.card .row button') },
  { id: 'complaint', played: of('feedback-report-abuse') },
  { id: 'challenge', played: of('challenge-response') },
  { id: 'success', played: of('success-delivered') },
  { id: 'out-of-office', played: of('out-of-office') },
  { id: 'not-a-bounce', played: of('colleague') },
  { id: 'partly-read', played: { ...of('colleague'), partly: true } },
  { id: 'hostile', played: of('hostile-markup') },
  { id: 'nothing-open', played: {} },
  { id: 'no-mailbox', played: { start: 'no-mailbox' } },
  { id: 'no-outlook', played: { start: 'no-script' } },
  { id: 'reading', played: { ...of('colleague'), silent: true } },
  { id: 'question', played: {}, then: click('.card .row button:last-child') },
  { id: 'files', played: { files: THREE_CAUSES } },
  { id: 'recent', played: { recent: THREE_CAUSES }, then: click('.card .row button') },
  {
    id: 'consent-refused',
    played: { recent: new DoorProblem('sign-in-blocked', 'AADSTS90094') },
    then: click('.card .row button'),
  },
  { id: 'trace-question', played: { trace: {} }, then: click(TRACE) },
  {
    id: 'trace',
    played: { trace: { quarantined: 24, failed: 9, filteredAsSpam: 3, delivered: 40 } },
    then: clickEach(TRACE, '.card form button'),
  },
  {
    id: 'trace-not-provisioned',
    played: { trace: new DoorProblem('trace-not-provisioned', '401 Unauthorized') },
    then: clickEach(TRACE, '.card form button'),
  },
  { id: 'stale', played: { ...of('postfix-user-unknown'), doubt: true } },
  {
    id: 'error',
    played: { ...of('colleague'), problem: new DoorProblem('refused', 'GenericResponseError 9002') },
  },
  { id: 'settings', played: of('postfix-user-unknown'), then: click('.bar-row > button:last-of-type') },
  { id: 'ways-in', played: of('colleague'), then: click('.bar-row > button:nth-last-of-type(2)') },
];
